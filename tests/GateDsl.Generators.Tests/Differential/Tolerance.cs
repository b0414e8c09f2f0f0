namespace GateDsl.Generators.Tests.Differential;

/// <summary>
/// What generated code may differ by from the oracle, relative to the largest entry of what is compared. One table for all comparisons; the
/// oracle computes in double precision, so a single-precision network differs by its own rounding over a few layers and steps.
/// </summary>
/// <param name="Once">One evaluation: predictions, losses, gradients.</param>
/// <param name="Trained">After the steps of a training, also batch against statistics.</param>
internal sealed record Tolerance(double Once, double Trained)
{
    public static Tolerance Of(bool isDouble) => isDouble ? new(Once: 1e-11, Trained: 1e-9) : new(Once: 1e-4, Trained: 1e-3);
}
