using GateDsl.Samples.Drawing;
using ScottPlot;

namespace Paper.Routing;

/// <summary>What the figures of routing show.</summary>
internal static class RoutingSubjects
{
    public static readonly Subject Network = new("routing", "routing network, trained", Subject.Gdln.Color, LinePattern.Solid);

    public static readonly Subject Steps = new("steps", "scalar race, epochs of gradient descent", Subject.Exact.Color, LinePattern.Dotted);

    public static readonly Subject Flow = new("flow", "scalar race, flow", Subject.Modes.Color, LinePattern.DenselyDashed);
}
