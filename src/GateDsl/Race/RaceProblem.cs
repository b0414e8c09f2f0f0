using System.ComponentModel;
using System.Numerics;
using GateDsl.Theory.EffectiveData;
using GateDsl.Theory.Reductions;

namespace GateDsl.CompilerServices;

/// <summary>
/// A network on a data set as the engines of the theory see it: inputs and targets by datapoint, and every pathway with the gates of its blocks.
/// Filled by generated code.
/// </summary>
/// <param name="data">The datapoints.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
[Obsolete(GeneratedCode.Only, DiagnosticId = GeneratedCode.Id, UrlFormat = GeneratedCode.Page)]
public sealed class RaceProblem(BatchData data)
{
    /// <summary>Where the end of training is looked for: modes start at this share of their end, which leaves them balanced.</summary>
    private const double StartingShare = 1e-4;

    /// <summary>Multiply-adds that the way to the end may take: a second or so.</summary>
    private const long MostWork = 1_000_000_000;

    private readonly List<InputBlock> _inputs = [];
    private readonly List<OutputBlock> _outputs = [];
    private readonly List<LossRule> _rules = [];
    private readonly List<string> _modules = [];
    private readonly List<Pathway> _pathways = [];
    private readonly List<PathwayLayers> _layers = [];

    internal int Datapoints => data.Count;

    /// <summary>The datapoints.</summary>
    internal BatchData Data => data;

    internal double ZeroLoss => data.ZeroLoss;

    /// <summary>The same pathways by the names of what they join.</summary>
    internal IReadOnlyList<PathwayLayers> Layers => _layers;

    /// <summary>Adds an input layer.</summary>
    public void AddInput<T>(string name, Feature<T> values)
        where T : struct, INumber<T>
    {
        ArgumentNullException.ThrowIfNull(values);
        _inputs.Add(new(name, values.Width, values.ToRows(Datapoints)));
    }

    /// <summary>Adds an output layer or copy.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="units">Its units.</param>
    /// <param name="targets">Targets, datapoints x units.</param>
    /// <param name="on">Where it is on.</param>
    /// <param name="loss">What it is trained by; not cross-entropy, whose targets are labels.</param>
    public void AddOutput<T>(string name, int units, T[] targets, RowSet on, OutputLoss loss = OutputLoss.Squared)
        where T : struct, INumber<T>
    {
        LossRule rule = LossRule.Of(loss);
        if (rule.HasLabels)
        {
            throw new ArgumentOutOfRangeException(nameof(loss), loss, "No prediction knows this loss with targets by row.");
        }

        _outputs.Add(new(name, units, Conversion.ToArray<T, double>(targets), GateOf(on)));
        _rules.Add(rule);
    }

    /// <summary>Adds an output layer or copy that is trained by cross-entropy.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="units">Its units.</param>
    /// <param name="labels">One label for each datapoint, 0 to units - 1.</param>
    /// <param name="on">Where it is on.</param>
    public void AddLabels(string name, int units, int[] labels, RowSet on)
    {
        ArgumentNullException.ThrowIfNull(labels);
        double[] targets = new double[labels.Length * units];
        for (int n = 0; n < labels.Length; n++)
        {
            targets[(n * units) + labels[n]] = 1;
        }

        _outputs.Add(new(name, units, targets, GateOf(on)));
        _rules.Add(LossRule.CrossEntropy);
    }

    /// <summary>Adds the paths from the given inputs through the modules to the given outputs.</summary>
    /// <param name="name">Names of the modules, joined by '>'.</param>
    /// <param name="inputs">Indices of the inputs, and where the edges from them carry.</param>
    /// <param name="outputs">Indices of the outputs, and where the edges to them carry.</param>
    /// <param name="between">Where the edges between modules carry.</param>
    public void AddPathway(string name, (int Input, RowSet On)[] inputs, (int Output, RowSet On)[] outputs, params RowSet[] between)
    {
        ArgumentNullException.ThrowIfNull(name);
        int[] modules = [.. name.Split('>').Select(IndexOfModule)];
        GatedBlock[] sources = [.. inputs.Select(input => new GatedBlock(input.Input, GateOf(between.Aggregate(input.On, RowSet.Intersect))))];
        _pathways.Add(new(name, modules, sources, [.. outputs.Select(output => new GatedBlock(output.Output, GateOf(output.On)))]));
    }

    /// <summary>Adds a path without hidden layer.</summary>
    public void AddDirect(int input, int output, RowSet on) => _pathways.Add(new("", [], [new(input, GateOf(on))], [new(output, null)]));

    /// <summary>Says what a pathway joins.</summary>
    /// <param name="name">Names of the modules, joined by '>'; empty: no hidden module.</param>
    /// <param name="inputs">The inputs at which it starts.</param>
    /// <param name="outputs">The output modules at which it ends.</param>
    /// <param name="maps">The map that each pair of output and input is part of, output by output; empty: they are never on together.</param>
    public void AddLayers(string name, string[] inputs, string[] outputs, params string[] maps) => _layers.Add(new(name, inputs, outputs, maps));

    /// <summary>
    /// The largest step that descent on the Sum loss bears at the end of training from small weights (theory: 2 / lambda_max of the Hessian at
    /// the balanced end state). NaN where a path has more than one hidden layer, or where the end is not reached with bounded work.
    /// </summary>
    public double StableStepSize()
    {
        ReductionProblem problem = ToProblem();
        if (problem.Pathways.Length == 0 || problem.Pathways.Any(pathway => pathway.Modules.Length > 1))
        {
            return double.NaN;
        }

        double end = EffectiveDataset.Of(GatedData.Of(problem))
            .SelectMany(dataset => dataset.S.Zip(dataset.D, (s, d) => d > 0 ? s / d : 0)).DefaultIfEmpty(0).Max();
        PathwaySpread[] spreads = PathwaySpread.Uniform(problem, units: 1, sigma: Math.Sqrt(StartingShare * end));
        return RaceEvaluation.Of(problem, spreads, MostWork)?.StableStepSize ?? double.NaN;
    }

    /// <summary>Every mode of every pathway by itself, before weights are drawn.</summary>
    /// <param name="sigma">Standard deviation of the initial weights, positive and finite.</param>
    /// <param name="unitsPerPathway">Width of every module; null: as declared.</param>
    /// <param name="declared">The declared layers.</param>
    /// <exception cref="NotSupportedException">A pathway has more than one hidden layer.</exception>
    public IReadOnlyList<PathwayMode> Modes(double sigma, double? unitsPerPathway, LayerUnits declared)
    {
        Positive.Require(sigma);
        if (unitsPerPathway is { } width)
        {
            Positive.Require(width, nameof(unitsPerPathway));
        }

        ReductionProblem problem = ToProblem();
        if (Array.Find(problem.Pathways, pathway => pathway.Modules.Length > 1) is { } deep)
        {
            throw new NotSupportedException($"Pathway {deep.Name} has {deep.Modules.Length} hidden layers; modes are those of pathways with one.");
        }

        GatedData data = GatedData.Of(problem);
        PathwaySpread[] spreads = [.. problem.Pathways.Select(pathway => PathwaySpread.Uniform(
            pathway, unitsPerPathway ?? (pathway.Modules.Length == 0 ? 1 : declared[pathway.Name]), sigma))];
        return [.. ModeTable.Of(problem, data, EffectiveDataset.Of(data), spreads).Select(row =>
            new PathwayMode(problem.Pathways[row.Pathway].Name, row.Mode, row.S, row.D, row.Start, row.HalfTime))];
    }

    /// <summary>Whether every output is trained by squared error.</summary>
    internal bool HasSquaredOnly => _rules.TrueForAll(rule => rule == LossRule.Squared);

    /// <summary>Inputs and outputs with their losses, as a twin sees them: the input of the network's biases, which is 1, is none of its own.</summary>
    internal TwinTask ToTwinTask() => TwinTask.Of(ToTwinProblem(), name => _rules[_outputs.FindIndex(output => output.Name == name)]);

    /// <summary>Inputs and outputs that a twin has in common with the network.</summary>
    internal ReductionProblem ToTwinProblem() =>
        ToProblem() with { Inputs = [.. _inputs.Where(input => input.Name != BiasInput.Name)], Modules = [], Pathways = [] };

    internal ReductionProblem ToProblem() => new()
    {
        Count = Datapoints,
        Inputs = [.. _inputs],
        Outputs = [.. _outputs],
        Modules = [.. _modules],
        Pathways = [.. _pathways],
    };

    private int IndexOfModule(string module)
    {
        int index = _modules.IndexOf(module);
        if (index < 0)
        {
            index = _modules.Count;
            _modules.Add(module);
        }

        return index;
    }

    private bool[]? GateOf(RowSet on) => on.Count == Datapoints ? null : [.. Enumerable.Range(0, Datapoints).Select(on.Contains)];
}
