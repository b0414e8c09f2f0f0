namespace GateDsl;

/// <summary>The gates of a network with what a ReLU network can make of each (P1 Lemma 4.1 and beyond it), as data and as text.</summary>
public sealed class GateReport
{
    internal GateReport(IReadOnlyList<GateReportEntry> gates) => Gates = gates;

    /// <summary>
    /// Hidden layers and copies in declaration order, gated or not; then gated outputs; then edges whose gate is not one with that of their target.
    /// </summary>
    public IReadOnlyList<GateReportEntry> Gates { get; }

    /// <summary>One line per gate.</summary>
    public override string ToString() => string.Join("\n", Gates);
}

/// <summary>One gate of a <see cref="GateReport"/>.</summary>
/// <param name="Name">Name of the layer or copy (<c>Pairs[0]</c>), or of the edge (<c>ItemToPairs[0]</c>).</param>
/// <param name="Gate">Where it is on; with the gate of the incoming edges where all share one.</param>
/// <param name="Proof">
/// Its class over the network's input with witness or certificate; null where the question does not arise, and <paramref name="Explanation"/> says
/// why.
/// </param>
/// <param name="Explanation">The class and its evidence in words.</param>
public sealed record GateReportEntry(string Name, GateDescription Gate, GateProof? Proof, string Explanation)
{
    /// <summary>The class; null: not known.</summary>
    public GateClass? Class => Proof?.Class;

    /// <inheritdoc/>
    public override string ToString() => $"{Name}, {Gate}: {(Class is { } known ? known + ". " : "")}{Explanation}";
}
