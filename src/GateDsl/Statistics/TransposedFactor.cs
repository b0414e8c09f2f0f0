using System.Numerics;

namespace GateDsl;

/// <summary>A factor of the correlations for maps that stand transposed, features x units: they are transposed before, their errors after.</summary>
/// <param name="factor">The factor.</param>
/// <param name="widths">Features of each effective input.</param>
/// <typeparam name="T">Float or double.</typeparam>
internal sealed class TransposedFactor<T>(ResidualFactor<T> factor, int[] widths)
    where T : struct, INumber<T>
{
    private readonly int _entries = factor.Units * factor.Stride;

    /// <summary>Entries of the work space: that of the factor, its maps and its errors.</summary>
    public int WorkSpace => factor.WorkSpace + (2 * _entries);

    public double FindErrors(ReadOnlySpan<T> maps, Span<T> errors, Span<T> work, int stride)
    {
        Span<T> transposedMaps = work.Slice(factor.WorkSpace, _entries);
        Span<T> transposedErrors = work.Slice(factor.WorkSpace + _entries, _entries);
        (int row, int column) = (0, 0);
        foreach (int width in widths)
        {
            MatrixPacking.Transpose(maps[(row * stride)..], stride, transposedMaps[column..], factor.Stride, width, factor.Units);
            row += width;
            column += MatrixPacking.Stride<T>(width);
        }

        double loss = factor.FindErrors(transposedMaps, transposedErrors, work);
        (row, column) = (0, 0);
        foreach (int width in widths)
        {
            MatrixPacking.Transpose(transposedErrors[column..], factor.Stride, errors[(row * stride)..], stride, factor.Units, width);
            row += width;
            column += MatrixPacking.Stride<T>(width);
        }

        return loss;
    }
}
