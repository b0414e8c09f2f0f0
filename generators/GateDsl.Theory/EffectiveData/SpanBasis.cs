using GateDsl.Theory.LinearAlgebra;
using GateDsl.Theory.Reductions;

namespace GateDsl.Theory.EffectiveData;

/// <summary>An orthonormal basis of what the rows of a matrix span.</summary>
internal static class SpanBasis
{
    /// <summary>Width x rank, ordered by falling singular value, for rows of that width.</summary>
    public static Matrix OfRows(Matrix rows)
    {
        // The triangular factor has the same row space and right singular vectors, and few rows.
        var factor = rows.Rows > rows.Columns ? ThinQr.Of(rows).R : rows;
        var values = SingularValues.Of(factor);
        return values.V.FirstColumns(values.Rank());
    }
}
