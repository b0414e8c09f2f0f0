using System.Numerics;
using System.Numerics.Tensors;

namespace GateDsl;

/// <summary>Correlations from sums that were gathered before, without any datapoints.</summary>
/// <param name="sums">The sums.</param>
/// <typeparam name="T">The precision of the data.</typeparam>
internal sealed class SummedCorrelations<T>(StatisticSums sums) : ICorrelationSource<T>
    where T : struct, INumber<T>
{
    public OutputSums Output(string name, T[] y, int units, RowSet on, EffectiveInput<T>[] inputs)
    {
        int[] offsets = OutputSums.OffsetsOf(inputs);
        int width = offsets[^1];
        OutputSums.RequireMemory(width, units);
        double[] sx = new double[width * width];
        double[] syx = new double[units * width];
        double[] counts = sums.Get(SumNames.Together + name, inputs.Length * inputs.Length);
        InputGroups groups = new(inputs.Length);
        for (int p = 0; p < inputs.Length; p++)
        {
            int columns = inputs[p].Feature.Width;
            OutputSums.Paste(sums.Get(SumNames.Syx(name, inputs[p].Name), units * columns), columns, syx, 0, offsets[p], width);
            for (int j = 0; j < inputs.Length; j++)
            {
                if (counts[(j * inputs.Length) + p] > 0)
                {
                    groups.Join(j, p);
                    OutputSums.Paste(Correlation(inputs[j], inputs[p]), columns, sx, offsets[j], offsets[p], width);
                }
            }
        }

        double half = HalfSquares(name, y, units, on);
        return new OutputSums(units, offsets, groups.All(), sx, syx, solution => Leave(units, width, sx, syx, half, solution));
    }

    public MergedDatapoints Merged(string name, T[] y, int units, RowSet on, EffectiveInput<T>[] inputs) =>
        sums.Distinct.TryGetValue(name, out MergedDatapoints? distinct)
            ? distinct
            : new MergedDatapoints(units, [.. inputs.Select(input => input.Feature.Width)], [], [], [], 0);

    public double HalfSquares(string name, T[] y, int units, RowSet on) => sums.Get(SumNames.HalfSquares + name, 1)[0];

    private double[] Correlation(EffectiveInput<T> j, EffectiveInput<T> p)
    {
        (int rows, int columns) = (j.Feature.Width, p.Feature.Width);
        return string.CompareOrdinal(j.Name, p.Name) <= 0
            ? sums.Get(SumNames.Sx(j.Name, p.Name), rows * columns)
            : OutputSums.Transpose(sums.Get(SumNames.Sx(p.Name, j.Name), rows * columns), columns, rows);
    }

    /// <summary>
    /// With r = y - F* x: sum r x^T = Syx - F* Sx, and sum |r|^2 = sum |y|^2 - &lt;F*, Syx + sum r x^T&gt;, where the difference of moments leaves
    /// rounding of 1e-16 sum |y|^2. Losses keep the digits beyond, as what the maps change is in |R|^2 alone.
    /// </summary>
    private static (double[] Leftover, double Least) Leave(int units, int width, double[] sx, double[] syx, double half, double[] solution)
    {
        double[] leftover = (double[])syx.Clone();
        MatrixProducts.AddFromTransposed<double>(OutputSums.Transpose(solution, units, width), units, sx, width, leftover, width, units, width, width, -1);
        double explained = TensorPrimitives.Dot<double>(solution, syx) + TensorPrimitives.Dot<double>(solution, leftover);
        return (leftover, Math.Max(0, half - (explained / 2)));
    }
}
