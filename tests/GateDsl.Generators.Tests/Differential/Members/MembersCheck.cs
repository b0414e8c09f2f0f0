using GateDsl.Generators.Tests.Differential.Declarations;
using GateDsl.Generators.Tests.Differential.Oracle;
using Weights = System.Collections.Generic.Dictionary<string, double[]>;

namespace GateDsl.Generators.Tests.Differential.Members;

/// <summary>What a network and its twin have in common: activations, weights by name, files, losses on test data, several seeds.</summary>
internal sealed class MembersCheck(Trial trial, Data test, IMembers members, string context)
{
    private const int Epochs = 3;
    private const double Sigma = 0.2;

    private readonly Comparison _comparison = new(context);
    private readonly Tolerance _tolerance = Tolerance.Of(trial.IsDouble);

    private TrainingOptions Options => new() { Epochs = Epochs, StepSize = trial.StepSize / 4, Method = TrainingMethod.Batch };

    public void Run()
    {
        members.Write(trial.Weights);
        CompareActivations();
        CompareWeights();
        CompareFiles();
        CompareTestLoss(trial.Weights, () => members.Train(Options));
        CompareSeeds();
    }

    private void CompareActivations()
    {
        Weights expected = [], found = [];
        Dictionary<Node, double[]>[] forward = [.. Enumerable.Range(0, trial.Data.Count).Select(n => trial.Oracle.Forward(trial.Data, n, trial.Weights))];
        foreach (IGrouping<string, Node> layer in trial.Oracle.Graph.Nodes.Where(node => node.Layer.Kind is Kind.Hidden or Kind.Output)
            .GroupBy(node => node.Layer.Name))
        {
            Node[] copies = [.. layer];
            expected[layer.Key] = [.. copies.SelectMany(copy => Enumerable.Range(0, copy.Units).SelectMany(unit => forward.Select(at => at[copy][unit])))];
            found[layer.Key] = Flat(members.Activations(layer.Key), copies.Sum(copy => copy.Units));
            Node last = copies[^1];
            expected[last.Name] = [.. Enumerable.Range(0, last.Units).SelectMany(unit => forward.Select(at => at[last][unit]))];
            found[last.Name] = Flat(members.Activations(last.Name), last.Units);
        }

        _comparison.Close("activations", expected, found, _tolerance.Once);
    }

    private double[] Flat(double[,] values, int units)
    {
        Assert.Equal((units, trial.Data.Count), (values.GetLength(0), values.GetLength(1)));
        return [.. values.Cast<double>()];
    }

    private void CompareWeights()
    {
        Dictionary<string, NamedMatrix> found = members.Weights.ToDictionary(matrix => matrix.Name);
        (Node Target, Link Link)[] links = [.. trial.Oracle.Graph.Links];
        Assert.True(found.Count == links.Length, $"{found.Count} matrices, not {links.Length}.\n{context}");
        foreach ((Node target, Link link) in links)
        {
            NamedMatrix matrix = found[link.Weight];
            Assert.Equal((link.Source.Name, target.Name, target.Units, link.Source.Units), (matrix.Source, matrix.Target, matrix.Targets, matrix.Sources));
        }

        _comparison.Close("weights by name", trial.Weights, Values(members.Weights), 0);
    }

    private void CompareFiles()
    {
        foreach (string ending in new[] { ".npz", ".safetensors" })
        {
            string path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}{ending}");
            try
            {
                members.Save(path);
                _comparison.Close($"weights of a {ending} file", trial.Weights, Values(members.Load(path)), 0);
            }
            finally
            {
                File.Delete(path);
            }
        }
    }

    /// <summary>Losses on data and on test data are those of the interpreter, whose update is another.</summary>
    private void CompareTestLoss(Weights start, Func<TrainingLog> train)
    {
        Weights weights = Trial.Copy(start);
        Descender descender = new(trial.Oracle, trial.Data, weights, Options);
        (double Loss, double Test)[] expected = [.. Enumerable.Range(0, Epochs).Select(epoch =>
        {
            double onTest = trial.Oracle.Loss(test, weights);
            return (descender.Pass(epoch), onTest);
        })];
        TrainingLog log = train();
        Assert.NotNull(log.TestLoss);
        for (int epoch = 0; epoch < Epochs; epoch++)
        {
            _comparison.Close($"loss at epoch {epoch}", expected[epoch].Loss, log.Loss[epoch], _tolerance.Trained);
            _comparison.Close($"test loss at epoch {epoch}", expected[epoch].Test, log.TestLoss[epoch], _tolerance.Trained);
        }
    }

    /// <summary>Each training of several seeds is the one of its seed alone.</summary>
    private void CompareSeeds()
    {
        ulong[] seeds = [3, 8];
        IReadOnlyList<(TrainingLog Log, IReadOnlyList<NamedMatrix> Weights)> trained = members.TrainMany(Sigma, seeds, Options);
        Assert.Equal(seeds.Length, trained.Count);
        foreach ((ulong seed, (TrainingLog log, IReadOnlyList<NamedMatrix> weights)) in seeds.Zip(trained))
        {
            Weights start = Values(members.Draw(Sigma, seed));
            CompareTestLoss(start, () => log);
            members.Write(start);
            TrainingLog alone = members.Train(Options);
            Assert.Equal(alone.Loss, log.Loss);
            Assert.Equal(alone.TestLoss, log.TestLoss);
            _comparison.Close($"weights of seed {seed}", Values(members.Weights), Values(weights), 0);
        }

        Weights[] starts = [.. seeds.Select(seed => Values(members.Draw(Sigma, seed)))];
        Assert.All(starts[0].Where(pair => !pair.Key.StartsWith("BiasTo", StringComparison.Ordinal)), pair => Assert.NotEqual(pair.Value, starts[1][pair.Key]));
        members.Write(trial.Weights);
    }

    private static Weights Values(IReadOnlyList<NamedMatrix> weights) => weights.ToDictionary(matrix => matrix.Name, matrix => matrix.Values);
}
