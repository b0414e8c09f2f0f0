using System.Numerics;

namespace GateDsl;

/// <summary>Gathers the sums of a data set to be kept; what is made of them here is of nothing.</summary>
/// <typeparam name="T">The precision of the data.</typeparam>
internal sealed class RecordedCorrelations<T> : ICorrelationSource<T>
    where T : struct, INumber<T>
{
    private readonly DataCorrelations<T> _data = new();
    private readonly Dictionary<string, PairSum> _possible = new(StringComparer.Ordinal);

    public StatisticSums Sums { get; } = new();

    /// <summary>Correlations that are only there where both inputs are on together at some datapoint.</summary>
    public IReadOnlyDictionary<string, PairSum> Possible => _possible;

    public OutputSums Output(string name, T[] y, int units, RowSet on, EffectiveInput<T>[] inputs)
    {
        double[] together = new double[inputs.Length * inputs.Length];
        for (int p = 0; p < inputs.Length; p++)
        {
            Sums.Set(SumNames.Syx(name, inputs[p].Name), units, inputs[p].Feature.Width, DataCorrelations<T>.CorrelateOutputs(y, units, inputs[p]));
            for (int j = 0; j < inputs.Length; j++)
            {
                int count = _data.Both(inputs[j].On, inputs[p].On).Count;
                together[(j * inputs.Length) + p] = count;
                if (string.CompareOrdinal(inputs[j].Name, inputs[p].Name) <= 0)
                {
                    Add(inputs[j], inputs[p], count, new PairSum(inputs[j].Feature.Width, inputs[p].Feature.Width, name, (j * inputs.Length) + p));
                }
            }
        }

        Sums.Set(SumNames.Together + name, inputs.Length, inputs.Length, together);
        HalfSquares(name, y, units, on);
        return new OutputSums(units, OutputSums.OffsetsOf(inputs), [], [], [], solution => (solution, 0));
    }

    public MergedDatapoints Merged(string name, T[] y, int units, RowSet on, EffectiveInput<T>[] inputs)
    {
        // In the order that merged ones have.
        MergedDatapoints distinct = MergedDatapoints.Add([MergedDatapoints.Of<T>(y, units, on, inputs)]);
        Sums.Set(name, distinct);
        HalfSquares(name, y, units, on);
        return new MergedDatapoints(units, distinct.Widths, [], [], [], 0);
    }

    public double HalfSquares(string name, T[] y, int units, RowSet on)
    {
        double half = on.HalfSquares<T>(y, units);
        Sums.Set(SumNames.HalfSquares + name, 1, 1, [half]);
        return half;
    }

    /// <summary>Sx of a pair, once, however many outputs have it.</summary>
    private void Add(EffectiveInput<T> first, EffectiveInput<T> second, int count, PairSum pair)
    {
        string name = SumNames.Sx(first.Name, second.Name);
        if (!_possible.TryAdd(name, pair) || count == 0)
        {
            return;
        }

        Memory.Require("data", $"The correlations of {first.Name} with {second.Name}", (long)first.Feature.Width * second.Feature.Width, sizeof(double));
        Sums.Set(name, first.Feature.Width, second.Feature.Width, _data.Correlate(first, second));
    }
}
