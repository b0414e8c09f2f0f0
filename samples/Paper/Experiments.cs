using Paper.Fig4;
using Paper.Routing;
using Paper.Shared.Running;

namespace Paper;

/// <summary>Everything that the command line knows by name.</summary>
internal static class Experiments
{
    public static readonly IReadOnlyList<IExperiment> All = [new Fig4Experiment(), new RoutingExperiment()];
}
