namespace GateDsl;

/// <summary>Where the path strength of a unit, |w_in| |w_out|, is known from (theory: P1 §3).</summary>
public enum PathStrengthSource
{
    /// <summary>Estimated from recorded activations, for a network that started from small weights.</summary>
    Activations,

    /// <summary>Computed from weights.</summary>
    Weights,
}
