using System.Numerics;

namespace GateDsl.Generated;

/// <summary>A factor of the correlations for maps that stand turned, features x units: they are turned before, their errors after.</summary>
/// <param name="factor">The factor.</param>
/// <param name="widths">Features of each effective input.</param>
/// <typeparam name="T">Float or double.</typeparam>
internal sealed class TurnedFactor<T>(ResidualFactor<T> factor, int[] widths)
    where T : unmanaged, INumber<T>
{
    private readonly int _entries = factor.Units * factor.Stride;

    /// <summary>Entries of the work space: that of the factor, its maps and its errors.</summary>
    public int WorkSpace => factor.WorkSpace + (2 * _entries);

    public double Errors(ReadOnlySpan<T> maps, Span<T> errors, Span<T> work, int stride)
    {
        Span<T> turnedMaps = work.Slice(factor.WorkSpace, _entries);
        Span<T> turnedErrors = work.Slice(factor.WorkSpace + _entries, _entries);
        (int row, int column) = (0, 0);
        foreach (int width in widths)
        {
            Packing.Transpose(maps[(row * stride)..], stride, turnedMaps[column..], factor.Stride, width, factor.Units);
            row += width;
            column += Packing.Stride<T>(width);
        }

        double loss = factor.Errors(turnedMaps, turnedErrors, work);
        (row, column) = (0, 0);
        foreach (int width in widths)
        {
            Packing.Transpose(turnedErrors[column..], factor.Stride, errors[(row * stride)..], stride, factor.Units, width);
            row += width;
            column += Packing.Stride<T>(width);
        }

        return loss;
    }
}
