using GateDsl.Identifying;

namespace GateDsl.Tests.Identifying;

/// <summary>Which recorded gates no unit of a first hidden layer can have: units may have a bias.</summary>
public sealed class UnitGatesTests
{
    /// <summary>
    /// On numbers in a row a gate is possible with a bias where it changes once at most, without one where it does not change: all are above 0.
    /// </summary>
    [Theory]
    [InlineData(4)]
    [InlineData(7)]
    public void OnNumbersInARowGatesThatChangeTwiceAreImpossible(int count)
    {
        IdentificationData data = IdentificationData.FromColumns([.. Enumerable.Range(1, count).Select(n => (double)n)], 1, count);
        Random random = new(count);
        for (int round = 0; round < 20; round++)
        {
            bool[][] gates = [.. Enumerable.Range(0, 6).Select(_ => Enumerable.Range(0, count).Select(_ => random.Next(2) == 0).ToArray())];
            string[] different = [.. gates.Where(gate => gate.Contains(true)).Select(gate => string.Concat(gate.Select(isOn => isOn ? '1' : '0'))).Distinct()];

            (int impossible, int looked) = UnitGates.Of(GatePatterns.Of(Recorded(data, gates)), data);

            Assert.Equal(different.Length, looked);
            Assert.Equal(different.Count(gate => Enumerable.Range(1, count - 1).Count(n => gate[n] != gate[n - 1]) > 1), impossible);
        }
    }

    /// <summary>Of more gates than are looked at it is those that hold most path strength.</summary>
    [Fact]
    public void OfManyGatesTheStrongestAreLookedAt()
    {
        const int Most = 12;
        IdentificationData data = IdentificationData.FromColumns([.. Enumerable.Range(1, 6).Select(n => (double)n)], 1, 6);
        Random random = new(1);
        int differing = 0;
        for (int round = 0; round < 20; round++)
        {
            int[] different = [.. Enumerable.Range(1, 63)];
            random.Shuffle(different);
            bool[][] gates = [.. different.Take(20).Select(set => Enumerable.Range(0, 6).Select(n => (set >> n & 1) != 0).ToArray())];
            double[] strengths = [.. gates.Select(_ => 0.1 + random.NextDouble())];
            bool[] isImpossible = [.. gates.Select(gate => Enumerable.Range(1, 5).Count(n => gate[n] != gate[n - 1]) > 1)];

            (int impossible, int looked) = UnitGates.Of(GatePatterns.Of(Recorded(data, gates, strengths)), data);

            int[] order = [.. Enumerable.Range(0, 20).OrderByDescending(gate => strengths[gate])];
            Assert.Equal((order.Take(Most).Count(gate => isImpossible[gate]), Most), (impossible, looked));
            differing += order.TakeLast(Most).Count(gate => isImpossible[gate]) != impossible ? 1 : 0;
        }

        Assert.InRange(differing, 5, 20);
    }

    /// <summary>Beyond three thousand numbers nothing is decided.</summary>
    [Theory]
    [InlineData(1_500, 2)]
    [InlineData(1_501, 0)]
    public void OfTooManyNumbersNoneIsLookedAt(int count, int expected)
    {
        IdentificationData data = IdentificationData.Of(count).Dense("Features", 2, [.. Enumerable.Range(0, 2 * count).Select(i => i % 2 == 0 ? i : 1.0)]);
        bool[][] gates = [[.. Enumerable.Repeat(true, count)], [.. Enumerable.Range(0, count).Select(n => n > 0)]];

        Assert.Equal((0, expected), UnitGates.Of(GatePatterns.Of(Recorded(data, gates)), data));
    }

    private static LayerRecordings Recorded(IdentificationData data, bool[][] gates, double[]? strengths = null)
    {
        bool[,] recorded = new bool[gates.Length, data.Count];
        for (int unit = 0; unit < gates.Length; unit++)
        {
            for (int n = 0; n < data.Count; n++)
            {
                recorded[unit, n] = gates[unit][n];
            }
        }

        LayerRecordings recordings = new(data);
        recordings.Add(recorded, strengths ?? [.. gates.Select(_ => 1.0)]);
        return recordings;
    }
}
