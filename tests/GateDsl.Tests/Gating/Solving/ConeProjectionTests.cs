using System.Numerics;
using GateDsl.Gating;

namespace GateDsl.Tests.Gating.Solving;

/// <summary>
/// The exact search alone, without what is tried before it: small integers meet every tie, and large ones are equal in doubles but not quite.
/// </summary>
public sealed class ConeProjectionTests
{
    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 0)]
    [InlineData(9, 0)]
    [InlineData(2, 70)]
    [InlineData(1, 1100)]
    public void EveryProblemHasWeightsOrMultipliersThatHold(int largest, int shift)
    {
        Random random = new((31 * largest) + shift);
        for (int problem = 0; problem < 400; problem++)
        {
            int features = random.Next(1, 6), count = random.Next(1, 10);
            BigInteger[][] points = [.. Enumerable.Range(0, count).Select(_ => Enumerable.Range(0, features).Select(_ => Entry()).ToArray())];
            bool[] on = [.. Enumerable.Range(0, count).Select(_ => random.Next(2) == 0)];
            LinearAnswer answer = ConeProjection.Solve(new(features, [.. points.Select(Sparse)], on, []), new(long.MaxValue));
            if (answer.Weights is { } weights)
            {
                Assert.Null(answer.Multipliers);
                Assert.All(points.Zip(on), point => Assert.Equal(point.Second, Dot(point.First, weights) > 0));
                continue;
            }

            IReadOnlyList<PointMultiplier> multipliers = Assert.IsType<IReadOnlyList<PointMultiplier>>(answer.Multipliers, exactMatch: false);
            Assert.All(multipliers, term => Assert.True(term.Multiplier > 0));
            BigInteger[][] columns = [.. multipliers.Select(term => Column(points[term.Point], on[term.Point]))];
            BigInteger[] sum = [.. Enumerable.Range(0, features + 1)
                .Select(f => multipliers.Zip(columns, (term, column) => term.Multiplier * column[f]).Aggregate(BigInteger.Add))];
            Assert.All(sum[..features], entry => Assert.Equal(BigInteger.Zero, entry));
            Assert.True(sum[features] > 0, "No point that is on has a multiplier.");
            Assert.Equal(columns.Length, IntegerMatrix.Rank(columns));
        }

        BigInteger Entry() => (new BigInteger(random.Next(-largest, largest + 1)) << shift) + (shift > 0 ? random.Next(-1, 2) : 0);
    }

    /// <summary>In doubles all three points are the same, and no guess tells which one is violated: the search over all starts at the first.</summary>
    [Theory]
    [InlineData("100")]
    [InlineData("010")]
    [InlineData("001")]
    public void PointsThatDoublesCannotTellApartAreFoundExactly(string bits)
    {
        BigInteger large = BigInteger.One << 200;
        BigInteger[][] points = [[large, large + 1], [large, large + 2], [large + 1, large + 1]];
        bool[] on = [.. bits.Select(bit => bit == '1')];
        LinearAnswer answer = ConeProjection.Solve(new(2, [.. points.Select(Sparse)], on, []), new(long.MaxValue));
        if (answer.Weights is { } weights)
        {
            Assert.All(points.Zip(on), point => Assert.Equal(point.Second, Dot(point.First, weights) > 0));
            return;
        }

        Assert.All([0, 1], f => Assert.Equal(BigInteger.Zero, answer.Multipliers!.Select(
            term => (on[term.Point] ? term.Multiplier : -term.Multiplier) * points[term.Point][f]).Aggregate(BigInteger.Add)));
    }

    private static BigInteger Dot(BigInteger[] x, BigInteger[] w) => x.Zip(w, (a, b) => a * b).Aggregate(BigInteger.Add);

    private static BigInteger[] Column(BigInteger[] point, bool isOn) => [.. point.Select(x => isOn ? x : -x), isOn ? 1 : 0];

    private static IntegerPoint Sparse(BigInteger[] dense)
    {
        int[] features = [.. Enumerable.Range(0, dense.Length).Where(f => !dense[f].IsZero)];
        return new(features, [.. features.Select(f => dense[f])]);
    }
}
