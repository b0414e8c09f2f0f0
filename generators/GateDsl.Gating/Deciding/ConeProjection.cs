using System.Numerics;

namespace GateDsl.Gating;

/// <summary>
/// Decides a <see cref="LinearProblem"/> in exact arithmetic. It looks for multipliers with sum λ x_on - sum μ x_off = 0 and sum λ = 1 by
/// nonnegative least squares, the active-set method of Lawson and Hanson: the columns (x_on, 1) and (-x_off, 0) shall add up to (0, 1).
/// <para>
/// Where the residual vanishes, the multipliers are a certificate; the columns in use are linearly independent, so none of them can be left
/// out. Otherwise the residual is (-w, τ) with τ &gt; 0, and optimality says w·x &gt;= τ on the on-points and w·x &lt;= 0 on the
/// off-points: a witness. The distance falls strictly with every column that joins, so no set of columns comes twice and the search ends:
/// unlike the simplex method it cannot cycle, although all of this problem's right-hand side but one entry is zero.
/// </para>
/// </summary>
internal sealed class ConeProjection
{
    // Points that floating point looks at in the time of one exact operation.
    private const int GuessesPerStep = 8;

    private readonly LinearProblem _problem;
    private readonly WorkBudget _budget;
    private readonly GramInverse _gram = new();
    private readonly List<int> _active = [];
    private readonly bool[] _isActive;
    private readonly GuessedPricing _guess;
    private BigInteger[] _multipliers = [];
    private BigInteger _denominator = BigInteger.One;

    private ConeProjection(LinearProblem problem, WorkBudget budget)
    {
        _problem = problem;
        _budget = budget;
        _isActive = new bool[problem.Points.Length];
        _guess = new(problem);
    }

    public static LinearAnswer Solve(LinearProblem problem, WorkBudget budget) => new ConeProjection(problem, budget).Solve();

    private LinearAnswer Solve()
    {
        while (!_budget.IsExhausted)
        {
            BigInteger[] residual = Residual();
            if (residual.All(entry => entry.IsZero))
            {
                return new(null, _active.Select((point, a) => new PointMultiplier(point, _multipliers[a])).ToList());
            }

            int entering = MostViolated(residual);
            if (entering < 0)
            {
                return new(Weights(residual), null);
            }

            Enter(entering);
            while (!_budget.IsExhausted && !StepTowardsLeastSquares())
            {
            }
        }

        return LinearAnswer.Exhausted;
    }

    // (0, 1) minus the columns in use, times the common denominator of the multipliers.
    private BigInteger[] Residual()
    {
        BigInteger[] residual = new BigInteger[_problem.Features + 1];
        residual[_problem.Features] = _denominator;
        for (int a = 0; a < _active.Count; a++)
        {
            IntegerPoint point = _problem.Points[_active[a]];
            BigInteger signed = _problem.On[_active[a]] ? _multipliers[a] : -_multipliers[a];
            for (int i = 0; i < point.Features.Length; i++)
            {
                residual[point.Features[i]] -= signed * point.Values[i];
            }

            if (_problem.On[_active[a]])
            {
                residual[_problem.Features] -= signed;
            }
        }

        Reduce(residual);
        return residual;
    }

    private int MostViolated(BigInteger[] residual)
    {
        _budget.Spend(_problem.Points.Length / GuessesPerStep, BigInteger.One);
        int guess = _guess.MostViolated(residual, _isActive);
        if (guess >= 0 && Slope(guess, residual).Sign > 0)
        {
            return guess;
        }

        // The guess failed, or there is nothing left to guess: now every point, exactly. Those in use are orthogonal to the residual.
        int best = -1;
        BigInteger most = BigInteger.Zero;
        for (int n = 0; n < _problem.Points.Length; n++)
        {
            BigInteger slope = Slope(n, residual);
            if (slope > most)
            {
                best = n;
                most = slope;
            }
        }

        _budget.Spend(_problem.Points.Length * 2L, residual[_problem.Features]);
        return best;
    }

    private BigInteger Slope(int point, BigInteger[] residual)
    {
        BigInteger slope = _problem.Points[point].Dot(residual);
        return _problem.On[point] ? slope + residual[_problem.Features] : -slope;
    }

    private void Enter(int point)
    {
        BigInteger[] products = new BigInteger[_active.Count];
        for (int a = 0; a < _active.Count; a++)
        {
            products[a] = Product(_active[a], point);
        }

        _gram.Append(products, Product(point, point));
        _budget.Spend((long)_active.Count * _active.Count, _gram.Determinant);
        _active.Add(point);
        _isActive[point] = true;
        _multipliers = [.. _multipliers, BigInteger.Zero];
    }

    private BigInteger Product(int first, int second)
    {
        BigInteger product = _problem.Points[first].Dot(_problem.Points[second]);
        if (_problem.On[first] != _problem.On[second])
        {
            return -product;
        }

        return _problem.On[first] ? product + BigInteger.One : product;
    }

    // Moves the multipliers to the least-squares solution on the columns in use and answers true; where that one is not positive, moves as
    // far towards it as all of them stay nonnegative, drops the columns that reached zero and answers false.
    private bool StepTowardsLeastSquares()
    {
        BigInteger[] target = _gram.Times(_active.Select(point => _problem.On[point] ? BigInteger.One : BigInteger.Zero).ToArray());
        BigInteger targetDenominator = _gram.Determinant;
        _budget.Spend((long)_active.Count * _active.Count, targetDenominator);

        // The step that brings a multiplier from z to 0 on the way to s < 0 is z / (z - s).
        BigInteger step = BigInteger.One;
        BigInteger stepDenominator = BigInteger.One;
        for (int a = 0; a < target.Length; a++)
        {
            if (target[a].Sign > 0)
            {
                continue;
            }

            BigInteger from = _multipliers[a] * targetDenominator;
            BigInteger way = from - (target[a] * _denominator);
            if (from * stepDenominator < step * way)
            {
                step = from;
                stepDenominator = way;
            }
        }

        if (target.All(entry => entry.Sign > 0))
        {
            _multipliers = target;
            _denominator = targetDenominator;
            return true;
        }

        BigInteger keep = (stepDenominator - step) * targetDenominator;
        BigInteger move = step * _denominator;
        for (int a = 0; a < target.Length; a++)
        {
            _multipliers[a] = (_multipliers[a] * keep) + (target[a] * move);
        }

        _denominator *= stepDenominator * targetDenominator;
        DropZeros();
        return false;
    }

    private void DropZeros()
    {
        for (int a = _active.Count - 1; a >= 0; a--)
        {
            if (_multipliers[a].IsZero)
            {
                _budget.Spend((long)_active.Count * _active.Count, _gram.Determinant);
                _gram.RemoveAt(a);
                _isActive[_active[a]] = false;
                _active.RemoveAt(a);
                List<BigInteger> rest = [.. _multipliers];
                rest.RemoveAt(a);
                _multipliers = rest.ToArray();
            }
        }

        BigInteger divisor = _multipliers.Aggregate(_denominator, BigInteger.GreatestCommonDivisor);
        _denominator /= divisor;
        _multipliers = _multipliers.Select(entry => entry / divisor).ToArray();
    }

    private BigInteger[] Weights(BigInteger[] residual)
    {
        BigInteger[] weights = residual.Take(_problem.Features).Select(entry => -entry).ToArray();
        Reduce(weights);
        return weights;
    }

    private static void Reduce(BigInteger[] entries)
    {
        BigInteger divisor = entries.Aggregate(BigInteger.Zero, BigInteger.GreatestCommonDivisor);
        if (divisor.IsZero || divisor.IsOne)
        {
            return;
        }

        for (int i = 0; i < entries.Length; i++)
        {
            entries[i] /= divisor;
        }
    }
}
