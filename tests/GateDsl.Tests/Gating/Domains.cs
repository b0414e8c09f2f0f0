using System.Globalization;
using System.Numerics;
using GateDsl.Gating;

namespace GateDsl.Tests.Gating;

/// <summary>Domains for tests.</summary>
internal static class Domains
{
    /// <summary>One-hot inputs; of two or more the last is the context.</summary>
    public static Domain OneHot(params int[] sizes) => new(sizes.Select((size, i) => (DomainPart)DomainIndex.OneHot(
        i == sizes.Length - 1 && sizes.Length > 1 ? "Context" : i == 0 ? "Item" : "Item" + (i + 1).ToString(CultureInfo.InvariantCulture),
        size,
        i == sizes.Length - 1 && sizes.Length > 1 ? IndexRole.Context : IndexRole.Item)).ToArray());

    /// <summary>A dense input whose vectors a selector chooses: "1 -1 0.5" per value.</summary>
    public static Domain Stimuli(params string[] rows) => new(StimuliParts(rows));

    public static DomainPart[] StimuliParts(params string[] rows)
    {
        Rational[][] table = rows.Select(Row).ToArray();
        return [new DenseInput("Stimulus", table[0].Length, new("Sample", table)), DomainIndex.Selector("Sample", rows.Length)];
    }

    public static Rational[] Row(string row) => row.Split(' ').Select(Number).ToArray();

    public static Rational Number(string text) =>
        Rational.TryParse(text, out Rational value) ? value : throw new ArgumentException("Not a number: " + text, nameof(text));

    /// <summary>"1010 1100": blanks are for the reader.</summary>
    public static GatePattern Gate(string bits) => GatePattern.From(bits.Where(bit => bit != ' ').Select(bit => bit == '1').ToArray());

    /// <summary>The pattern whose bit n is datapoint n.</summary>
    public static GatePattern Gate(BigInteger mask, int count) => GatePattern.From(count, n => !(mask >> n).IsEven);

    /// <summary>On at every datapoint with one of the gate's values.</summary>
    public static GatePattern Gate(Domain domain, ContextGate gate) => GatePattern.From(domain.Count, n => gate.Values.Contains(domain.Value(n, gate.Index)));
}
