using System.Numerics;
using System.Runtime.CompilerServices;

namespace GateDsl;

/// <summary>The cross-entropy of a softmax, and e = -dL/dyhat, over the rows of a block at which a gate is on.</summary>
/// <remarks>Exponentials are only taken of numbers that are not above 0, in double precision: nothing overflows.</remarks>
internal static class CrossEntropyKernel
{
    /// <summary>Cross-entropy: e_n = onehot(c_n) - softmax(yhat_n).</summary>
    /// <returns>The sum over n of log(sum of exp(yhat_n)) - yhat_n at c_n.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static double Errors<T>(ReadOnlySpan<int> labels, ReadOnlySpan<T> prediction, Span<T> e, ReadOnlySpan<int> rows, int units)
        where T : struct, INumber<T>
    {
        using Scratch<double> weights = new(units);
        double loss = 0;
        foreach (int n in rows)
        {
            loss += Errors(labels[n], prediction.Slice(n * units, units), e.Slice(n * units, units), weights.Span);
        }

        return loss;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double Errors<T>(int label, ReadOnlySpan<T> logits, Span<T> e, Span<double> weights)
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

        return top - double.CreateTruncating(logits[label]) + LogOfOnePlus.At(others);
    }
}
