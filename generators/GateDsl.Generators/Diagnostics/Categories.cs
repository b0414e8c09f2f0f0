namespace GateDsl.Generators.Diagnostics;

/// <summary>The families of diagnostics.</summary>
internal static class Categories
{
    /// <summary>GDSL0xx: the declaration itself is wrong.</summary>
    public const string Declaration = "GateDsl.Declaration";

    /// <summary>GDSL1xx: what the gates of a declaration can and cannot be.</summary>
    public const string Gating = "GateDsl.Gating";

    /// <summary>GDSL2xx: what the theory predicts of a network whose data are known.</summary>
    public const string Theory = "GateDsl.Theory";
}
