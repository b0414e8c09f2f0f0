using System.Globalization;
using System.Text;
using GateDsl.Generators.Tests.Differential.Declarations;
using GateDsl.Generators.Tests.Differential.Oracle;

namespace GateDsl.Generators.Tests.Differential.Members;

/// <summary>Writes the classes that put a network and its twin behind <see cref="INetworkMembers"/> and <see cref="ITwinMembers"/>.</summary>
internal static class MembersPrinter
{
    /// <summary>Gate inputs up to which every choice of those that are given as bool is a way of its own, as the language page says.</summary>
    private const int MostApart = 3;

    public static string ClassName(Declaration network, bool isTwin) => network.Name + (isTwin ? "TwinMembers" : "Members");

    public static string Print(Declaration network) =>
        Class(network, network, network.Name, isTwin: false, OfNetwork(network))
        + (network.TwinWidth is null ? "" : Class(network, TwinOf.Declare(network), $"{network.Name}.ReluTwin", isTwin: true, OfTwin));

    private static string Class(Declaration network, Declaration declaration, string type, bool isTwin, string own)
    {
        string contract = isTwin ? nameof(ITwinMembers) : nameof(INetworkMembers);
        string scalar = declaration.IsDouble ? "double" : "float";
        StringBuilder writes = new();
        foreach ((_, Link link) in new Graph(declaration).Links)
        {
            writes.AppendLine($"        Tensors.Write(_network.{link.Weight}, weights[\"{link.Weight}\"]);");
        }

        return $$"""
            public sealed class {{ClassName(network, isTwin)}}(Data data, Data test) : {{contract}}
            {
                private readonly {{network.Name}}.Dataset _data = DatasetOf(data), _test = DatasetOf(test);
                private readonly {{type}} _network = new(Gaussian.WithSigma(0.1), seed: 1);

                public static {{contract}} Create(Data data, Data test) => new {{ClassName(network, isTwin)}}(data, test);

                public void Write(Dictionary<string, double[]> weights)
                {
            {{writes}}
                }

                public double[,] Activations(string layer) => _network.Activations(_data, layer);

                public IReadOnlyList<NamedMatrix> Weights => Named(_network.Weights);

                public void Save(string path) => _network.Save(path);

                public IReadOnlyList<NamedMatrix> Load(string path) => Named({{type}}.Load(path).Weights);

                public TrainingLog Train(TrainingOptions options) => _network.Train(_data, options, _test);

                public IReadOnlyList<NamedMatrix> Draw(double sigma, ulong seed) => Named(new {{type}}(Gaussian.WithSigma(sigma), seed).Weights);

                public IReadOnlyList<(TrainingLog Log, IReadOnlyList<NamedMatrix> Weights)> TrainMany(double sigma, ulong[] seeds, TrainingOptions options) =>
                    [.. {{type}}.TrainMany(_data, Gaussian.WithSigma(sigma), seeds, options, _test).Select(trained => (trained.Log, Named(trained.Network.Weights)))];

                private static IReadOnlyList<NamedMatrix> Named(IReadOnlyList<EdgeWeights<{{scalar}}>> weights) => [.. weights.Select(edge =>
                    new NamedMatrix(edge.Name, edge.Source, edge.Target, edge.Targets, edge.Sources, Tensors.Read(edge.Values)))];

                private static {{network.Name}}.Dataset DatasetOf(Data data) => {{network.Name}}.Dataset.Create({{Arguments(network, "double", [.. network.Layers.Where(layer => layer.IsBoolean).Select(layer => layer.Name)])}});

            {{own}}
            }


            """;
    }

    private const string OfTwin = """
            public bool[,] Gates(int hiddenLayer) => _network.Gates(_data, hiddenLayer);

            public double[] FrozenGates(int hiddenLayer) => _network.FrozenGates(_data, hiddenLayer);

            public GateCensus Census(int hiddenLayer) => _network.Census(_data, hiddenLayer);
        """;

    private static string OfNetwork(Declaration network)
    {
        string name = network.Name;

        // A race that is refused has one way to start in expectation.
        string expect = network.HasSelfGated
            ? "throw new NotSupportedException()"
            : $"{name}.Race.Expect(_data, sigma, unitsPerPathway, draws: 0).Integrate(options, _test)";
        return $$"""
                public NetworkDescription Description => {{name}}.Description;

                public IReadOnlyDictionary<string, object> Layers => new Dictionary<string, object>
                {
            {{string.Join("\n", network.Layers.Select(layer => $"        [\"{layer.Name}\"] = _network.{layer.Name},"))}}
                };

                public (GateDsl.CompilerServices.BatchData Data, GateDsl.CompilerServices.BatchData Test) Sets => (_data, _test);

                public GateReport? Report() => {{(network.HasNumbers ? "_data.GateReport()" : "null")}};

                public IEnumerable<(string Way, Dictionary<string, double[]> Predictions)> PredictInEveryWay()
                {
            {{string.Join("\n", Ways(network).Select(way => $"        yield return (\"{way.Scalar}, bool: {string.Join(' ', way.Booleans)}\", Predict({name}.Dataset.Create({Arguments(network, way.Scalar, way.Booleans)})));"))}}
                }

                public TrainingLog TrainOnShards(TrainingOptions options) => _network.Train(
                    {{name}}.Statistics.Merge([{{name}}.Statistics.Gather(_data), {{name}}.Statistics.Gather(_test)]), options);

                public RaceLog Expect(double sigma, IReadOnlyDictionary<string, double> unitsPerPathway, TrainingOptions options) => {{expect}};

                public RaceLog ForTwin(double sigma, TwinPrediction prediction, ulong seed, int draws, TrainingOptions options, bool isTested) =>
                    {{name}}.Race.ForTwin(_data, sigma, prediction, seed, draws).Integrate(options, isTested ? _test : null);

                public RaceLog ForTwin(double sigma, int epochs, double stepSize, LossScale scale) =>
                    {{name}}.Race.ForTwin(_data, sigma).Integrate(epochs, stepSize, scale);

                public IReadOnlyList<PathwayMode> Modes(double sigma, double? unitsPerPathway) => {{name}}.Race.Modes(_data, sigma, unitsPerPathway);

                public double StableStepSize => {{name}}.Race.StableStepSize(_data);

                private Dictionary<string, double[]> Predict({{name}}.Dataset data)
                {
            {{string.Concat(network.Outputs.Select(output => $"        var of{output.Name} = new {(network.IsDouble ? "double" : "float")}[data.Count * {output.Units}];\n"))}}
                    _network.Predict(data, {{string.Join(", ", network.Outputs.Select(output => $"of{output.Name}"))}});
                    return new() { {{string.Join(", ", network.Outputs.Select(output => $"[\"{output.Name}\"] = Tensors.ToDoubles(of{output.Name})"))}} };
                }
            """;
    }

    private static IEnumerable<(string Scalar, string[] Booleans)> Ways(Declaration network)
    {
        // What is not 0 or 1 cannot be given as open or closed.
        string[] gates = [.. network.Layers.Where(layer => layer.IsBoolean).Select(layer => layer.Name)];
        bool isApart = network.Layers.Count(layer => layer.Kind == Kind.Gates) <= MostApart;
        bool isAll = network.Layers.All(layer => layer.Kind != Kind.Gates || layer.IsBoolean);
        foreach (int bits in Enumerable.Range(0, 1 << gates.Length).Where(bits => isApart || bits == 0 || (isAll && bits == (1 << gates.Length) - 1)))
        {
            foreach (string scalar in new[] { "double", "float" })
            {
                yield return (scalar, [.. gates.Where((_, i) => (bits >> i & 1) == 1)]);
            }
        }
    }

    /// <summary>One argument per input, selector and output, in declaration order.</summary>
    private static string Arguments(Declaration network, string scalar, string[] booleans) => string.Join(", ", network.Layers
        .Where(layer => layer.Kind != Kind.Hidden)
        .Select(layer => string.Create(CultureInfo.InvariantCulture, $"{layer.Kind switch
        {
            Kind.Gates when booleans.Contains(layer.Name) => $"data.Inputs[\"{layer.Name}\"].Select(gate => gate != 0)",
            Kind.Dense or Kind.Gates => $"data.Inputs[\"{layer.Name}\"].Select(value => ({scalar})value)",
            Kind.Output when layer.Loss != OutputLoss.CrossEntropy => $"data.Targets[\"{layer.Name}\"].Select(value => ({scalar})value)",
            _ => $"data.Indices[\"{layer.Name}\"]",
        }}.ToArray()")));
}
