using GateDsl.Theory.LinearAlgebra;

namespace GateDsl.Theory.EffectiveData;

/// <summary>An orthonormal basis of what the rows of a matrix span.</summary>
internal static class SpanBasis
{
    /// <summary>Width x rank, ordered by falling singular value, for rows of that width.</summary>
    public static Matrix OfRows(Matrix rows)
    {
        // The triangular factor has the same row space and right singular vectors, and few rows.
        Matrix factor = rows.Rows > rows.Columns ? ThinQr.Of(rows).R : rows;
        SingularValues values = SingularValues.Of(factor);
        return values.V.FirstColumns(values.Rank());
    }
}
