using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace GateDsl.Benchmarks.Peak;

/// <summary>
/// What one core can do at most: fused multiply-adds on registers alone. Sixteen independent sums hide the latency of a multiply-add on every
/// processor we know (latency 4, two units).
/// </summary>
internal static class FmaPeak
{
    private const int Sums = 16;
    private static float s_sink;

    /// <summary>Single precision, in GFLOP/s: the best of three loops of about 20 ms each, in the widest vectors that have hardware.</summary>
    public static double Measure()
    {
        const int rounds = 2_000_000;
        double best = 0;
        for (int i = 0; i < 3; i++)
        {
            long start = Stopwatch.GetTimestamp();
            int lanes;
            if (Vector512.IsHardwareAccelerated)
            {
                lanes = Vector512<float>.Count;
                s_sink += Wide(rounds, 0.999f);
            }
            else
            {
                lanes = Vector256<float>.Count;
                s_sink += Narrow(rounds, 0.999f);
            }

            double nanoseconds = Stopwatch.GetElapsedTime(start).TotalNanoseconds;
            best = Math.Max(best, 2.0 * lanes * Sums * rounds / nanoseconds);
        }

        return best;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float Wide(int rounds, float factor)
    {
        Vector512<float> m = Vector512.Create(factor);
        Vector512<float> a0 = m, a1 = m, a2 = m, a3 = m, a4 = m, a5 = m, a6 = m, a7 = m;
        Vector512<float> b0 = m, b1 = m, b2 = m, b3 = m, b4 = m, b5 = m, b6 = m, b7 = m;
        for (int i = 0; i < rounds; i++)
        {
            a0 = Vector512.FusedMultiplyAdd(a0, m, m);
            a1 = Vector512.FusedMultiplyAdd(a1, m, m);
            a2 = Vector512.FusedMultiplyAdd(a2, m, m);
            a3 = Vector512.FusedMultiplyAdd(a3, m, m);
            a4 = Vector512.FusedMultiplyAdd(a4, m, m);
            a5 = Vector512.FusedMultiplyAdd(a5, m, m);
            a6 = Vector512.FusedMultiplyAdd(a6, m, m);
            a7 = Vector512.FusedMultiplyAdd(a7, m, m);
            b0 = Vector512.FusedMultiplyAdd(b0, m, m);
            b1 = Vector512.FusedMultiplyAdd(b1, m, m);
            b2 = Vector512.FusedMultiplyAdd(b2, m, m);
            b3 = Vector512.FusedMultiplyAdd(b3, m, m);
            b4 = Vector512.FusedMultiplyAdd(b4, m, m);
            b5 = Vector512.FusedMultiplyAdd(b5, m, m);
            b6 = Vector512.FusedMultiplyAdd(b6, m, m);
            b7 = Vector512.FusedMultiplyAdd(b7, m, m);
        }

        return Vector512.Sum(a0 + a1 + a2 + a3 + a4 + a5 + a6 + a7 + b0 + b1 + b2 + b3 + b4 + b5 + b6 + b7);
    }

    /// <summary>Fifteen registers would be left for sixteen sums and a factor: two loops of eight sums each.</summary>
    private static float Narrow(int rounds, float factor) => NarrowHalf(rounds, factor) + NarrowHalf(rounds, factor);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float NarrowHalf(int rounds, float factor)
    {
        Vector256<float> m = Vector256.Create(factor);
        Vector256<float> a0 = m, a1 = m, a2 = m, a3 = m, a4 = m, a5 = m, a6 = m, a7 = m;
        for (int i = 0; i < rounds; i++)
        {
            a0 = Vector256.FusedMultiplyAdd(a0, m, m);
            a1 = Vector256.FusedMultiplyAdd(a1, m, m);
            a2 = Vector256.FusedMultiplyAdd(a2, m, m);
            a3 = Vector256.FusedMultiplyAdd(a3, m, m);
            a4 = Vector256.FusedMultiplyAdd(a4, m, m);
            a5 = Vector256.FusedMultiplyAdd(a5, m, m);
            a6 = Vector256.FusedMultiplyAdd(a6, m, m);
            a7 = Vector256.FusedMultiplyAdd(a7, m, m);
        }

        return Vector256.Sum(a0 + a1 + a2 + a3 + a4 + a5 + a6 + a7);
    }
}
