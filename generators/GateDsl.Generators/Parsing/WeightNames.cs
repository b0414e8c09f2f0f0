namespace GateDsl.Generators.Parsing;

/// <summary>Names of weights come from the layers they join.</summary>
internal static class WeightNames
{
    /// <summary>The name of the weight of an edge: "ItemToCommon".</summary>
    public static string Join(string source, string target) => source + "To" + target;

    /// <summary>The name of the twin's hidden layer, counted from 1.</summary>
    public static string TwinHidden(int number) => "Hidden" + number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
