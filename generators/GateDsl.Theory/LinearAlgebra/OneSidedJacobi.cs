namespace GateDsl.Theory.LinearAlgebra;

/// <summary>
/// Rotates the columns of X = R^T, R square, until every pair is orthogonal to rounding: X W = Y diag(S). Kept as rows (X^T = R and W^T), so
/// that a rotation runs over contiguous numbers.
/// </summary>
internal sealed class OneSidedJacobi
{
    // Columns below this (the largest is of order one) count as zero: their squares are too close to underflow to rotate by.
    private const double Negligible = 1e-140;

    private const int MostSweeps = 60;

    private readonly int _size;
    private readonly double[] _x;
    private readonly double[] _w;

    public OneSidedJacobi(Matrix r)
    {
        _size = r.Rows;
        _x = (double[])r.Values.Clone();
        _w = Matrix.Identity(_size).Values;
    }

    /// <summary>Sweeps over all pairs until none needs a rotation.</summary>
    public void Orthogonalise()
    {
        // Cosines below this are rounding of the inner product itself.
        double tolerance = Precisions.Epsilon * Math.Sqrt(Math.Max(1, _size));
        for (int sweep = 0; sweep < MostSweeps; sweep++)
        {
            bool rotated = false;
            for (int p = 0; p < _size - 1; p++)
            {
                for (int q = p + 1; q < _size; q++)
                {
                    rotated |= RotatePair(p * _size, q * _size, tolerance);
                }
            }

            if (!rotated)
            {
                return;
            }
        }

        throw new InvalidOperationException($"The singular values of a {_size} x {_size} factor did not settle in {MostSweeps} sweeps.");
    }

    /// <summary>Y, S and W with S falling, as columns; a column of Y whose singular value is zero completes the orthonormal basis.</summary>
    public (Matrix Y, double[] S, Matrix W) Sorted()
    {
        double[] norms = Enumerable.Range(0, _size).Select(k => Math.Sqrt(Dot(k * _size, k * _size))).ToArray();
        int[] order = Enumerable.Range(0, _size).OrderByDescending(k => norms[k]).ToArray();
        double[] s = order.Select(k => norms[k] > Negligible ? norms[k] : 0).ToArray();

        Matrix y = new(_size, _size);
        Matrix w = new(_size, _size);
        for (int column = 0; column < _size; column++)
        {
            int start = order[column] * _size;
            for (int i = 0; i < _size; i++)
            {
                w[i, column] = _w[start + i];
                y[i, column] = s[column] > 0 ? _x[start + i] / s[column] : 0;
            }
        }

        OrthonormalCompletion.Complete(y, s.Count(value => value > 0));
        return (y, s, w);
    }

    private bool RotatePair(int p, int q, double tolerance)
    {
        double pp = Dot(p, p);
        double qq = Dot(q, q);
        double pq = Dot(p, q);
        if (Math.Abs(pq) <= tolerance * Math.Sqrt(pp) * Math.Sqrt(qq) || Math.Min(pp, qq) <= Negligible * Negligible)
        {
            return false;
        }

        // The smaller angle that makes the pair orthogonal: tan from tan^2 + 2 cot(2 angle) tan = 1.
        double cotangent = (qq - pp) / (2 * pq);
        double tangent = (cotangent < 0 ? -1 : 1) / (Math.Abs(cotangent) + Math.Sqrt(1 + (cotangent * cotangent)));
        double cosine = 1 / Math.Sqrt(1 + (tangent * tangent));
        double sine = cosine * tangent;
        Rows.Rotate(_x, p, q, _size, cosine, sine);
        Rows.Rotate(_w, p, q, _size, cosine, sine);
        return true;
    }

    private double Dot(int p, int q)
    {
        double sum = 0.0;
        for (int i = 0; i < _size; i++)
        {
            sum += _x[p + i] * _x[q + i];
        }

        return sum;
    }
}
