namespace GateDsl.Generators.Model;

/// <summary>What a declaration may not exceed. Every limit is stated in the message that refuses a declaration.</summary>
internal static class Limits
{
    /// <summary>Declared properties of a class.</summary>
    public const int Layers = 256;

    /// <summary>Units of a layer, features of an input, values of an index.</summary>
    public const int Units = 1_000_000;

    /// <summary>Values of a one-hot input or selector.</summary>
    public const int Values = 100_000;

    /// <summary>Copies of a bank.</summary>
    public const int Copies = 256;

    /// <summary>Modules and output copies together.</summary>
    public const int Modules = 1_024;

    /// <summary>Weight matrices of a network.</summary>
    public const int Weights = 4_096;

    /// <summary>Entries of one weight matrix.</summary>
    public const int WeightEntries = 1 << 28;

    /// <summary>Characters of a name: of a layer, of the class, and of two joined to name a weight.</summary>
    public const int NameLength = 100;

    /// <summary>Datapoints of the domain up to which gates are tabulated at compile time.</summary>
    public const int Domain = global::GateDsl.Gating.Domain.MaxDatapoints;

    /// <summary>Datapoints of the domain, so that they can be numbered.</summary>
    public const int DomainSize = int.MaxValue;
}
