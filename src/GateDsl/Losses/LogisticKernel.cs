using System.Numerics;
using System.Runtime.CompilerServices;

namespace GateDsl;

/// <summary>The logistic loss, and e = -dL/dyhat, over the rows of a block at which a gate is on.</summary>
/// <remarks>Exponentials are only taken of numbers that are not above 0, in double precision: nothing overflows.</remarks>
internal static class LogisticKernel
{
    /// <summary>The logistic loss of every unit: e_n = y_n - 1 / (1 + exp(-yhat_n)).</summary>
    /// <returns>The sum over n and units of log(1 + exp(yhat_n)) - y_n yhat_n.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static double Errors<T>(ReadOnlySpan<T> y, ReadOnlySpan<T> prediction, Span<T> e, ReadOnlySpan<int> rows, int units)
        where T : struct, INumber<T>
    {
        double loss = 0;
        foreach (int n in rows)
        {
            for (int i = n * units; i < (n + 1) * units; i++)
            {
                double target = double.CreateTruncating(y[i]);
                double z = double.CreateTruncating(prediction[i]);
                double small = Math.Exp(-Math.Abs(z));
                double likelier = 1 / (1 + small);
                double unlikelier = small / (1 + small);
                (double on, double off) = z >= 0 ? (likelier, unlikelier) : (unlikelier, likelier);

                // log(1 + exp(z)) = max(z, 0) + log(1 + exp(-|z|)); y - s = y (1 - s) - (1 - y) s keeps its digits where s is near y.
                loss += (z >= 0 ? (1 - target) * z : -target * z) + LogOfOnePlus.At(small);
                e[i] = T.CreateTruncating((target * off) - ((1 - target) * on));
            }
        }

        return loss;
    }
}
