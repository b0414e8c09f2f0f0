using System.ComponentModel;

namespace GateDsl.CompilerServices;

/// <summary>
/// The network of a race: every hidden module only as wide as what it touches, which trains exactly like the full one (width reduction). Where
/// paths have one hidden layer this is the Gram reduction: with Z = [W1^T; W2] and M = [[0, E^T], [E, 0]] a step takes Z to (I + eta M) Z, and
/// so Q = Z Z^T to (I + eta M) Q (I + eta M)^T. Generated code adds the right-hand side of Eq. 6. Maps and errors of a pathway are its stacked
/// outputs x stacked inputs, row by row.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[Obsolete(GeneratedCode.Only, DiagnosticId = GeneratedCode.Id, UrlFormat = GeneratedCode.Page)]
public abstract class RaceSystem
{
    private readonly StatisticsTraining<double> _core;
    private readonly PathwayMatrices[] _pathways;
    private readonly EdgeMatrix<double>[] _weights;
    private bool _isStale = true;

    /// <param name="problem">The network on its data.</param>
    /// <param name="units">Units of every layer.</param>
    /// <param name="core">What is stepped.</param>
    /// <param name="start">Where it starts.</param>
    protected RaceSystem(RaceProblem problem, LayerUnits units, StatisticsTraining<double> core, StartWeights start)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(core);
        ArgumentNullException.ThrowIfNull(start);
        IReadOnlyList<PathwayLayers> pathways = problem.Layers;
        Problem = problem;
        _core = core;
        IsExpected = start.Variances is not null;
        _core.Enter(start.Weights);
        _weights = core.UnpackedWeights;
        _pathways = [.. pathways.Select(pathway => new PathwayMatrices(pathway, units, core, _weights))];
        EdgeNames = [.. pathways.SelectMany(pathway => pathway.Edges).Distinct()];
        Pathways = [.. pathways.Select((pathway, p) => new PathwayEdges(
            pathway.Name, _pathways[p].OutputUnits, _pathways[p].InputUnits, [.. pathway.Edges.Select(edge => Array.IndexOf(EdgeNames, edge))]))];
    }

    /// <summary>Number of datapoints N.</summary>
    internal int Datapoints => Problem.Datapoints;

    /// <summary>Loss of the zero prediction, Sum scale.</summary>
    internal double ZeroLoss => Problem.ZeroLoss;

    /// <summary>The network on its data as the engines of the theory see it.</summary>
    internal RaceProblem Problem { get; }

    /// <summary>The start stands for all draws; else its weights are actual ones.</summary>
    internal bool IsExpected { get; }

    /// <summary>The pathways that are on somewhere.</summary>
    internal IReadOnlyList<PathwayEdges> Pathways { get; }

    /// <summary>Names of the scalars of Eq. 6: one for each edge.</summary>
    internal string[] EdgeNames { get; }

    /// <summary>The strength of every mode of every pathway: the product of the scalars along it.</summary>
    /// <param name="m">The modes.</param>
    /// <param name="q">Scalars by edge and mode.</param>
    /// <param name="a">Receives strengths by pathway and mode.</param>
    protected abstract void SetStrengths(ModeSystem m, double[][] q, double[][] a);

    /// <summary>Eq. 6: tau dq_e/dt = sum over the pathways p through e of (the product of p's other scalars) e(p), for each mode.</summary>
    /// <param name="m">The modes.</param>
    /// <param name="q">Scalars by edge and mode.</param>
    /// <param name="e">What is left to learn, e(p) = S(p) - sum over pathways j of C(p, j) a(j).</param>
    /// <param name="rates">Added to.</param>
    protected abstract void AddRates(ModeSystem m, double[][] q, double[][] e, double[][] rates);

    /// <summary>One exact step of gradient descent (Eq. 3); returns the loss before it, Sum scale.</summary>
    internal double Step(double eta)
    {
        _isStale = true;
        return _core.Step(eta);
    }

    /// <summary>The weights along a pathway, from the inputs on: the stacked ones into its first module, those between, the stacked ones out.</summary>
    internal double[][] ReadChain(int pathway)
    {
        if (_isStale)
        {
            _core.Leave(_weights);
            _isStale = false;
        }

        return _pathways[pathway].ReadChain();
    }

    /// <summary>The strengths of every pathway's modes at the weights as they are: u_k^T W_p v_k.</summary>
    internal double[][] FindStrengths(ModeSystem modes) =>
        [.. Enumerable.Range(0, Pathways.Count).Select(p => modes.Pathways[p].FindStrengths(Pathways[p].Product(ReadChain(p))))];

    /// <summary>Takes weights from elsewhere, not packed, in the order of the network's edges.</summary>
    internal void Show<T>(EdgeMatrix<T>[] weights)
        where T : struct, System.Numerics.INumber<T>
    {
        for (int edge = 0; edge < _weights.Length; edge++)
        {
            RowNumbers.Convert<T, double>(weights[edge].Values, _weights[edge].Values);
        }

        _isStale = false;
    }

    /// <summary>E(p) of every pathway where its maps are as given (Eq. 4).</summary>
    internal void FindErrors(double[][] maps, double[][] errors)
    {
        Loss(maps);
        for (int p = 0; p < errors.Length; p++)
        {
            _pathways[p].ReadErrors(errors[p]);
        }
    }

    /// <summary>The loss where the maps of the pathways are as given, Sum scale.</summary>
    internal double Loss(double[][] maps)
    {
        foreach (PathwayMatrices pathway in _pathways)
        {
            pathway.ClearMaps();
        }

        // Pathways that read one input, reach one output and are on together share a map.
        for (int p = 0; p < maps.Length; p++)
        {
            _pathways[p].AddMaps(maps[p]);
        }

        return _core.FindErrorsOfMaps();
    }

    /// <summary>Eq. 6: how fast each scalar grows.</summary>
    internal void FindRates(ModeSystem modes, double[][] q, double[][] rates)
    {
        double[][] a = new double[Pathways.Count][];
        SetStrengths(modes, q, a);
        foreach (double[] rate in rates)
        {
            Array.Clear(rate);
        }

        AddRates(modes, q, [.. Enumerable.Range(0, a.Length).Select(p => modes.Error(p, a))], rates);
    }
}
