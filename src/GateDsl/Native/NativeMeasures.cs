using System.ComponentModel;

namespace GateDsl.CompilerServices;

/// <summary>Functions of the C surface that need no network: curves and representations compared. Used by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[Obsolete(GeneratedCode.Only, DiagnosticId = GeneratedCode.Id, UrlFormat = GeneratedCode.Page)]
public static unsafe class NativeMeasures
{
    /// <summary>How far two curves are apart.</summary>
    public static int Agree(nint reference, nint other, long count, nint rms, nint max) => NativeFault.Guard(() =>
    {
        NativePointer.Require(rms, nameof(rms));
        NativePointer.Require(max, nameof(max));
        Agreement agreement = Agreement.Between(Curve(reference, nameof(reference), count), Curve(other, nameof(other), count));
        *(double*)rms = agreement.Rms;
        *(double*)max = agreement.Max;
    });

    /// <summary>Dissimilarities of a kernel.</summary>
    public static int FindRdm(nint kernel, long count, int metric, nint rdm) => NativeFault.Guard(() =>
    {
        NativePointer.Require(rdm, nameof(rdm));
        if (metric is not (0 or 1))
        {
            throw new ArgumentOutOfRangeException(nameof(metric), metric, "The metric is 0, squared Euclidean, or 1, cosine.");
        }

        CopyOut(Representation.Rdm(Matrix(kernel, nameof(kernel), count), (RdmMetric)metric), rdm);
    });

    /// <summary>Distance of two kernels.</summary>
    public static int FindKernelDistance(nint a, nint b, long count, nint distance) => NativeFault.Guard(() =>
    {
        NativePointer.Require(distance, nameof(distance));
        *(double*)distance = Representation.KernelDistance(Matrix(a, nameof(a), count), Matrix(b, nameof(b), count));
    });

    /// <summary>Correlation of two matrices of dissimilarities.</summary>
    public static int Correlate(nint a, nint b, long count, nint correlation) => NativeFault.Guard(() =>
    {
        NativePointer.Require(correlation, nameof(correlation));
        *(double*)correlation = Representation.Correlation(Matrix(a, nameof(a), count), Matrix(b, nameof(b), count));
    });

    /// <summary>Order of a pass with batches.</summary>
    public static int OrderBatches(int count, ulong shuffleSeed, int epoch, nint order) => NativeFault.Guard(() =>
    {
        NativePointer.Require(order, nameof(order));
        MiniBatches.Order(count, shuffleSeed, epoch).CopyTo(new Span<int>((void*)order, count));
    });

    /// <summary>Draws balanced weights.</summary>
    public static int DrawBalanced(
        int inputs, int hidden, int outputs, double sigma, double lambda, ulong seed, nint incoming, nint outgoing) => NativeFault.Guard(() =>
    {
        NativePointer.Require(incoming, nameof(incoming));
        NativePointer.Require(outgoing, nameof(outgoing));
        Memory.Require(nameof(hidden), "The weights", Math.Max(0L, hidden) * Math.Max(0, Math.Max(inputs, outputs)), sizeof(double));
        (double[,] first, double[,] second) = LambdaBalanced.Draw(inputs, hidden, outputs, sigma, lambda, seed);
        CopyOut(first, incoming);
        CopyOut(second, outgoing);
    });

    private static void CopyOut(double[,] matrix, nint target)
    {
        fixed (double* from = matrix)
        {
            Buffer.MemoryCopy(from, (void*)target, (long)matrix.Length * sizeof(double), (long)matrix.Length * sizeof(double));
        }
    }

    private static ReadOnlySpan<double> Curve(nint curve, string parameter, long count)
    {
        NativePointer.Require(curve, parameter);
        return count is >= 0 and <= int.MaxValue
            ? new ReadOnlySpan<double>((void*)curve, (int)count)
            : throw new ArgumentOutOfRangeException(nameof(count), count, "A curve has from 0 to 2^31 - 1 losses.");
    }

    private static double[,] Matrix(nint matrix, string parameter, long count)
    {
        NativePointer.Require(matrix, parameter);
        if (count < 0 || count > Array.MaxLength || count * count > Array.MaxLength)
        {
            throw new ArgumentOutOfRangeException(nameof(count), count, "The matrix is too large, or its extent below 0.");
        }

        Memory.Require(parameter, $"A copy of {parameter}", count * count, sizeof(double));
        double[,] copy = new double[count, count];
        fixed (double* to = copy)
        {
            Buffer.MemoryCopy((void*)matrix, to, (long)copy.Length * sizeof(double), (long)copy.Length * sizeof(double));
        }

        return copy;
    }
}
