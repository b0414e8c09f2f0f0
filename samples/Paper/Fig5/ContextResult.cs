using GateDsl.Samples.Drawing;

namespace Paper.Fig5;

/// <summary>What was found for one number of contexts.</summary>
/// <param name="Contexts">C.</param>
/// <param name="Relu">The ReLU network, by seed.</param>
/// <param name="Gdln">The gated network, by seed.</param>
/// <param name="Closed">The gated network in closed form.</param>
/// <param name="Twin">The ReLU network predicted by representative units.</param>
/// <param name="Widths">The ReLU network predicted by the declared pathways.</param>
internal sealed record ContextResult(int Contexts, CurveFamily Relu, CurveFamily Gdln, CurveFamily Closed, CurveFamily Twin, CurveFamily Widths)
{
    public static readonly Subject GdlnSubject = Subject.Gdln with { Label = "GDLN: common + all but one context" };

    /// <summary>Of metrics and columns: <c>c3_</c>.</summary>
    public string Prefix => $"c{Contexts}_";

    /// <summary>All of them, in the order of the legend.</summary>
    public IReadOnlyList<CurveFamily> Families => [Relu, Gdln, Closed, Twin, Widths];
}
