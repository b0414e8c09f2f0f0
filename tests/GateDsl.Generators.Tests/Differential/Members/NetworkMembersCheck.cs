using GateDsl.Generators.Tests.Differential.Declarations;
using GateDsl.Generators.Tests.Differential.Oracle;
using Weights = System.Collections.Generic.Dictionary<string, double[]>;

namespace GateDsl.Generators.Tests.Differential.Members;

/// <summary>
/// What a network says of itself, and what it takes: description, properties, report on given gates, ways of giving data, shards, counted work.
/// </summary>
internal sealed class NetworkMembersCheck(Trial trial, Data test, INetworkMembers members, Declaration declaration, string context)
{
    private readonly Comparison _comparison = new(context);
    private readonly Tolerance _tolerance = Tolerance.Of(trial.IsDouble);
    private readonly ValueGates _values = new(declaration);
    private readonly Node[] _nodes = [.. trial.Oracle.Graph.Nodes.Where(node => node.Layer.Kind is Kind.Hidden or Kind.Output)];

    private bool IsByBatchOnly => declaration.HasSelfGated || declaration.HasOtherLoss;

    public void Run()
    {
        CompareLayers();
        CompareDescription();
        CompareReport();
        members.Write(trial.Weights);
        CompareWays();
        CompareCountedWork();
        CompareShards();
    }

    private void CompareLayers()
    {
        Assert.Equal(declaration.Layers.Count, members.Layers.Count);
        foreach (DeclaredLayer layer in declaration.Layers)
        {
            object expected = layer.Kind switch
            {
                Kind.Selector => new Selector(layer.Name, layer.Units),
                Kind.Gates => new GateInput(layer.Name, layer.Units),
                _ when layer.Bank is not null => new LayerBank(layer.Name, layer.Units, _nodes.Count(node => node.Layer.Name == layer.Name)),
                _ => new Layer(layer.Name, layer.Units),
            };
            Assert.True(expected.Equals(members.Layers[layer.Name]), $"{layer.Name} is {members.Layers[layer.Name]}, not {expected}.\n{context}");
        }
    }

    private void CompareDescription()
    {
        NetworkDescription description = members.Description;
        Assert.Equal(declaration.Name, description.Name);
        bool hasBias = declaration.Layers.Any(layer => layer.HasBias);
        Assert.Equal([.. declaration.Layers.Select(layer => layer.Name), .. hasBias ? new[] { "Bias" } : []], description.Layers.Select(layer => layer.Name));
        foreach ((DeclaredLayer layer, LayerDescription said) in declaration.Layers.Zip(description.Layers))
        {
            string kind = layer.Kind switch { Kind.Dense => "Input", Kind.OneHot => "OneHotInput", Kind.Gates => "GateInput", _ => layer.Kind.ToString() };
            Assert.Equal(
                (kind, layer.Units, layer.Bank is not null, layer.SelfGated, layer.Loss, layer.Slope),
                (said.Kind.ToString(), said.Units, said.IsBank, said.SelfGated, said.Loss, said.Slope));
            Node[] copies = [.. _nodes.Where(node => node.Layer.Name == layer.Name)];
            Assert.Equal(copies.Length == 0 ? [layer.Name] : copies.Select(copy => copy.Name), said.Copies.Select(copy => copy.Name));
            Assert.All(copies.Zip(said.Copies), pair => CompareGate(pair.First.Name, pair.Second.Gate, pair.First.IsOn, layer.ActiveWhen, pair.First.Factors));
        }

        Dictionary<string, EdgeDescription> edges = description.Edges.ToDictionary(edge => edge.Name);
        (Node Target, Link Link)[] links = [.. trial.Oracle.Graph.Links];
        Assert.True(edges.Count == links.Length, $"{edges.Count} edges, not {links.Length}.\n{context}");
        foreach ((Node target, Link link) in links)
        {
            EdgeDescription edge = edges[link.Weight];
            Assert.Equal((link.Source.Name, target.Name, target.Units, link.Source.Units), (edge.Source, edge.Target, edge.Targets, edge.Sources));
            string? rule = target.Layer.Edges.SingleOrDefault(declared => declared.Source == link.Source.Layer.Name)?.When;
            CompareGate(link.Weight, edge.Gate, link.IsOpen, rule is null ? [] : [rule], []);
        }

        Assert.Equal(links.Sum(pair => pair.Target.Units * pair.Link.Source.Units), description.Parameters);
    }

    private void CompareGate(
        string what, GateDescription gate, Func<IndexValues, bool> isOn, IReadOnlyList<string> rules, IReadOnlyList<DeclaredNumber> numbers)
    {
        bool[] expected = [.. _values.Domain.Select(isOn)];
        string said = $"Gate of {what}: {gate}.\n{context}";
        if (gate.Table is { } table)
        {
            Assert.True(expected.SequenceEqual(table), said);
        }
        else
        {
            Assert.True(gate.IsAlways ? numbers.Count == 0 && expected.All(on => on) : numbers.Count + rules.Count > 0, said);
        }

        Assert.All(rules, rule => Assert.True(gate.Text.Contains(rule + "(", StringComparison.Ordinal), said));
        Assert.All(numbers, number => Assert.True(gate.Text.Contains($"{number.Input}[{number.Number}]", StringComparison.Ordinal), said));
    }

    /// <summary>Every gate decided over the inputs by the runtime, called by hand.</summary>
    private void CompareReport()
    {
        if (members.Report() is not { } report)
        {
            return;
        }

        Dictionary<string, GateReportEntry> entries = report.Gates.ToDictionary(entry => entry.Name);
        Node[] reported = [.. _nodes.Where(node => node.Layer.Kind == Kind.Hidden && _values.CanBeOn(node) && trial.Data.Count > 0)];
        Assert.Equal(reported.Select(node => node.Name).Order(), entries.Keys.Order());
        foreach (Node node in reported)
        {
            bool isDecided = !node.Layer.SelfGated && node.Links.All(link => link.Source.Layer.IsInput || link.Source.Layer.Kind == Kind.Constant)
                && node.Layer.Edges.Select(edge => edge.When).Concat(node.Layer.HasBias ? [null] : Array.Empty<string?>()).Distinct().Count() <= 1;
            GateReportEntry entry = entries[node.Name];
            Assert.True(isDecided == entry.Proof is not null, $"{entry}\n{context}");
            if (isDecided)
            {
                // Its own gate with that of its edges, which all share one.
                bool[] on = [.. Enumerable.Range(0, trial.Data.Count).Select(n => trial.Oracle.IsOn(trial.Data, n, node)
                    && node.Links.All(link => link.IsOpen(index => trial.Data.Indices[index][n])))];
                LayerDatapoints inputs = KnownInputs.Of(declaration, trial.Data);
                GateProof expected = (node.Layer.HasBias ? inputs.Constant("Bias") : inputs).Decide(on);
                Assert.True(expected.Class == entry.Class && expected.Explanation == entry.Explanation,
                    $"{entry}\nnot {expected.Class}: {expected.Explanation}\n{context}");
            }
        }
    }

    private void CompareWays()
    {
        Weights expected = trial.Oracle.Predict(trial.Data, trial.Weights);
        foreach ((string way, Weights predictions) in members.PredictInEveryWay())
        {
            _comparison.Close($"prediction of data given as {way}", expected, predictions, _tolerance.Once);
        }
    }

    /// <summary>
    /// A multiplication and an addition for each weight, datapoint by datapoint where its edge carries: forward, for its gradient, and back where there
    /// is a module; of a one-hot input only a column is added, twice.
    /// </summary>
    private void CompareCountedWork()
    {
        const int Epochs = 7;
        TrainingLog log = members.Train(new TrainingOptions { Epochs = Epochs, StepSize = trial.StepSize / 4 });
        if (IsByBatchOnly)
        {
            return;
        }

        double work = Epochs * trial.Oracle.Graph.Links.Sum(pair => (double)pair.Target.Units * (pair.Link.Source.Layer.Kind switch
        {
            Kind.OneHot or Kind.Constant => 2,
            Kind.Dense => 4 * pair.Link.Source.Units,
            _ => 6 * pair.Link.Source.Units,
        }) * Enumerable.Range(0, trial.Data.Count).Count(n => trial.Oracle.Carries(trial.Data, n, pair.Target, pair.Link)));
        string counted = string.Create(System.Globalization.CultureInfo.InvariantCulture, $" {work:G3} operations by batch");
        Assert.True(log.MethodReason.Contains(counted, StringComparison.Ordinal), $"{log.MethodReason}\nnot{counted}\n{context}");
    }

    /// <summary>The sums of data and test data train like all of them together.</summary>
    private void CompareShards()
    {
        TrainingOptions options = new() { Epochs = 3, StepSize = trial.StepSize / 8 };
        members.Write(trial.Weights);
        if (IsByBatchOnly)
        {
            Assert.Throws<NotSupportedException>(() => members.TrainOnShards(options));
            return;
        }

        Weights weights = Trial.Copy(trial.Weights);
        Descender descender = new(trial.Oracle, Joined(trial.Data, test), weights, options);
        double[] expected = [.. Enumerable.Range(0, options.Epochs).Select(descender.Pass)];
        TrainingLog log = members.TrainOnShards(options);
        for (int epoch = 0; epoch < expected.Length; epoch++)
        {
            _comparison.Close($"loss of shards at epoch {epoch}", expected[epoch], log.Loss[epoch], _tolerance.Trained);
        }

        _comparison.Close("weights trained on shards", weights, members.Weights.ToDictionary(matrix => matrix.Name, matrix => matrix.Values),
            _tolerance.Trained);
    }

    private static Data Joined(Data a, Data b) => new(
        a.Count + b.Count,
        a.Indices.ToDictionary(pair => pair.Key, pair => (int[])[.. pair.Value, .. b.Indices[pair.Key]]),
        a.Inputs.ToDictionary(pair => pair.Key, pair => (double[])[.. pair.Value, .. b.Inputs[pair.Key]]),
        a.Targets.ToDictionary(pair => pair.Key, pair => (double[])[.. pair.Value, .. b.Targets[pair.Key]]));
}
