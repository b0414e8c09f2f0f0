using GateDsl.Samples.Drawing;
using ScottPlot;

namespace Paper.Fig8;

/// <summary>What is drawn beside the ReLU network.</summary>
internal static class Fig8Subjects
{
    public static readonly Subject Identified = new("identified", "GDLN, as identified in the ReLU network", Color.FromHex("#D55E00"), LinePattern.Dashed);

    public static readonly Subject Expected = Subject.Expected with { Label = "the same, predicted before its weights are drawn" };

    public static readonly Subject Forecast = new("forecast", "GDLN, as forecast before any training", Color.FromHex("#009E73"), LinePattern.Dotted);

    public static readonly Subject LossRms = new("loss_rms", "distance from the ReLU network's losses", Color.FromHex("#0072B2"), LinePattern.Solid);

    public static readonly Subject Error = new("error", "error: geometric mean with the targets' residual", Color.FromHex("#000000"), LinePattern.Solid);

    public static readonly Subject GateSpread = new("gate_spread", "distance of gates from their centroid", Color.FromHex("#D55E00"), LinePattern.Solid);
}
