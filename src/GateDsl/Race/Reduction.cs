namespace GateDsl;

/// <summary>How a race is integrated.</summary>
public enum Reduction
{
    /// <summary>
    /// The exact reduction: Gram matrices where paths have one hidden layer, the width-reduced network where they have more. Equals gradient
    /// descent up to rounding from actual weights.
    /// </summary>
    Exact,

    /// <summary>Eq. 6: one scalar per edge and mode, in steps of one epoch, with the couplings between all pathways kept.</summary>
    Modes,

    /// <summary>Eq. 6 as a flow in continuous time, integrated with error control and read at every epoch.</summary>
    ModesFlow,

    /// <summary>The closed form, where its assumptions hold.</summary>
    ClosedForm,
}
