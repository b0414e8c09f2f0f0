using System.Numerics;
using System.Numerics.Tensors;

namespace GateDsl;

/// <summary>
/// What a factor of the correlations of an output module is made of: which inputs belong together, Sx and Syx over all of them side by side, and
/// what a solution F* of the least squares problem leaves, sum r x^T and 1/2 sum |r|^2 with r = y - F* x.
/// </summary>
/// <param name="Units">Units of the output module.</param>
/// <param name="Offsets">Where the features of each input start; the last is their number.</param>
/// <param name="Groups">Inputs that are on together somewhere, and what belongs to either.</param>
/// <param name="Sx">Features x features.</param>
/// <param name="Syx">Units x features.</param>
/// <param name="Leftover">From F*, units x features: sum r x^T, units x features, and 1/2 sum |r|^2.</param>
internal sealed record OutputSums(
    int Units, int[] Offsets, IReadOnlyList<int[]> Groups, double[] Sx, double[] Syx, Func<double[], (double[] Leftover, double Least)> Leftover)
{
    /// <summary>From datapoints that are counted: distinct ones with their numbers and mean targets.</summary>
    public static OutputSums Of(MergedDatapoints merged)
    {
        int[] offsets = OffsetsOf(merged.Widths);
        (int width, int units) = (offsets[^1], merged.Units);
        RequireMemory(width, units);
        double[] sx = new double[width * width];
        double[] sums = new double[width * units];
        InputGroups groups = new(merged.Widths.Length);
        for (int d = 0; d < merged.Rows.Length; d++)
        {
            foreach (int f in merged.Rows[d])
            {
                AddRow(sums, f, 1, merged.Sums[d]);
                foreach (int g in merged.Rows[d])
                {
                    sx[(f * width) + g] += merged.Counts[d];
                    groups.Join(InputOf(offsets, f), InputOf(offsets, g));
                }
            }
        }

        return new OutputSums(units, offsets, groups.All(), sx, Transpose(sums, width, units), solution => Leave(merged, width, solution));
    }

    /// <summary>Where the features of each input start, and where they end.</summary>
    public static int[] OffsetsOf<T>(EffectiveInput<T>[] inputs)
        where T : struct, INumber<T>
    {
        int[] widths = new int[inputs.Length];
        for (int p = 0; p < widths.Length; p++)
        {
            widths[p] = inputs[p].Feature.Width;
        }

        return OffsetsOf(widths);
    }

    /// <summary>Where features start of inputs that are so wide, and where they end.</summary>
    public static int[] OffsetsOf(int[] widths)
    {
        int[] offsets = new int[widths.Length + 1];
        for (int p = 0; p < widths.Length; p++)
        {
            offsets[p + 1] = offsets[p] + widths[p];
        }

        return offsets;
    }

    /// <exception cref="ArgumentException">The correlations are larger than what memory is left.</exception>
    public static void RequireMemory(int width, int units)
    {
        const string Inputs = "inputs";
        Memory.Require(Inputs, $"The correlations of inputs of {width:N0} units with each other", (long)width * width, sizeof(double));
        Memory.Require(Inputs, $"The correlations of inputs of {width:N0} units with {units:N0} outputs", (long)units * width, sizeof(double));
    }

    /// <summary>Puts a block into a matrix of that width.</summary>
    public static void Paste(double[] block, int columns, double[] whole, int top, int left, int width)
    {
        for (int i = 0; i < block.Length / Math.Max(1, columns); i++)
        {
            Array.Copy(block, i * columns, whole, ((top + i) * width) + left, columns);
        }
    }

    public static double[] Transpose(double[] matrix, int rows, int columns)
    {
        double[] transposed = new double[matrix.Length];
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < columns; j++)
            {
                transposed[(j * rows) + i] = matrix[(i * columns) + j];
            }
        }

        return transposed;
    }

    private static (double[] Leftover, double Least) Leave(MergedDatapoints merged, int width, double[] solution)
    {
        double[] maps = Transpose(solution, merged.Units, width);
        double[] leftover = new double[maps.Length];
        double least = merged.Least;
        double[] r = new double[merged.Units];
        for (int d = 0; d < merged.Rows.Length; d++)
        {
            merged.Means[d].CopyTo(r, 0);
            foreach (int f in merged.Rows[d])
            {
                TensorPrimitives.Subtract<double>(r, maps.AsSpan(f * r.Length, r.Length), r);
            }

            foreach (int f in merged.Rows[d])
            {
                AddRow(leftover, f, merged.Counts[d], r);
            }

            least += merged.Counts[d] * TensorPrimitives.SumOfSquares<double>(r) / 2;
        }

        return (Transpose(leftover, width, merged.Units), least);
    }

    private static void AddRow(double[] matrix, int row, double scale, double[] values)
    {
        Span<double> sum = matrix.AsSpan(row * values.Length, values.Length);
        TensorPrimitives.MultiplyAdd(values, scale, sum, sum);
    }

    public static int InputOf(int[] offsets, int feature)
    {
        int found = Array.BinarySearch(offsets, feature);

        // Inputs have at least one unit, so offsets differ.
        return found >= 0 ? found : ~found - 1;
    }
}
