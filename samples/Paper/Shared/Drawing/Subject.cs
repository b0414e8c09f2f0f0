using ScottPlot;

namespace Paper.Shared.Drawing;

/// <summary>What a curve shows: its key in metrics and columns, its words, and the colour and line it has in every figure.</summary>
/// <param name="Key">As in <c>gdln_vs_relu_rms</c> and the CSV column <c>gdln_1</c>.</param>
/// <param name="Label">For legends and progress.</param>
/// <param name="Color">From a palette that the colour-blind can tell apart.</param>
/// <param name="Pattern">Curves that lie on one another must both be seen.</param>
internal sealed record Subject(string Key, string Label, Color Color, LinePattern Pattern)
{
    public static readonly Subject Relu = new("relu", "ReLU network", Color.FromHex("#0072B2"), LinePattern.Solid);

    public static readonly Subject Gdln = new("gdln", "GDLN: common + pairs", Color.FromHex("#D55E00"), LinePattern.Dashed);

    public static readonly Subject Singles = new("singles", "GDLN: common + singles", Color.FromHex("#009E73"), LinePattern.Solid);

    public static readonly Subject Both = new("both", "GDLN: common + pairs + singles", Color.FromHex("#CC79A7"), LinePattern.Dotted);
}
