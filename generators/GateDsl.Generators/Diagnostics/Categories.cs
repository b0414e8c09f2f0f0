namespace GateDsl.Generators.Diagnostics;

/// <summary>The families of diagnostics.</summary>
internal static class Categories
{
    /// <summary>GDSL0xx: the declaration itself is wrong.</summary>
    public const string Declaration = "GateDsl.Declaration";
}
