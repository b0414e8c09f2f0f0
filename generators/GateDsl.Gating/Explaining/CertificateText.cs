using System.Globalization;
using System.Numerics;

namespace GateDsl.Gating;

/// <summary>Why no unit can implement a gate, as a proof that can be redone on paper.</summary>
internal static class CertificateText
{
    // Stimuli up to this length are written out at every datapoint of a proof.
    private const int ShortStimulus = 8;

    /// <summary>The proof: one sentence where the gate is, and one with the sum that cannot be both positive and not.</summary>
    public static string Of(IDatapoints datapoints, Certificate certificate)
    {
        string on = Points(datapoints, certificate.On);
        if (certificate.Off.Count == 0)
        {
            return certificate.On.Count == 1
                ? $"It is on at {on}, where the network input is zero: w·x = 0 there whatever w, and a unit is on only where w·x > 0."
                : $"It is on at {on}. A unit is on where w·x > 0, so {Sum(datapoints, certificate.On)} > 0; "
                + "but these inputs add up to zero, so the same sum is 0.";
        }

        return $"It is on at {on} and off at {Points(datapoints, certificate.Off)}. A unit is on where w·x > 0 and off where w·x <= 0, so "
            + $"{Sum(datapoints, certificate.On)} > 0 and {Sum(datapoints, certificate.Off)} <= 0; but both are the same sum, "
            + $"w·({Total(datapoints, certificate.On)}).";
    }

    /// <summary>
    /// Whether the certificate is the XoR square of two one-hot inputs: two items and two contexts, on at one diagonal and off at the other.
    /// </summary>
    public static bool IsSquare(IDatapoints datapoints, Certificate certificate) =>
        datapoints.Inputs.Count == 2
        && datapoints.Inputs.All(layer => layer.IsOneHot)
        && certificate.On.Count == 2
        && certificate.Off.Count == 2;

    private static string Points(IDatapoints datapoints, IReadOnlyList<CertificateTerm> terms) =>
        Joined(terms.Select(term => Names.Datapoint(datapoints, term.Datapoint) + Stimulus(datapoints, term.Datapoint)).ToArray());

    private static string Joined(string[] parts) =>
        parts.Length == 1 ? parts[0] : string.Join(", ", parts.Take(parts.Length - 1)) + " and " + parts[parts.Length - 1];

    private static string Stimulus(IDatapoints datapoints, int datapoint)
    {
        InputLayer[] dense = datapoints.Inputs.Where(layer => !layer.IsOneHot).ToArray();
        if (dense.Length == 0 || dense.Sum(layer => layer.Length) > ShortStimulus)
        {
            return "";
        }

        SparsePoint point = datapoints.Input(datapoint);
        IEnumerable<string> vectors = dense.Select(layer =>
        {
            Rational[] row = new Rational[layer.Length];
            for (int i = 0; i < point.Features.Length; i++)
            {
                if (point.Features[i] >= layer.Offset && point.Features[i] < layer.Offset + layer.Length)
                {
                    row[point.Features[i] - layer.Offset] = point.Values[i];
                }
            }

            return layer.Name + " = (" + string.Join(", ", row) + ")";
        });
        return " with " + string.Join(", ", vectors);
    }

    private static string Sum(IDatapoints datapoints, IReadOnlyList<CertificateTerm> terms) =>
        string.Join(" + ", terms.Select(term => Factor(term.Multiplier) + "w·" + Names.Datapoint(datapoints, term.Datapoint)));

    private static string Factor(BigInteger multiplier) => multiplier.IsOne ? "" : multiplier.ToString(CultureInfo.InvariantCulture) + " ";

    private static string Total(IDatapoints datapoints, IReadOnlyList<CertificateTerm> terms)
    {
        SortedDictionary<int, Rational> total = new();
        foreach (CertificateTerm term in terms)
        {
            SparsePoint point = datapoints.Input(term.Datapoint);
            for (int i = 0; i < point.Features.Length; i++)
            {
                total.TryGetValue(point.Features[i], out Rational sum);
                total[point.Features[i]] = sum + (point.Values[i] * Rational.Of(term.Multiplier));
            }
        }

        string[] parts = total.Where(entry => !entry.Value.IsZero)
            .Select(entry => (entry.Value.Equals(Rational.One) ? "" : entry.Value + " ") + Names.Feature(datapoints, entry.Key))
            .ToArray();
        return parts.Length == 0 ? "0" : string.Join(" + ", parts).Replace(" + -", " - ");
    }
}
