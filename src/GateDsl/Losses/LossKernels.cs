using System.Numerics;
using System.Runtime.CompilerServices;

namespace GateDsl;

/// <summary>
/// Losses, and e = -dL/dyhat, over the rows of a block at which a gate is on. Exponentials are only taken of numbers that are not above 0, in double
/// precision: nothing overflows.
/// </summary>
internal static class LossKernels
{
    /// <summary>Squared errors: e_n = y_n - yhat_n.</summary>
    /// <returns>The sum of the squares of all e_n, the rows added up in double precision.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static double Squared<T>(ReadOnlySpan<T> y, ReadOnlySpan<T> prediction, Span<T> e, ReadOnlySpan<int> rows, int units)
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

    /// <summary>Cross-entropy: e_n = onehot(c_n) - softmax(yhat_n).</summary>
    /// <returns>The sum over n of log(sum of exp(yhat_n)) - yhat_n at c_n.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static double CrossEntropy<T>(ReadOnlySpan<int> labels, ReadOnlySpan<T> prediction, Span<T> e, ReadOnlySpan<int> rows, int units)
        where T : struct, INumber<T>
    {
        using Scratch<double> weights = new(units);
        double loss = 0;
        foreach (int n in rows)
        {
            loss += CrossEntropy(labels[n], prediction.Slice(n * units, units), e.Slice(n * units, units), weights.Span);
        }

        return loss;
    }

    /// <summary>The logistic loss of every unit: e_n = y_n - 1 / (1 + exp(-yhat_n)).</summary>
    /// <returns>The sum over n and units of log(1 + exp(yhat_n)) - y_n yhat_n.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static double Logistic<T>(ReadOnlySpan<T> y, ReadOnlySpan<T> prediction, Span<T> e, ReadOnlySpan<int> rows, int units)
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
                loss += (z >= 0 ? (1 - target) * z : -target * z) + LogOfOnePlus(small);
                e[i] = T.CreateTruncating((target * off) - ((1 - target) * on));
            }
        }

        return loss;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double CrossEntropy<T>(int label, ReadOnlySpan<T> logits, Span<T> e, Span<double> weights)
        where T : struct, INumber<T>
    {
        int largest = 0;
        for (int i = 1; i < logits.Length; i++)
        {
            if (logits[i] > logits[largest])
            {
                largest = i;
            }
        }

        double top = double.CreateTruncating(logits[largest]);
        double others = 0;
        double unlike = 0;
        for (int i = 0; i < logits.Length; i++)
        {
            double weight = Math.Exp(double.CreateTruncating(logits[i]) - top);
            weights[i] = weight;
            others += i == largest ? 0 : weight;
            unlike += i == label ? 0 : weight;
        }

        double sum = 1 + others;
        for (int i = 0; i < logits.Length; i++)
        {
            e[i] = T.CreateTruncating(i == label ? unlike / sum : -weights[i] / sum);
        }

        return top - double.CreateTruncating(logits[label]) + LogOfOnePlus(others);
    }

    /// <summary>log(1 + x) for x of at least 0, with the digits of x where x is small.</summary>
    private static double LogOfOnePlus(double x)
    {
        double u = 1 + x;
        return u == 1 ? x : Math.Log(u) * x / (u - 1);
    }
}
