using GateDsl.Theory.EffectiveData;
using GateDsl.Theory.LinearAlgebra;

namespace GateDsl.Theory.Reductions;

/// <summary>
/// Gram reduction (mathematics.md, Exact reductions, exact for paths with at most one hidden layer). Per pathway Q_p = Z Z^T with Z = [W1^T; W2]; with
/// E_p = sum over its datapoints of (y - yhat) x^T and M_p = [[0, E_p^T], [E_p, 0]] a step of descent on the Sum loss is
/// Q_p &lt;- (I + eta M_p) Q_p (I + eta M_p)^T, and W2 W1 is the lower-left block. Here Z itself is stepped, Z &lt;- (I + eta M_p) Z, from any Z
/// with the right Z Z^T: half the work, and Q stays semidefinite. A path without hidden layer is stepped as its matrix.
/// </summary>
internal sealed class GramReduction
{
    private readonly PathwayResidual _regression;
    private readonly GramFactor?[] _factors;
    private readonly Matrix[] _pulls;

    private GramReduction(GatedData data, GramFactor?[] factors, Matrix[]? directMaps)
    {
        _regression = new(data);
        _factors = factors;
        _pulls = _regression.NewMaps();
        Maps = _regression.NewMaps();
        for (int p = 0; p < factors.Length; p++)
        {
            if (factors[p] is null && directMaps is not null)
            {
                Array.Copy(directMaps[p].Values, Maps[p].Values, Maps[p].Values.Length);
            }
        }

        Refresh();
    }

    public GatedData Data => _regression.Data;

    /// <summary>The Sum loss at the present weights.</summary>
    public double Loss { get; private set; }

    /// <summary>W2 W1 of each pathway, its stacked output x its stacked input.</summary>
    public Matrix[] Maps { get; }

    /// <summary>Multiply-adds of one step, to bound a run before it starts.</summary>
    public long WorkPerStep =>
        _regression.Work + _factors.Select((factor, p) => (factor is null ? 1L : 3L * factor.Inner.Columns) * Maps[p].Values.Length).Sum();

    /// <summary>From actual weights: per pathway [W1 (units x input), W2 (output x units)], or [W (output x input)] without hidden layer.</summary>
    /// <exception cref="NotSupportedException">A pathway has more than one hidden layer.</exception>
    public static GramReduction From(ReductionProblem problem, Matrix[][] weights)
    {
        GatedData data = GatedData.Of(problem);
        RequireShallow(problem);
        GramFactor?[] factors = problem.Pathways.Select((pathway, p) => IsDirect(pathway)
            ? null
            : GramFactor.Of(weights[p][0], weights[p][1], data.Shapes[p])).ToArray();
        return new(data, factors, weights.Select((edges, p) => IsDirect(problem.Pathways[p]) ? edges[0] : null!).ToArray());
    }

    /// <summary>In expectation over the draw of the weights: Q_p is block-diagonal, H_p sigma_e^2; a map without hidden layer is 0.</summary>
    /// <exception cref="NotSupportedException">A pathway has more than one hidden layer.</exception>
    public static GramReduction Expect(ReductionProblem problem, PathwaySpread[] spreads)
    {
        GatedData data = GatedData.Of(problem);
        RequireShallow(problem);
        GramFactor?[] factors = problem.Pathways.Select((pathway, p) => IsDirect(pathway)
            ? null
            : GramFactor.Expected(spreads[p].Validated(pathway), data.Shapes[p])).ToArray();
        return new(data, factors, directMaps: null);
    }

    /// <summary>
    /// From balanced weights aligned with the modes, by pathway and mode; 0 without hidden layer. What a draw of small weights grows to: only the
    /// mean of the two directions of each mode grows, all else fades against it.
    /// </summary>
    /// <exception cref="NotSupportedException">A pathway has more than one hidden layer.</exception>
    public static GramReduction Balanced(ReductionProblem problem, GatedData data, EffectiveDataset[] datasets, double[][] strengths)
    {
        RequireShallow(problem);
        GramFactor?[] factors = problem.Pathways.Select((pathway, p) =>
            IsDirect(pathway) ? null : GramFactor.Balanced(datasets[p], strengths[p])).ToArray();
        return new(data, factors, directMaps: null);
    }

    /// <summary>Z of a pathway, input rows then output rows; null for a path without hidden layer.</summary>
    public GramFactor? FactorOf(int pathway) => _factors[pathway];

    /// <summary>One full-batch step of descent on the Sum loss; on the Mean loss give eta/N.</summary>
    public void Step(double stepSize)
    {
        _regression.Pull(_pulls);
        for (int p = 0; p < _factors.Length; p++)
        {
            if (_factors[p] is { } factor)
            {
                factor.Step(_pulls[p], stepSize);
                continue;
            }

            for (int i = 0; i < Maps[p].Values.Length; i++)
            {
                Maps[p].Values[i] += stepSize * _pulls[p].Values[i];
            }
        }

        Refresh();
    }

    /// <summary>The Sum loss before each of <paramref name="epochs"/> steps; <paramref name="observe"/> sees every epoch before its step.</summary>
    /// <exception cref="ReductionDivergedException">A loss is not finite.</exception>
    public double[] Run(int epochs, double stepSize, Action<int>? observe = null) =>
        EpochLosses.Of(epochs, () => Loss, () => Step(stepSize), observe);

    /// <summary>E_p at the present weights, for every pathway; valid until the next step.</summary>
    internal Matrix[] Pulls()
    {
        Refresh();
        _regression.Pull(_pulls);
        return _pulls;
    }

    private void Refresh()
    {
        for (int p = 0; p < _factors.Length; p++)
        {
            _factors[p]?.WriteMap(Maps[p]);
        }

        Loss = _regression.Evaluate(Maps);
    }

    private static bool IsDirect(Pathway pathway) => pathway.Modules.Length == 0;

    private static void RequireShallow(ReductionProblem problem)
    {
        if (Array.Find(problem.Pathways, pathway => pathway.Modules.Length > 1) is { } deep)
        {
            throw new NotSupportedException(
                $"Pathway {deep.Name} has {deep.Modules.Length} hidden layers; the Gram reduction is for one. "
                + "Use the width reduction from actual weights, or the reduction to modes.");
        }
    }
}
