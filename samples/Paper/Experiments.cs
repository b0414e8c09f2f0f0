using GateDsl.Samples.Running;
using Paper.Depth;
using Paper.Fig2;
using Paper.Fig4;
using Paper.Fig5;
using Paper.Fig6;
using Paper.Fig7;
using Paper.Fig8;
using Paper.Generalisation;
using Paper.Leaky;
using Paper.Representations;
using Paper.RichLazy;
using Paper.Routing;

namespace Paper;

/// <summary>Everything that the command line knows by name.</summary>
internal static class Experiments
{
    public static readonly IReadOnlyList<IExperiment> All =
    [
        new Fig2Experiment(),
        new Fig4Experiment(),
        new Fig5Experiment(),
        new Fig6Experiment(),
        new Fig7Experiment(),
        new Fig8Experiment(),
        new RoutingExperiment(),
        new LeakyExperiment(),
        new RepresentationsExperiment(),
        new GeneralisationExperiment(),
        new RichLazyExperiment(),
        new DepthExperiment(),
    ];
}
