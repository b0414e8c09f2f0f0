#if NET
using System.Numerics;
#endif
using System.Runtime.CompilerServices;
#if NET
using System.Runtime.InteropServices;
#endif

namespace GateDsl.Theory.LinearAlgebra;

/// <summary>
/// The inner loops of the linear algebra: a row plus a linear combination of rows, and the rotation of two rows. Each element is computed by
/// itself, in a fixed order and without fused multiply-add, so the vectorised loop of the runtime and the plain one of the compiler give
/// the same bits.
/// </summary>
internal static class Rows
{
    // AggressiveOptimization, which .NET Standard does not name: a build runs these loops before the JIT would look at them a second time.
    private const MethodImplOptions Optimised = (MethodImplOptions)512;

    /// <summary>
    /// target[0 .. width) += scale * sum over k &lt; count of weights[first + k * stride] * rows[start + k * pitch .. + width).
    /// </summary>
    [MethodImpl(Optimised)]
    public static void AddCombination(
        double scale, double[] weights, int first, int stride, int count,
        double[] rows, int start, int pitch, int width, double[] target, int targetStart)
    {
        int k = 0;
        for (; k + 4 <= count; k += 4)
        {
            int at = first + (k * stride);
            AddFour(
                scale * weights[at], scale * weights[at + stride], scale * weights[at + (2 * stride)], scale * weights[at + (3 * stride)],
                rows, start + (k * pitch), pitch, width, target, targetStart);
        }

        for (; k < count; k++)
        {
            AddOne(scale * weights[first + (k * stride)], rows, start + (k * pitch), width, target, targetStart);
        }
    }

    /// <summary>(p, q) &lt;- (cosine p - sine q, sine p + cosine q) for the rows of <paramref name="width"/> that start at p and q.</summary>
    public static void Rotate(double[] rows, int p, int q, int width, double cosine, double sine)
    {
        int j = 0;
#if NET
        Vector<double> c = new(cosine);
        Vector<double> s = new(sine);
        for (; j + Vector<double>.Count <= width; j += Vector<double>.Count)
        {
            Vector<double> a = new(rows, p + j);
            Vector<double> b = new(rows, q + j);
            ((c * a) - (s * b)).CopyTo(rows, p + j);
            ((s * a) + (c * b)).CopyTo(rows, q + j);
        }
#endif
        for (; j < width; j++)
        {
            double a = rows[p + j];
            double b = rows[q + j];
            rows[p + j] = (cosine * a) - (sine * b);
            rows[q + j] = (sine * a) + (cosine * b);
        }
    }

    [MethodImpl(Optimised)]
    private static void AddFour(
        double w0, double w1, double w2, double w3, double[] rows, int start, int pitch, int width, double[] target, int targetStart)
    {
        int start1 = start + pitch;
        int start2 = start1 + pitch;
        int start3 = start2 + pitch;
        int j = 0;
#if NET
        Vector<double> v0 = new(w0);
        Vector<double> v1 = new(w1);
        Vector<double> v2 = new(w2);
        Vector<double> v3 = new(w3);
        for (; j + Vector<double>.Count <= width; j += Vector<double>.Count)
        {
            Vector<double> sum = new Vector<double>(target, targetStart + j) + (v0 * new Vector<double>(rows, start + j));
            sum += v1 * new Vector<double>(rows, start1 + j);
            sum += v2 * new Vector<double>(rows, start2 + j);
            sum += v3 * new Vector<double>(rows, start3 + j);
            sum.CopyTo(target, targetStart + j);
        }
#endif
        for (; j < width; j++)
        {
            double sum = target[targetStart + j] + (w0 * rows[start + j]);
            sum += w1 * rows[start1 + j];
            sum += w2 * rows[start2 + j];
            sum += w3 * rows[start3 + j];
            target[targetStart + j] = sum;
        }
    }

    [MethodImpl(Optimised)]
    private static void AddOne(double w, double[] rows, int start, int width, double[] target, int targetStart)
    {
        int j = 0;
#if NET
        // As spans of registers: a register that is read from an array brings the texts of its exceptions, which are loaded for it.
        Span<Vector<double>> sums = MemoryMarshal.Cast<double, Vector<double>>(target.AsSpan(targetStart, width));
        ReadOnlySpan<Vector<double>> row = MemoryMarshal.Cast<double, Vector<double>>(rows.AsSpan(start, width));
        Vector<double> v = new(w);
        for (int i = 0; i < sums.Length; i++)
        {
            sums[i] += v * row[i];
        }

        j = sums.Length * Vector<double>.Count;
#endif
        for (; j < width; j++)
        {
            target[targetStart + j] += w * rows[start + j];
        }
    }
}
