namespace GateDsl.Generators.Planning;

/// <summary>Names that generated code gives its private part, chosen so that nobody would call a layer that; refused all the same.</summary>
internal static class GeneratedNames
{
    public const string ReluTwin = "ReluTwin";

    /// <summary>Names by which every generated file calls the runtime's kernels.</summary>
    public static readonly string[] Aliases = ["MatrixPacking", "MatrixProducts"];

    public static readonly string[] Private =
        ["Compiled", "_compiled", "Described", "UnitsOf", "PerModule", "PerEdge", "PerMap", "PerInput", "PerOutput", "PerGate", .. Aliases];
}
