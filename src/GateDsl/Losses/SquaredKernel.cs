using System.Numerics;
using System.Runtime.CompilerServices;

namespace GateDsl;

/// <summary>The squared loss, and e = -dL/dyhat, over the rows of a block at which a gate is on.</summary>
internal static class SquaredKernel
{
    /// <summary>Squared errors: e_n = y_n - yhat_n.</summary>
    /// <returns>The sum of the squares of all e_n, the rows added up in double precision.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static double Errors<T>(ReadOnlySpan<T> y, ReadOnlySpan<T> prediction, Span<T> e, ReadOnlySpan<int> rows, int units)
        where T : struct, INumber<T>
    {
        double squares = 0;
        foreach (int n in rows)
        {
            Span<T> error = e.Slice(n * units, units);
            RowArithmetic.Subtract(y.Slice(n * units, units), prediction.Slice(n * units, units), error);
            squares += double.CreateTruncating(RowNumbers.Dot<T>(error, error));
        }

        return squares;
    }
}
