using GateDsl;

namespace Paper.RichLazy;

/// <summary>How far kernels have moved from the start of a training to its end: 0 lazy, towards 1 rich.</summary>
/// <param name="Tangent">Of the tangent kernel.</param>
/// <param name="Hidden">Of the hidden layer's kernel.</param>
internal sealed record KernelDistances(double Tangent, double Hidden)
{
    /// <param name="snapshots">At the start and at the end.</param>
    public static KernelDistances Of(IReadOnlyList<Snapshot> snapshots) => new(
        Representation.KernelDistance(snapshots[0].TangentKernel, snapshots[^1].TangentKernel),
        Representation.KernelDistance(snapshots[0].HiddenKernel, snapshots[^1].HiddenKernel));
}
