using System.Globalization;

namespace GateDsl.Generators.Naming;

/// <summary>Names that generated code takes beside those of the declaration.</summary>
internal static class GeneratedNames
{
    public const string ReluTwin = "ReluTwin";

    /// <summary>The input that biases are edges from: one-hot with one value, so 1 at every datapoint.</summary>
    public const string Bias = "Bias";

    /// <summary>What the code that evaluates gates calls by name.</summary>
    public static readonly string[] BesideGates = ["BlockSize", "count", "data", "n", "x"];

    /// <summary>The twin's hidden layer, counted from 1.</summary>
    public static string TwinHidden(int number) => "Hidden" + number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The weight of an edge: "ItemToCommon".</summary>
    public static string Weight(string source, string target) => source + "To" + target;
}
