using GateDsl.Theory.EffectiveData;
using GateDsl.Theory.LinearAlgebra;
using GateDsl.Theory.Reductions;

namespace GateDsl;

/// <summary>
/// The predictor of a ReLU network with one hidden layer of H units (mathematics.md, ReLU networks, derived): S one-unit pathways of width H/S whose gates
/// follow their own direction. The step of a unit is homogeneous, so only H sigma^2 and the spread of directions matter; the cost does not
/// depend on H. It is a mean-field computation by quadrature over units, not a closed form.
/// </summary>
/// <remarks>Output parts outside the span of the targets are missed; they matter for standard deviations of 0.01 and up.</remarks>
internal sealed class RepresentativeUnits
{
    private const int LeastResolution = 256;
    private const int ResolutionPerDimension = 8;
    private const int MostEstimates = 300;
    private const double Rough = 1e-5;

    private readonly Matrix _x;
    private readonly Matrix _transposedX;
    private readonly Matrix _y;
    private readonly bool[,]? _active;

    // Weights by coordinate and unit, so that the long index is the inner one everywhere.
    private readonly Matrix _incoming;
    private readonly Matrix _outgoing;
    private readonly Matrix _hidden;
    private readonly Matrix _transposedHidden;
    private readonly Matrix _residual;
    private readonly Matrix _back;

    private RepresentativeUnits(Matrix x, Matrix y, bool[,]? active, Matrix incoming, Matrix outgoing)
    {
        _x = x;
        _transposedX = x.Transpose();
        _y = y;
        _active = active;
        _incoming = incoming;
        _outgoing = outgoing;
        _hidden = new(x.Columns, incoming.Columns);
        _transposedHidden = new(incoming.Columns, x.Columns);
        _residual = new(y.Rows, x.Columns);
        _back = new(x.Columns, incoming.Columns);
        Forward();
    }

    /// <summary>Number S of representative units.</summary>
    public int Count => _incoming.Columns;

    /// <summary>The Sum loss at the present weights.</summary>
    public double Loss { get; private set; }

    /// <summary>S = min(H, max(8 D, 256)); where below H rounded up to a multiple of 2 D, capped at H.</summary>
    public static int CountFor(int units, int dimensions)
    {
        int wanted = Math.Max(ResolutionPerDimension * dimensions, LeastResolution);
        int round = Math.Max(1, 2 * dimensions);
        return wanted >= units ? units : Math.Min(units, (wanted + round - 1) / round * round);
    }

    /// <summary>The units of a twin before its training.</summary>
    /// <param name="problem">Inputs and outputs; the twin reads all of the first and feeds all of the second, pathways do not matter.</param>
    /// <param name="units">H, at least 1.</param>
    /// <param name="incoming">Standard deviation of the weights into the hidden layer.</param>
    /// <param name="outgoing">Standard deviation of the weights out of it.</param>
    /// <param name="seed">Seed of the directions.</param>
    public static RepresentativeUnits Create(ReductionProblem problem, int units, double incoming, double outgoing, ulong seed)
    {
        if (units < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(units), units, "The twin needs at least one hidden unit.");
        }

        RequireDeviation(incoming, nameof(incoming));
        RequireDeviation(outgoing, nameof(outgoing));
        problem.Validated();
        Matrix x = Stack(problem.Inputs.Select(block => new Matrix(problem.Count, block.Width, block.Values)).ToArray(), problem.Count);
        x = x.Times(SpanBasis.OfRows(x)).Transpose();
        (Matrix? y, bool[,]? active) = Targets(problem);

        int dimensions = x.Rows + y.Rows;
        int count = CountFor(units, dimensions);
        Matrix directions = UnitDirections.Draw(count, dimensions, seed);
        double width = Math.Sqrt((double)units / count);
        return new(x, y, active, Part(directions, 0, x.Rows, incoming * width), Part(directions, x.Rows, y.Rows, outgoing * width));
    }

    /// <summary>One full-batch step of descent on the Sum loss; on the Mean loss give eta/N.</summary>
    public void Step(double stepSize)
    {
        // B = (V^T E) G by datapoint and unit, before V moves.
        Array.Clear(_back.Values, 0, _back.Values.Length);
        Products.AddTransposeProduct(1, _residual, _outgoing, _back);
        for (int i = 0; i < _back.Values.Length; i++)
        {
            _back.Values[i] = _hidden.Values[i] > 0 ? _back.Values[i] : 0;
        }

        Products.AddProduct(stepSize, _residual, _hidden, _outgoing);
        Products.AddProduct(stepSize, _x, _back, _incoming);
        Forward();
    }

    /// <summary>The Sum loss before each of <paramref name="epochs"/> steps; <paramref name="observe"/> sees every epoch before its step.</summary>
    /// <exception cref="ReductionDivergedException">A loss is not finite.</exception>
    public double[] Run(int epochs, double stepSize, Action<int>? observe = null) =>
        EpochLosses.Of(epochs, () => Loss, () => Step(stepSize), observe);

    /// <summary>
    /// The largest step that does not grow along the steepest direction of the loss at the present weights, 2 / lambda_max of its Hessian, to about
    /// three digits; NaN where it is not known after <paramref name="mostWork"/> multiply-adds. Only without gated outputs.
    /// </summary>
    public double FindStableStep(double mostWork)
    {
        UnitsHessian hessian = new(_x, _incoming, _outgoing, _hidden, _residual);
        int steps = (int)Math.Min(MostEstimates, mostWork / hessian.Work);
        return Lanczos.LargestEigenvalue(hessian.Size, hessian.Apply, Rough, steps) is { } largest && largest > 0 ? 2 / largest : double.NaN;
    }

    /// <summary>Whether any unit is on anywhere.</summary>
    public bool IsAlive() => Array.Exists(_hidden.Values, value => value > 0);

    /// <summary>Whether a unit is on at a datapoint.</summary>
    public bool IsOn(int unit, int datapoint) => _hidden[datapoint, unit] > 0;

    /// <summary>|w_in| |w_out| of a unit.</summary>
    public double PathStrength(int unit) => Math.Sqrt(SquaredColumn(_incoming, unit) * SquaredColumn(_outgoing, unit));

    /// <summary>
    /// Share of path strength |w_in| |w_out| by gate pattern, a string with '1' where the units are on, one character per datapoint. Dead units
    /// included, so shares sum to 1.
    /// </summary>
    public SortedDictionary<string, double> GateShares()
    {
        SortedDictionary<string, double> shares = new(StringComparer.Ordinal);
        double total = 0.0;
        char[] pattern = new char[_x.Columns];
        for (int unit = 0; unit < Count; unit++)
        {
            double strength = PathStrength(unit);
            for (int n = 0; n < pattern.Length; n++)
            {
                pattern[n] = IsOn(unit, n) ? '1' : '0';
            }

            string key = new(pattern);
            shares[key] = (shares.TryGetValue(key, out double known) ? known : 0) + strength;
            total += strength;
        }

        foreach (string? key in shares.Keys.ToArray())
        {
            shares[key] /= total > 0 ? total : 1;
        }

        return shares;
    }

    // h = max(W x, 0) by datapoint and unit; E = y - V h.
    private void Forward()
    {
        Array.Clear(_hidden.Values, 0, _hidden.Values.Length);
        Products.AddProduct(1, _transposedX, _incoming, _hidden);
        for (int n = 0; n < _hidden.Rows; n++)
        {
            for (int unit = 0; unit < _hidden.Columns; unit++)
            {
                int i = (n * _hidden.Columns) + unit;
                double value = _hidden.Values[i] > 0 ? _hidden.Values[i] : 0;
                _hidden.Values[i] = value;
                _transposedHidden.Values[(unit * _hidden.Rows) + n] = value;
            }
        }

        Array.Copy(_y.Values, _residual.Values, _y.Values.Length);
        Products.AddProduct(-1, _outgoing, _transposedHidden, _residual);
        for (int i = 0; i < _residual.Rows && _active is not null; i++)
        {
            for (int n = 0; n < _residual.Columns; n++)
            {
                _residual[i, n] = _active[i, n] ? _residual[i, n] : 0;
            }
        }

        Loss = 0.5 * _residual.SquaredNorm();
    }

    // Without gated outputs all targets share one basis; else each output keeps its own, which its gate does not mix.
    private static (Matrix Y, bool[,]? Active) Targets(ReductionProblem problem)
    {
        Matrix[] targets = problem.Outputs.Select(block => DataBasis.ActiveTargets(block, problem.Count)).ToArray();
        if (problem.Outputs.All(block => block.Active is null))
        {
            Matrix all = Stack(targets, problem.Count);
            return (all.Times(SpanBasis.OfRows(all)).Transpose(), null);
        }

        Matrix[] reduced = targets.Select(block => block.Times(SpanBasis.OfRows(block))).ToArray();
        Matrix y = Stack(reduced, problem.Count).Transpose();
        bool[,] active = new bool[y.Rows, problem.Count];
        int row = 0;
        for (int o = 0; o < reduced.Length; o++)
        {
            for (int i = 0; i < reduced[o].Columns; i++, row++)
            {
                for (int n = 0; n < problem.Count; n++)
                {
                    active[row, n] = problem.Outputs[o].Active?[n] ?? true;
                }
            }
        }

        return (y, active);
    }

    private static Matrix Stack(Matrix[] blocks, int rows)
    {
        Matrix stack = new(rows, blocks.Sum(block => block.Columns));
        int at = 0;
        foreach (Matrix block in blocks)
        {
            for (int n = 0; n < rows; n++)
            {
                Array.Copy(block.Values, n * block.Columns, stack.Values, (n * stack.Columns) + at, block.Columns);
            }

            at += block.Columns;
        }

        return stack;
    }

    private static Matrix Part(Matrix directions, int first, int count, double scale)
    {
        Matrix part = new(count, directions.Rows);
        for (int i = 0; i < count; i++)
        {
            for (int unit = 0; unit < directions.Rows; unit++)
            {
                part[i, unit] = scale * directions[unit, first + i];
            }
        }

        return part;
    }

    private static double SquaredColumn(Matrix matrix, int column)
    {
        double sum = 0.0;
        for (int i = 0; i < matrix.Rows; i++)
        {
            sum += matrix[i, column] * matrix[i, column];
        }

        return sum;
    }

    private static void RequireDeviation(double sigma, string parameter)
    {
        if (!(sigma > 0 && sigma <= double.MaxValue))
        {
            throw new ArgumentOutOfRangeException(parameter, sigma, "A standard deviation is positive and finite.");
        }
    }
}
