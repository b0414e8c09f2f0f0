using GateDsl.Samples.Drawing;
using ScottPlot;

namespace Paper.Fig6;

/// <summary>What the figures of two hidden layers show, beside the ReLU network.</summary>
internal static class Fig6Subjects
{
    public static readonly Subject SelfGated =
        new("selfgated", "linear first layer, self-gated second", Color.FromHex("#009E73"), LinePattern.Dashed);

    public static readonly Subject Schedule = new("schedule", "GDLN, authors' schedule", Subject.Gdln.Color, LinePattern.Dashed);

    public static readonly Subject Joint = new("joint", "GDLN, trained jointly from the plain start", Subject.Both.Color, LinePattern.Dotted);
}
