using ScottPlot;

namespace GateDsl.Samples.Drawing;

/// <summary>What a curve shows: its key in metrics and columns, its words, and the colour and line it has in every figure.</summary>
/// <param name="Key">As in <c>gdln_vs_relu_rms</c> and the CSV column <c>gdln_1</c>.</param>
/// <param name="Label">For legends and progress.</param>
/// <param name="Color">From a palette that the colour-blind can tell apart.</param>
/// <param name="Pattern">Curves that lie on one another must both be seen.</param>
public sealed record Subject(string Key, string Label, Color Color, LinePattern Pattern)
{
    public static readonly Subject Relu = new("relu", "ReLU network", Color.FromHex("#0072B2"), LinePattern.Solid);

    public static readonly Subject Gdln = new("gdln", "GDLN: common + pairs", Color.FromHex("#D55E00"), LinePattern.Dashed);

    public static readonly Subject Singles = new("singles", "GDLN: common + singles", Color.FromHex("#009E73"), LinePattern.Solid);

    public static readonly Subject Both = new("both", "GDLN: common + pairs + singles", Color.FromHex("#CC79A7"), LinePattern.Dotted);

    public static readonly Subject Exact = new("exact", "exact reduction, from the GDLN's weights", Color.FromHex("#000000"), LinePattern.Dotted);

    public static readonly Subject Expected = new("expected", "predicted GDLN, before weights are drawn", Color.FromHex("#8B2E00"), LinePattern.DenselyDashed);

    public static readonly Subject Twin = new("twin", "predicted ReLU network (representative units)", Color.FromHex("#56B4E9"), LinePattern.Dashed);

    public static readonly Subject DeepTwin = new("twin", "predicted ReLU network (representative networks)", Color.FromHex("#E69F00"), LinePattern.Dashed);

    public static readonly Subject Widths = new("widths", "predicted ReLU network (declared pathways)", Color.FromHex("#004C73"), LinePattern.Dotted);

    public static readonly Subject Modes = new("modes", "Eq. 6, one scalar per edge and mode", Color.FromHex("#999999"), LinePattern.DenselyDashed);

    public static readonly Subject Linear = new("linear", "linear network", Color.FromHex("#009E73"), LinePattern.Solid);

    public static readonly Subject Closed = new("closed", "closed form", Color.FromHex("#E69F00"), LinePattern.DenselyDashed);
}
