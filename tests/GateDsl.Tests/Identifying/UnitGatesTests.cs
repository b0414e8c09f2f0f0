using GateDsl.Identifying;

namespace GateDsl.Tests.Identifying;

/// <summary>Which recorded gates no unit of a first hidden layer can have: units may have a bias.</summary>
public sealed class UnitGatesTests
{
    /// <summary>On numbers in a row a gate is possible with a bias where it changes once at most, without one where it does not change: all are above 0.</summary>
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

    private static LayerRecordings Recorded(IdentificationData data, bool[][] gates)
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
        recordings.Add(recorded, [.. gates.Select(_ => 1.0)]);
        return recordings;
    }
}
