namespace GateDsl;

/// <summary>
/// Whether a training by statistics may keep its weights in fewer numbers while it runs. Width and basis reduction are exact: losses and weights
/// are the same up to rounding.
/// </summary>
public enum StateReductions
{
    /// <summary>Where the epochs save more counted work than finding the bases costs.</summary>
    Auto,

    /// <summary>All weights stay as declared.</summary>
    Never,

    /// <summary>Wherever a reduction applies, also for few epochs.</summary>
    Always,
}
