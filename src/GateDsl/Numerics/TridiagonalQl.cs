using GateDsl.Theory.LinearAlgebra;

namespace GateDsl;

/// <summary>Implicit QL steps with Wilkinson's shift: turns a tridiagonal matrix diagonal and its basis vectors into eigenvectors.</summary>
/// <remarks>Why no library does this: <see cref="SymmetricEigen"/>.</remarks>
internal static class TridiagonalQl
{
    private const int MostSteps = 60;

    public static void Diagonalise(Tridiagonal t)
    {
        int n = t.Diagonal.Length;
        for (int first = 0; first < n; first++)
        {
            for (int step = 0; ; step++)
            {
                int last = EndOfBlock(t, first);
                if (last == first)
                {
                    break;
                }

                if (step == MostSteps)
                {
                    throw new InvalidOperationException($"An eigenvalue of a {n} x {n} matrix did not settle in {MostSteps} steps.");
                }

                Step(t, first, last);
            }
        }
    }

    // The first index from which on the coupling to the next is lost in rounding.
    private static int EndOfBlock(Tridiagonal t, int first)
    {
        int last = first;
        while (last + 1 < t.Diagonal.Length)
        {
            double neighbours = Math.Abs(t.Diagonal[last]) + Math.Abs(t.Diagonal[last + 1]);
            if (Math.Abs(t.Below[last]) <= Precisions.Epsilon * neighbours)
            {
                t.Below[last] = 0;
                return last;
            }

            last++;
        }

        return last;
    }

    // One step on the unreduced block first .. last: the bulge of the shifted rotation is chased from the bottom to the top.
    private static void Step(Tridiagonal t, int first, int last)
    {
        double[] d = t.Diagonal;
        double[] e = t.Below;
        double delta = (d[first + 1] - d[first]) / (2 * e[first]);
        double root = Hypotenuse(delta, 1);
        double shift = d[first] - (e[first] / (delta + (delta < 0 ? -root : root)));

        double bulge = d[last] - shift;
        double sine = 1, cosine = 1, carried = 0;
        for (int i = last - 1; i >= first; i--)
        {
            double f = sine * e[i];
            double b = cosine * e[i];
            double length = Hypotenuse(f, bulge);
            e[i + 1] = length;
            if (length == 0)
            {
                // The block falls apart here; the next search finds the split.
                d[i + 1] -= carried;
                e[last] = 0;
                return;
            }

            sine = f / length;
            cosine = bulge / length;
            bulge = d[i + 1] - carried;
            double turned = ((d[i] - bulge) * sine) + (2 * cosine * b);
            carried = sine * turned;
            d[i + 1] = bulge + carried;
            bulge = (cosine * turned) - b;
            Rows.Rotate(t.VectorRows, i * d.Length, (i + 1) * d.Length, d.Length, cosine, sine);
        }

        d[first] -= carried;
        e[first] = bulge;
        e[last] = 0;
    }

    private static double Hypotenuse(double a, double b)
    {
        double larger = Math.Max(Math.Abs(a), Math.Abs(b));
        if (larger == 0)
        {
            return 0;
        }

        double x = a / larger;
        double y = b / larger;
        return larger * Math.Sqrt((x * x) + (y * y));
    }
}
