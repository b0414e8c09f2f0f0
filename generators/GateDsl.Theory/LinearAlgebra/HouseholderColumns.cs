namespace GateDsl.Theory.LinearAlgebra;

/// <summary>
/// The reflections of a QR decomposition, kept in place: below the diagonal of the work matrix stand the reflection vectors (their first
/// entry, on the diagonal, beside it), on and above it the upper factor.
/// </summary>
internal sealed class HouseholderColumns
{
    private readonly Matrix _work;
    private readonly double[] _diagonal;
    private readonly double[] _scale;

    /// <param name="work">The matrix to decompose; it is overwritten.</param>
    public HouseholderColumns(Matrix work)
    {
        _work = work;
        _diagonal = new double[Math.Min(work.Rows, work.Columns)];
        _scale = new double[_diagonal.Length];
    }

    /// <summary>Reflects column <paramref name="step"/> onto the diagonal and the later columns with it.</summary>
    public void Eliminate(int step)
    {
        double norm = NormBelow(step);
        if (norm == 0)
        {
            return;
        }

        // v = x + sign(x_0) |x| e_0 over |x|: no cancellation, entries of order one.
        double head = _work[step, step];
        _diagonal[step] = head > 0 ? -norm : norm;
        for (int i = step; i < _work.Rows; i++)
        {
            _work[i, step] /= norm;
        }

        _work[step, step] += head > 0 ? 1 : -1;
        _scale[step] = 1 / Math.Abs(_work[step, step]);
        Reflect(step, _work, step + 1);
    }

    /// <summary>The first <paramref name="count"/> columns of Q, signs as the diagonal of R requires.</summary>
    public Matrix FormQ(int count)
    {
        Matrix q = new(_work.Rows, count);
        for (int j = 0; j < count; j++)
        {
            q[j, j] = _diagonal[j] < 0 ? -1 : 1;
        }

        for (int step = count - 1; step >= 0; step--)
        {
            Reflect(step, q, step);
        }

        return q;
    }

    /// <summary>The upper factor, its diagonal not negative.</summary>
    public Matrix FormR(int count)
    {
        Matrix r = new(count, _work.Columns);
        for (int i = 0; i < count; i++)
        {
            int sign = _diagonal[i] < 0 ? -1 : 1;
            r[i, i] = Math.Abs(_diagonal[i]);
            for (int j = i + 1; j < _work.Columns; j++)
            {
                r[i, j] = sign * _work[i, j];
            }
        }

        return r;
    }

    private double NormBelow(int step)
    {
        double largest = 0.0;
        for (int i = step; i < _work.Rows; i++)
        {
            largest = Math.Max(largest, Math.Abs(_work[i, step]));
        }

        if (largest == 0)
        {
            return 0;
        }

        double sum = 0.0;
        for (int i = step; i < _work.Rows; i++)
        {
            double scaled = _work[i, step] / largest;
            sum += scaled * scaled;
        }

        return largest * Math.Sqrt(sum);
    }

    // target <- (I - scale v v^T) target on the columns from firstColumn on; the columns before have zeros in the reflected rows.
    private void Reflect(int step, Matrix target, int firstColumn)
    {
        if (_scale[step] == 0)
        {
            return;
        }

        int width = target.Columns - firstColumn;
        double[] projection = new double[width];
        Rows.AddCombination(
            _scale[step], _work.Values, (step * _work.Columns) + step, _work.Columns, _work.Rows - step,
            target.Values, (step * target.Columns) + firstColumn, target.Columns, width, projection, 0);
        for (int i = step; i < _work.Rows; i++)
        {
            Rows.AddCombination(
                -1, _work.Values, (i * _work.Columns) + step, 1, 1, projection, 0, width, width, target.Values, (i * target.Columns) + firstColumn);
        }
    }
}
