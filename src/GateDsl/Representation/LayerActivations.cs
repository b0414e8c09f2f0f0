using System.Numerics;
using System.Runtime.CompilerServices;

namespace GateDsl;

/// <summary>Collects the activations of a layer over all blocks of a data set.</summary>
internal static class LayerActivations
{
    /// <param name="modules">Where the activations of a block stand, datapoints x units, by module.</param>
    /// <param name="layer">A layer, a bank, or one copy of a bank.</param>
    /// <param name="datapoints">Datapoints of the data set.</param>
    /// <param name="blockSize">Datapoints of a block.</param>
    /// <param name="forward">Computes the activations of a block, where the modules are on.</param>
    /// <returns>Units x datapoints.</returns>
    /// <exception cref="ArgumentException">There is no such layer.</exception>
    public static double[,] Of<T>(
        IReadOnlyDictionary<string, StrongBox<MatrixView<T>>> modules, string layer, int datapoints, int blockSize, Action<int> forward)
        where T : struct, INumber<T>
    {
        string name = EdgeName.Normalise(layer);
        MatrixView<T>[] matrices =
            [.. modules.Where(module => module.Key == name || EdgeName.WithoutIndex(module.Key) == name).Select(module => module.Value.Value)];
        if (matrices.Length == 0)
        {
            throw new ArgumentException($"'{layer}' is none of the network's layers that compute: {string.Join(", ", modules.Keys)}.", nameof(layer));
        }

        double[,] activations = new double[matrices.Sum(matrix => matrix.Columns), datapoints];
        for (int first = 0; first < datapoints; first += blockSize)
        {
            // Forward writes only where a module is on.
            foreach (MatrixView<T> matrix in matrices)
            {
                matrix.Span.Clear();
            }

            forward(first / blockSize);
            int row = 0;
            foreach (MatrixView<T> matrix in matrices)
            {
                for (int unit = 0; unit < matrix.Columns; unit++, row++)
                {
                    for (int n = first; n < Math.Min(first + blockSize, datapoints); n++)
                    {
                        activations[row, n] = double.CreateTruncating(matrix.Span[((n - first) * matrix.Columns) + unit]);
                    }
                }
            }
        }

        return activations;
    }
}
