
namespace GateDsl;

/// <summary>Initial weights with orthonormal rows or columns times a gain (P2), the same bits on every machine.</summary>
public static class Orthogonal
{
    /// <summary>
    /// Every weight matrix is <paramref name="gain"/> times a random matrix with orthonormal columns, or rows where it has fewer rows: Q of
    /// the QR decomposition of a Gaussian matrix with a positive diagonal of R, which is uniform over such matrices.
    /// </summary>
    /// <param name="gain">The singular value of every weight matrix, finite and not negative; 0 gives zero weights.</param>
    /// <exception cref="ArgumentOutOfRangeException">The gain is negative or not finite.</exception>
    public static IInitializer WithGain(double gain) => new OrthogonalFrames(Scale.Checked(gain, nameof(gain)));
}
