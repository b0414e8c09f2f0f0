namespace GateDsl.Theory.LinearAlgebra;

/// <summary>
/// Thin QR decomposition A = Q R of an m x n matrix by Householder reflections: with k = min(m, n), Q is m x k with orthonormal columns (also
/// where A is rank-deficient), R is k x n upper trapezoidal with a diagonal that is not negative.
/// </summary>
internal sealed class ThinQr
{
    private ThinQr(Matrix q, Matrix r) => (Q, R) = (q, r);

    public Matrix Q { get; }

    public Matrix R { get; }

    /// <exception cref="ArgumentException">An entry is not finite.</exception>
    public static ThinQr Of(Matrix a)
    {
        HouseholderColumns reflections = new(a.RequireFinite(nameof(a)).Copy());
        int k = Math.Min(a.Rows, a.Columns);
        for (int step = 0; step < k; step++)
        {
            reflections.Eliminate(step);
        }

        return new(reflections.FormQ(k), reflections.FormR(k));
    }
}
