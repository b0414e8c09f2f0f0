namespace GateDsl;

/// <summary>Two exact ways to take the same step of gradient descent, equal up to rounding.</summary>
public enum TrainingMethod
{
    /// <summary>The cheaper of the two by counted work.</summary>
    Auto,

    /// <summary>Forward and backward over the datapoints.</summary>
    Batch,

    /// <summary>From the effective correlations, computed once (P1 Eq. 3): the cost of an epoch does not depend on the number of datapoints.</summary>
    Statistics,
}
