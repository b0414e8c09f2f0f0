using System.Globalization;
using System.Numerics;
using GateDsl.Gating;

namespace GateDsl.Tests.Gating;

/// <summary>Random small domains and gates, many of them near the border between implementable and not.</summary>
internal sealed class RandomGates(int seed)
{
    // Numbers that do not survive floating point beside each other, and such that make equal, opposite and proportional stimuli likely.
    private static readonly string[] Entries =
    [
        "0", "0", "0", "1", "-1", "2", "-2", "1/3", "-1/3", "2/3", "0.1", "-0.1", "0.3",
        "1e-9", "-1e-9", "1e9", "-1e9", "1000000000.000000001",
    ];

    private static readonly int[][] OneHotShapes = [[2, 2, 2], [3, 2, 2], [2, 3, 2], [2, 2, 3], [3, 3, 2], [2, 2, 2, 2]];

    private readonly Random _random = new(seed);

    /// <summary>Three or four one-hot inputs.</summary>
    public Domain OneHotDomain() => Domains.OneHot(OneHotShapes[_random.Next(OneHotShapes.Length)]);

    /// <summary>One or two selectors with stimuli of one to three features, some with a one-hot input or a selector that adds nothing.</summary>
    public Domain StimuliDomain()
    {
        List<DomainPart> parts = new();
        int selectors = _random.Next(1, 3);
        int features = _random.Next(1, selectors == 1 ? 4 : 3);
        for (int s = 0; s < selectors; s++)
        {
            int values = _random.Next(2, selectors == 1 ? 8 : 4);
            Rational[][] rows = Enumerable.Range(0, values).Select(_ => Enumerable.Range(0, features).Select(_ => Number()).ToArray()).ToArray();
            string name = s.ToString(CultureInfo.InvariantCulture);
            parts.Add(new DenseInput("Stimulus" + name, features, new("Sample" + name, rows)));
            parts.Add(DomainIndex.Selector("Sample" + name, values));
        }

        switch (_random.Next(4))
        {
            case 0:
                parts.Insert(_random.Next(parts.Count), DomainIndex.OneHot("Item", 2, IndexRole.Item));
                break;
            case 1:
                parts.Insert(_random.Next(parts.Count), DomainIndex.Selector("Mood", 2));
                break;
        }

        return new(parts);
    }

    /// <summary>A gate: a coin per datapoint, or a random linear threshold unit, as it is or with one datapoint flipped.</summary>
    public GatePattern Gate(Domain domain)
    {
        int kind = _random.Next(4);
        if (kind == 0)
        {
            return GatePattern.From(domain.Count, _ => _random.Next(2) == 0);
        }

        BigInteger[] weights = Enumerable.Range(0, domain.Features).Select(_ => new BigInteger(_random.Next(-4, 5))).ToArray();
        int flipped = kind == 1 ? _random.Next(domain.Count) : -1;
        bool[] on = PointsOf(domain)
            .Select((point, n) => point.Zip(weights, (x, w) => x * w).Aggregate(BigInteger.Add).Sign > 0 ^ n == flipped)
            .ToArray();
        return GatePattern.From(on);
    }

    /// <summary>The network inputs of a domain as integers: every feature times one positive number, as tests see them.</summary>
    public static List<BigInteger[]> PointsOf(Domain domain)
    {
        SparsePoint[] points = Enumerable.Range(0, domain.Count).Select(domain.Input).ToArray();
        BigInteger common = points
            .SelectMany(point => point.Values)
            .Select(value => value.Denominator)
            .Distinct()
            .Aggregate(BigInteger.One, BigInteger.Multiply);
        List<BigInteger[]> dense = new();
        foreach (SparsePoint point in points)
        {
            BigInteger[] row = new BigInteger[domain.Features];
            for (int i = 0; i < point.Features.Length; i++)
            {
                row[point.Features[i]] = point.Values[i].Numerator * (common / point.Values[i].Denominator);
            }

            dense.Add(row);
        }

        return dense;
    }

    private Rational Number() => Domains.Number(Entries[_random.Next(Entries.Length)]);
}
