using System.Numerics;

namespace GateDsl;

/// <summary>The rows of K of one input, in a component of an output module.</summary>
/// <param name="At">Where the columns of its map start.</param>
/// <param name="Columns">Its columns.</param>
/// <param name="Width">Those, packed.</param>
/// <param name="Root">K_p, packed: width x rank.</param>
/// <param name="Transposed">K_p^T, where it is kept.</param>
/// <param name="Diagonal">The diagonal of K, where nothing else is in it.</param>
/// <typeparam name="T">Float or double.</typeparam>
internal sealed record Segment<T>(int At, int Columns, int Width, T[] Root, T[]? Transposed, T[]? Diagonal)
    where T : struct, INumber<T>
{
    /// <summary>Packs the rows of K of one input.</summary>
    /// <param name="root">K_p, columns x rank.</param>
    /// <param name="columns">Columns of its map.</param>
    /// <param name="rank">The rank of the correlations.</param>
    /// <param name="at">Where the columns of its map start, packed.</param>
    /// <param name="isTransposedKept">Whether the transpose is kept too.</param>
    public static Segment<T> Of(ReadOnlySpan<double> root, int columns, int rank, int at, bool isTransposedKept)
    {
        int rankStride = MatrixPacking.Stride<T>(rank);
        int width = MatrixPacking.Stride<T>(columns);
        T[] packed = new T[width * rankStride];
        T[]? transposed = isTransposedKept ? new T[rankStride * width] : null;
        for (int j = 0; j < columns; j++)
        {
            for (int k = 0; k < rank; k++)
            {
                T entry = T.CreateTruncating(root[(j * rank) + k]);
                packed[(j * rankStride) + k] = entry;
                if (transposed is not null)
                {
                    transposed[(k * width) + j] = entry;
                }
            }
        }

        return new Segment<T>(at, columns, width, packed, transposed, null);
    }
}
