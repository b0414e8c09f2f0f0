using System.Collections.Immutable;
using GateDsl.Generators.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GateDsl.Generators.Tests.Identifying;

/// <summary>
/// Identified declarations compile without a warning in a project where warnings are errors, with every analyzer on, and the compiler sees the gates
/// that were found.
/// </summary>
public sealed class DeclarationTests
{
    private static readonly IdentificationOptions Quick = new() { Starts = 8, Repetitions = 1 };

    public static TheoryData<string, string[], string[]> Gatings => new()
    {
        { "pairs are a bank", ["111111111111", "111111110000", "111100001111", "000011111111"],
            ["Hidden(20)", "OnePerSubset(nameof(Context), 2)", "Rectified = true", "LayerBank Pairs"] },
        { "singles are a bank", ["111100000000", "000011110000", "000000001111"], ["OnePer(nameof(Context))", "LayerBank Singles"] },
        { "two of three pairs are layers", ["111111111111", "111111110000", "111100001111"], ["ActiveIn(nameof(Context), 0, 1)", "Layer Context0And2 "] },
        { "a single datapoint", ["111111111111", "000000100000"], ["ActiveIn(nameof(Item), 2), ActiveIn(nameof(Context), 1)", "Layer Item2Context1 "] },
        { "nested gates are rules", ["111111111111", "111111000000", "000100010001"],
            ["ActiveWhen(nameof(MixedIsOn))", "private static bool MixedIsOn(int item, int context) =>", "#pragma warning disable GDSL103"] },
        { "a gate that no unit has", ["111111111111", "110000111100"], ["#pragma warning disable GDSL101", "[GatedNetwork(Precision = Precision.Double)]"] },
        { "datapoints that no module reaches", ["111100000000", "111111110000"], ["#pragma warning disable GDSL108"] },
    };

    [Theory]
    [MemberData(nameof(Gatings))]
    public void CompileWithoutAWarning(string what, string[] gates, string[] expected)
    {
        string text = Identify(gates).ToDeclaration("IdentifiedNetwork");

        Assert.All(expected, part => Assert.Contains(part, text, StringComparison.Ordinal));
        AssertClean(text, what);
        Assert.Equal(gates.Order(StringComparer.Ordinal), CompiledGates(text).Order(StringComparer.Ordinal));
    }

    /// <summary>Inputs may be called like any word of C#, also one that patterns are made of: in rules they are read under it.</summary>
    [Fact]
    public void RulesReadInputsThatAreCalledLikeWordsOfTheLanguage()
    {
        // An input called Equals is refused: every object has a member of that name.
        string[] words = [.. SyntaxFacts.GetReservedKeywordKinds().Concat(SyntaxFacts.GetContextualKeywordKinds()).Select(SyntaxFacts.GetText)
            .Where(word => char.IsAsciiLetter(word[0]) && word != "equals")];
        for (int i = 0; i < words.Length; i++)
        {
            (string first, string second) = (words[i], words[(i + 1) % words.Length]);

            string text = Identify(["100101111111"], items: 6, contexts: 2, hasTargets: false, [Capital(first), Capital(second)])
                .ToDeclaration("IdentifiedNetwork");

            Assert.Contains(" is 0 or 3 or 5", text, StringComparison.Ordinal);
            SyntaxTree tree = CSharpSyntaxTree.ParseText(text, InMemory.ParseOptions);
            Assert.True(!tree.GetDiagnostics().Any(), $"{first}, {second}: {string.Join('\n', tree.GetDiagnostics())}\n{text}");
            IEnumerable<ParameterSyntax> parameters = tree.GetRoot().DescendantNodes().OfType<ParameterSyntax>();
            Assert.Equal([first, second], parameters.Select(parameter => parameter.Identifier.ValueText));
        }

        static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];
    }

    [Fact]
    public void DenseInputsAreListed()
    {
        // XoR with a margin: four points, told apart by a selector.
        double[] inputs = [1, -1, 1, -1, -1, 1, 1, -1, 0.33000001311302185, 0.33000001311302185, -1e-7, -1e-7];
        IdentificationData data = IdentificationData.FromColumns(inputs, 3, 4).WithTargetColumns([1, 1, -1, -1], 1);
        LayerRecordings recordings = new(data);
        recordings.Add([1, 2, 0, 0, 2, 1, 0, 0, 0, 0, 1, 2, 0, 0, 2, 2, 0.1, 0, 0, 0], units: 5);

        string text = Identification.Of(recordings, data, Quick).ToDeclaration("IdentifiedNetwork");

        Assert.Contains("\"1 -1 0.33000001311302185\",", text, StringComparison.Ordinal);
        Assert.Contains("ActiveIn(nameof(Stimulus), 0, 1)", text, StringComparison.Ordinal);
        AssertClean(text, "dense");
    }

    /// <summary>Two half-spaces over more vectors than a declaration lists: what it cannot say comes with the data.</summary>
    [Fact]
    public void GatesOverManyDenseInputsComeWithTheData()
    {
        const int Datapoints = 300;
        Random random = new(4);
        double[] inputs = [.. Enumerable.Range(0, 2 * Datapoints).Select(_ => random.NextDouble() - 0.5)];
        bool[] right = [.. Enumerable.Range(0, Datapoints).Select(n => inputs[n] > 0)];
        bool[] upper = [.. Enumerable.Range(0, Datapoints).Select(n => inputs[Datapoints + n] > 0)];
        IdentificationData data = IdentificationData.FromColumns(inputs, 2, Datapoints)
            .WithTargetColumns([.. right.Zip(upper, (x, y) => (x ? 1.0 : 0) - (y ? 1 : 0))], 1);
        LayerRecordings recordings = new(data);
        recordings.Add([.. new[] { right, upper, right, upper }.SelectMany(gate => gate.Select(open => open ? 1.0 : 0))], units: 4);

        IdentificationResult found = Identification.Of(recordings, data, Quick with { Modules = 2 });
        string text = found.ToDeclaration("IdentifiedNetwork");

        Assert.Contains("[GateInput(2)]", text, StringComparison.Ordinal);
        Assert.Contains("GatedBy(nameof(Open), 0)", text, StringComparison.Ordinal);
        Assert.Contains("GatedBy(nameof(Open), 1)", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Selector", text, StringComparison.Ordinal);
        AssertClean(text, "many dense inputs");
        bool[][] columns = [.. Enumerable.Range(0, 2).Select(gate => Enumerable.Range(0, Datapoints).Select(n => found.GateNumbers![n, gate]).ToArray())];
        Assert.Equal([.. found.Modules.Select(module => module.Gate.ToArray())], columns);
        Assert.Contains(columns, column => column.SequenceEqual(right));
        Assert.Contains(columns, column => column.SequenceEqual(upper));
        Assert.All(found.Modules, module => Assert.Contains("A ReLU unit can implement it", module.Explanation, StringComparison.Ordinal));
        Assert.All(found.Modules, module => Assert.NotNull(module.Class));
    }

    [Fact]
    public void WithoutTargetsTheOutputIsToBeFilledIn()
    {
        string text = Identify(["1111", "1100"], items: 2, contexts: 2, hasTargets: false).ToDeclaration("IdentifiedNetwork");

        Assert.True(text.Contains("// No targets were given", StringComparison.Ordinal), text);
        AssertClean(text, "without targets");
    }

    [Fact]
    public void ForecastsAreDeclarationsToo()
    {
        ContextTask task = ContextTask.Create(2, ContextStructure.Same, objects: 2);

        string text = Identification.Forecast(IdentificationData.Of(task), 50, 1e-4, 0.01, 1500, Quick with { Draws = 1 }).ToDeclaration("ForecastNetwork");

        Assert.Contains("// Forecast for a ReLU network of 50 units before any training", text, StringComparison.Ordinal);
        Assert.Contains("[ReluTwin(50)]", text, StringComparison.Ordinal);
        AssertClean(text, "forecast");
    }

    /// <summary>As many linear layers as do, under others that gate themselves; one of the names is taken.</summary>
    [Fact]
    public void ForecastsOfSeveralLayersAreDeclarationsToo()
    {
        ContextTask task = ContextTask.Create(2, ContextStructure.Same, objects: 2);
        IdentificationData data = IdentificationData.Of(task.Count).OneHot("Outputs", 2, task.Items).OneHot("Context", 2, task.Contexts)
            .WithTargets(task.Targets, task.TargetWidth);

        DeepForecastResult foreseen = Identification.ForecastDeep(data, [40, 60], 0.03, 0.01, 1500);
        string text = foreseen.ToDeclaration("ForecastNetwork");

        Assert.Contains("[ReluTwin(40, 60)]", text, StringComparison.Ordinal);
        Assert.Contains("public partial Layer NetworkOutputs { get; }", text, StringComparison.Ordinal);
        Assert.Contains("declared here", text, StringComparison.Ordinal);
        Assert.Equal(text, Identification.ForecastDeep(data, [40, 60], 0.03, 0.01, 1500).ToDeclaration("ForecastNetwork"));
        Assert.Throws<ArgumentException>(() => foreseen.ToDeclaration("no name"));
        AssertClean(text, "forecast of two layers");
        foreach (LinearCandidate candidate in foreseen.Candidates)
        {
            text = (foreseen with { Chosen = candidate }).ToDeclaration("ForecastNetwork");
            Assert.Equal(2 - candidate.LinearLayers, text.Split("SelfGated]").Length - 1);
            AssertClean(text, $"{candidate.LinearLayers} linear layers");
        }
    }

    /// <summary>What is found in a recording of two layers, with every number of linear ones.</summary>
    [Fact]
    public void RecordingsOfSeveralLayersAreDeclarationsToo()
    {
        ContextTask task = ContextTask.Create(2, ContextStructure.Same, objects: 2);
        IdentificationData data = IdentificationData.Of(task);
        DeepRecordings recordings = new(data);
        double[] first = [.. from unit in Enumerable.Range(0, 6) from n in Enumerable.Range(0, task.Count) select unit < 4 || task.Contexts[n] == 0
            ? 1 + (0.1 * unit)
            : 0];
        double[] second = [.. from unit in Enumerable.Range(0, 8) from n in Enumerable.Range(0, task.Count) select n == unit ? 0.0 : 0.5];
        recordings.Add(100, [first, second]);
        DeepIdentificationResult found = Identification.OfDeep(
            recordings, data,
                new RecordedTraining([.. Enumerable.Range(0, 400).Select(epoch => epoch < 300 ? 8 : 8 * Math.Exp((300 - epoch) / 10.0))], 0.1, 0.01));

        string text = found.ToDeclaration("IdentifiedNetwork");

        Assert.Contains("recorded at 1 epoch, beside 4 representative networks", text, StringComparison.Ordinal);
        Assert.Contains("foreseen", text, StringComparison.Ordinal);
        Assert.Contains("[ReluTwin(6, 8)]", text, StringComparison.Ordinal);
        foreach (LinearCandidate candidate in found.Candidates)
        {
            text = (found with { Chosen = candidate }).ToDeclaration("IdentifiedNetwork");
            Assert.Equal(2 - candidate.LinearLayers, text.Split("SelfGated]").Length - 1);
            AssertClean(text, $"{candidate.LinearLayers} linear layers");
        }

        Assert.Contains("Linear and always on: of the 6 ReLU units 67", text, StringComparison.Ordinal);
    }

    [Fact]
    public void DenseInputsOfSeveralLayersAreVectors()
    {
        IdentificationData data = IdentificationData.FromColumns([1, -1, 1, -1, -1, 1, 1, -1, 0.5, 0.5, -0.5, -0.5], 3, 4).WithTargetColumns([1, 1, -1, -1], 1);

        string text = Identification.ForecastDeep(data, [30, 30], 0.1, 0.05, 400).ToDeclaration("ForecastNetwork");

        Assert.Contains("[Input(3)]", text, StringComparison.Ordinal);
        AssertClean(text, "dense");
    }

    private static void AssertClean(string text, string what)
    {
        CSharpCompilation compilation = InMemory.Generate(CSharpCompilationWith(text)).Compilation;

        Assert.True(InMemory.CompilerProblems(compilation).IsEmpty, $"{what}: {string.Join('\n', InMemory.CompilerProblems(compilation))}\n{text}");
        ImmutableArray<Diagnostic> warnings = [.. InMemory.Analyze(compilation).Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)];
        Assert.True(warnings.IsEmpty, $"{what}: {string.Join('\n', warnings)}\n{text}");
    }

    // The text as its file: without the tests' global using, which would hide that one is missing.
    private static CSharpCompilation CSharpCompilationWith(string text)
    {
        CSharpCompilation compilation = InMemory.Compile(text);
        return compilation.RemoveSyntaxTrees(compilation.SyntaxTrees.Single(tree => tree.FilePath == "GlobalUsings.cs"))
            .AddSyntaxTrees(CSharpSyntaxTree.ParseText(
                "global using System; global using System.Collections.Generic; global using System.Linq;", InMemory.ParseOptions, "GlobalUsings.cs"));
    }

    // Node gates of the hidden layers as the compiled network describes them.
    private static string[] CompiledGates(string text)
    {
        CSharpCompilation compilation = InMemory.Generate(text).Compilation;
        using MemoryStream image = new();
        Assert.True(compilation.Emit(image).Success);
        Type network = System.Reflection.Assembly.Load(image.ToArray()).GetType("IdentifiedNetwork", throwOnError: true)!;
        var description = (NetworkDescription)network.GetProperty("Description")!.GetValue(null)!;
        return [.. description.Layers.Where(layer => layer.Kind == LayerKind.Hidden).SelectMany(layer => layer.Copies)
            .Select(copy => ByContext(copy.Gate.Table ?? [.. Enumerable.Repeat(true, 12)]))];
    }

    // The domain has items outermost, the recordings contexts.
    private static string ByContext(IReadOnlyList<bool> table) =>
        string.Concat(Enumerable.Range(0, 12).Select(n => table[(n % 4 * 3) + (n / 4)] ? '1' : '0'));

    private static IdentificationResult Identify(string[] gates, int items = 4, int contexts = 3, bool hasTargets = true, string[]? names = null)
    {
        int count = items * contexts;
        IdentificationData data = IdentificationData.Of(count)
            .OneHot(names?[0] ?? "Item", items, [.. Enumerable.Range(0, count).Select(n => n % items)])
            .OneHot(names?[1] ?? "Context", contexts, [.. Enumerable.Range(0, count).Select(n => n / items)]);
        data = hasTargets ? data.WithTargets([.. Enumerable.Range(0, 2 * count).Select(i => Math.Sin(i))], 2) : data;
        Random random = new(1);
        const int UnitsPerGate = 30;
        double[] activations = new double[gates.Length * UnitsPerGate * count];
        for (int i = 0; i < activations.Length; i++)
        {
            int unit = i / count;
            int n = i % count;
            bool isOn = gates[unit / UnitsPerGate][n] == '1' ^ random.NextDouble() < 0.02;
            activations[i] = isOn ? 0.5 + random.NextDouble() : 0;
        }

        LayerRecordings recordings = new(data);
        recordings.Add(activations, gates.Length * UnitsPerGate);
        return Identification.Of(recordings, data, Quick with { Modules = gates.Length });
    }
}
