using System.Numerics;
using GateDsl.Gating;

namespace GateDsl.Tests.Gating;

/// <summary>The number of implementable gates over n items and k contexts is the poly-Bernoulli number (docs/what-a-relu-can-gate.md).</summary>
public sealed class PolyBernoulliTests
{
    public static TheoryData<int, int> Shapes()
    {
        TheoryData<int, int> shapes = new();
        for (int n = 1; n <= 16; n++)
        {
            for (int k = 1; n * k <= 16; k++)
            {
                shapes.Add(n, k);
            }
        }

        return shapes;
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void ChainsOfSlicesAreCountedByThePolyBernoulliNumber(int items, int contexts)
    {
        long chains = 0;
        for (uint mask = 0; mask < 1u << (items * contexts); mask++)
        {
            chains += IsChain(mask, items, contexts) ? 1 : 0;
        }

        Assert.Equal(PolyBernoulli(items, contexts), chains);
    }

    [Theory]
    [InlineData(2, 2, 14)]
    [InlineData(3, 3, 230)]
    [InlineData(4, 3, 1066)]
    [InlineData(3, 4, 1066)]
    [InlineData(11, 1, 2048)]
    public void VerdictsAreCountedByThePolyBernoulliNumber(int items, int contexts, int expected)
    {
        Domain domain = Domains.OneHot(items, contexts);
        int implementable = Enumerable.Range(0, 1 << domain.Count)
            .Count(mask => GateDecider.Decide(domain, Domains.Gate(mask, domain.Count)).Witness is not null);
        Assert.Equal(expected, implementable);
        Assert.Equal(expected, PolyBernoulli(items, contexts));
    }

    [SlowFact]
    public void EightItemsInThreeContexts()
    {
        long chains = 0;
        for (uint mask = 0; mask < 1u << 24; mask++)
        {
            chains += IsChain(mask, 8, 3) ? 1 : 0;
        }

        Assert.Equal(354_106, chains);
        Assert.Equal(354_106, PolyBernoulli(8, 3));
    }

    private static readonly bool[] Table = new bool[24];

    private static bool IsChain(uint mask, int items, int contexts)
    {
        bool[] table = items * contexts == 24 ? Table : new bool[items * contexts];
        for (int n = 0; n < table.Length; n++)
        {
            table[n] = (mask >> n & 1) != 0;
        }

        return SliceOrder.Along(table, items, contexts).Crossing is null;
    }

    // sum_j (j!)^2 S2(n+1, j+1) S2(k+1, j+1), with Stirling numbers from their recurrence.
    private static BigInteger PolyBernoulli(int n, int k)
    {
        BigInteger sum = 0;
        BigInteger factorial = 1;
        for (int j = 0; j <= Math.Min(n, k); j++)
        {
            factorial *= Math.Max(j, 1);
            sum += factorial * factorial * Stirling(n + 1, j + 1) * Stirling(k + 1, j + 1);
        }

        return sum;
    }

    private static BigInteger Stirling(int n, int k) =>
        n == k ? 1 : k == 0 || k > n ? 0 : (k * Stirling(n - 1, k)) + Stirling(n - 1, k - 1);
}
