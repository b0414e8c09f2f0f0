using System.Text.RegularExpressions;
using System.Xml.Linq;
using GateDsl.Generators.Tests.Support;
using Microsoft.CodeAnalysis;

namespace GateDsl.Generators.Tests.Generation;

/// <summary>Words of generated comments as their reader sees them: formulas by hand, signs of markup as they are meant.</summary>
public class WrittenWordsTests
{
    /// <summary>An error is minus the derivative of its loss: that of log(1 + exp(h)) is 1 / (1 + exp(-h)), that of log(sum of exp(h)) is softmax(h).</summary>
    [Theory]
    [InlineData("Logistic", "sum over units of log(1 + exp(h)) - y h", "y - 1 / (1 + exp(-h))")]
    [InlineData("CrossEntropy", "log(sum of exp(h)) - h_c at the label c", "onehot(c) - softmax(h) for the label c")]
    [InlineData("Squared", "1/2 |y - h|^2", "y - h")]
    public void AnErrorIsMinusTheDerivativeOfItsLoss(string loss, string formula, string error)
    {
        string[] files = [.. InMemory.Generate($$"""
            [GatedNetwork]
            public partial class Net
            {
                [Input(3)] public partial Layer X { get; }
                [Hidden(4), From(nameof(X))] public partial Layer H { get; }
                [Output(2, Loss = OutputLoss.{{loss}}), From(nameof(H))] public partial Layer First { get; }
                [Output(2, Loss = OutputLoss.{{(loss == "Squared" ? "Logistic" : "Squared")}}), From(nameof(H))] public partial Layer Second { get; }
            }
            """).Result.GeneratedTrees.Select(tree => tree.ToString())];

        Assert.Contains(files, file => file.Contains($"First: {formula}, e = {error}\n", StringComparison.Ordinal));
        Assert.Contains(files, file => file.Contains($"First: {error};", StringComparison.Ordinal));
    }

    /// <summary>What a documentation comment escapes it escapes once: its reader sees no markup.</summary>
    [Fact]
    public void ALayerIsDocumentedInPlainSigns()
    {
        INamedTypeSymbol network = InMemory.Generate("""
            [GatedNetwork]
            public partial class Net
            {
                [Input(3)] public partial Layer X { get; }
                [Hidden(4), From(nameof(X)), SelfGated] public partial Layer H { get; }
                [Output(2), From(nameof(H))] public partial Layer Out { get; }
            }
            """).Compilation.GetTypeByMetadataName("Net")!;

        IPropertySymbol layer = Assert.IsAssignableFrom<IPropertySymbol>(Assert.Single(network.GetMembers("H")));
        string xml = (layer.PartialImplementationPart ?? layer).GetDocumentationCommentXml()!;
        string read = XElement.Parse(xml).Element("summary")!.Value;
        Assert.Equal(
            "Hidden layer of 4 units; each unit is on where its own pre-activation is > 0.",
            string.Join(' ', read.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
    }

    /// <summary>One thing is not several, and whatever begins with a vowel is an output.</summary>
    [Fact]
    public void WordsAgreeWithTheirNumbers()
    {
        string text = Text("""
            [GatedNetwork, ReluTwin(1)]
            public partial class Net
            {
                [Input(1)] public partial Layer X { get; }
                [GateInput(1)] public partial GateInput Open { get; }
                [Hidden(1), From(nameof(X)), OnePer(nameof(Open))] public partial LayerBank H { get; }
                [Hidden(1), From(nameof(X)), SelfGated] public partial Layer Sharp { get; }
                [Output(1), From(nameof(H), nameof(Sharp))] public partial Layer Out { get; }
            }
            """) + Text("""
            [GatedNetwork]
            public partial class Heads
            {
                [Input(2)] public partial Layer X { get; }
                [Selector(2)] public partial Selector Way { get; }
                [Output(2), From(nameof(X)), OnePer(nameof(Way))] public partial LayerBank Out { get; }
            }
            """);

        Assert.Empty(Regex.Matches(text, @"(?<!\S)1 (units|features|values|copies|numbers|hidden layers)|\ba output|\bone of 1\b")
            .Select(match => match.Value));
        Assert.Contains("Bank of 1 copy of a hidden layer of 1 unit, copy k multiplied by number k of Open.", text, StringComparison.Ordinal);
        Assert.Contains("Sharp: 1 unit, on where its own pre-activation is > 0\n", text, StringComparison.Ordinal);
        Assert.Contains("Gate input of 1 number: it gates and is not fed to the network.", text, StringComparison.Ordinal);
        Assert.Contains("Bank of 2 copies of an output of 2 units, one per value of Way.", text, StringComparison.Ordinal);
    }

    /// <summary>Of a bank what of a layer: that it has biases, and what its units do themselves.</summary>
    [Theory]
    [InlineData("Hidden(4, Bias = true)", "", ", each with a bias.")]
    [InlineData("Hidden(4)", ", SelfGated", "; each unit is on where its own pre-activation is > 0.")]
    [InlineData("Hidden(4, Bias = true)", ", SelfGated(Slope = 0.5)",
        ", each with a bias; a unit is multiplied by 0.5 where its own pre-activation is not > 0.")]
    public void ABankSaysWhatALayerSays(string hidden, string gate, string end) => Assert.Contains(
        "Bank of 2 copies of a hidden layer of 4 units, one per value of Way" + end,
        Text($$"""
            [GatedNetwork]
            public partial class Net
            {
                [Input(3)] public partial Layer X { get; }
                [Selector(2)] public partial Selector Way { get; }
                [{{hidden}}, From(nameof(X)), OnePer(nameof(Way)){{gate}}] public partial LayerBank H { get; }
                [Output(2), From(nameof(H))] public partial Layer Out { get; }
            }
            """).Replace("&gt;", ">", StringComparison.Ordinal),
        StringComparison.Ordinal);

    /// <summary>A twin whose units leak is not said to switch them off, and one with biases is said to have them.</summary>
    [Theory]
    [InlineData("4", "1 hidden layer, every unit on where its own pre-activation is > 0.")]
    [InlineData("4, Slope = 0.25", "1 hidden layer, every unit multiplied by 0.25 where its own pre-activation is not > 0.")]
    [InlineData("4, Bias = true", "1 hidden layer with biases, every unit on where its own pre-activation is > 0.")]
    public void TheTwinIsDescribedAsItIs(string twin, string words) => Assert.Contains(
        "The ReLU network on the same inputs and outputs: " + words,
        Text($$"""
            [GatedNetwork, ReluTwin({{twin}})]
            public partial class Net
            {
                [Input(3)] public partial Layer X { get; }
                [Hidden(4), From(nameof(X))] public partial Layer H { get; }
                [Output(2), From(nameof(H))] public partial Layer Out { get; }
            }
            """).Replace("&gt;", ">", StringComparison.Ordinal),
        StringComparison.Ordinal);

    /// <summary>A number other than 0 opens a gate, be it 1 or not; an activation of a self-gated unit is gated where it stands.</summary>
    [Theory]
    [InlineData("", "", false, false)]
    [InlineData(", GatedBy(nameof(Open), 1)", "", true, false)]
    [InlineData(", SelfGated", "", false, true)]
    [InlineData("", ", ReluTwin(4)", false, true)]
    public void LettersMeanWhatTheNetworkHas(string gate, string twin, bool hasNumbers, bool isRectified)
    {
        string gates = gate.StartsWith(", Gated", StringComparison.Ordinal) ? "[GateInput(2)] public partial GateInput Open { get; }" : "";
        string text = Text($$"""
            [GatedNetwork{{twin}}]
            public partial class Net
            {
                [Input(3)] public partial Layer X { get; }
                {{gates}}
                [Hidden(4), From(nameof(X)){{gate}}] public partial Layer H { get; }
                [Output(2), From(nameof(H))] public partial Layer Out { get; }
            }
            """);

        Assert.Contains(hasNumbers ? "the datapoints at which one is not 0\n" : "the datapoints at which one is 1\n", text, StringComparison.Ordinal);
        Assert.Equal(isRectified, Regex.IsMatch(text, @"activations \(self-gated units are gated(\s+//)?\s+where(\s+//)?\s+they(\s+//)?\s+stand\)\n"));
    }

    /// <summary>The table of letters has a copy and the indices of a datapoint where there is a bank, and a gate by indices.</summary>
    [Theory]
    [InlineData("Hidden(4)", "Layer", "s, t ", "x, y ")]
    [InlineData("Hidden(4), ActiveIn(nameof(Way), 1)", "Layer", "s, t ", "x, y, i ")]
    [InlineData("Hidden(4), OnePer(nameof(Way))", "LayerBank", "s, t, k ", "x, y, i ")]
    public void LettersAreThoseThatTheNetworkHas(string hidden, string type, string edges, string data)
    {
        string text = Text($$"""
            [GatedNetwork]
            public partial class Net
            {
                [Input(3)] public partial Layer X { get; }
                [Selector(2)] public partial Selector Way { get; }
                [{{hidden}}, From(nameof(X))] public partial {{type}} H { get; }
                [Output(2), From(nameof(H))] public partial Layer Out { get; }
            }
            """);

        Assert.Contains("\n//   " + edges, text, StringComparison.Ordinal);
        Assert.Contains("\n//   " + data, text, StringComparison.Ordinal);
        Assert.Equal(edges.Contains('k', StringComparison.Ordinal), text.Contains("[k]", StringComparison.Ordinal));
        Assert.Equal(data.Contains('i', StringComparison.Ordinal), text.Contains("static i =>", StringComparison.Ordinal));
    }

    /// <summary>A unit that gates itself is on where it says so: nothing else is said of a layer that is always on, and both of one that is gated.</summary>
    [Theory]
    [InlineData("SelfGated", "H: 4 units, each on where its own pre-activation is > 0\n")]
    [InlineData("SelfGated, ActiveIn(nameof(Way), 1)", "H: 4 units, on where Way is 1, each there only where its own pre-activation is > 0\n")]
    [InlineData("SelfGated(Slope = 0.5), ActiveIn(nameof(Way), 1)",
        "H: 4 units, on where Way is 1, each multiplied by 0.5 where its own pre-activation is not > 0\n")]
    public void ASelfGatedLayerIsNotOnEverywhere(string gates, string line)
    {
        string text = Text($$"""
            [GatedNetwork]
            public partial class Net
            {
                [Input(3)] public partial Layer X { get; }
                [Selector(2)] public partial Selector Way { get; }
                [Hidden(4), From(nameof(X)), {{gates}}] public partial Layer H { get; }
                [Output(2), From(nameof(H))] public partial Layer Out { get; }
            }
            """);

        Assert.Contains(line, text, StringComparison.Ordinal);
        Assert.Contains("and where these modules are on, self-gated units aside:", text, StringComparison.Ordinal);
    }

    /// <summary>Errors that are carried back over several edges set what nothing has set, and are added to what has a value.</summary>
    [Fact]
    public void AFormulaAddsWhereItsCallsAdd()
    {
        string text = Text("""
            [GatedNetwork]
            public partial class Net
            {
                [Input(3)] public partial Layer X { get; }
                [Hidden(4), From(nameof(X))] public partial Layer H { get; }
                [Hidden(5), From(nameof(X))] public partial Layer G { get; }
                [Output(2), From(nameof(H))] public partial Layer First { get; }
                [Output(2), From(nameof(H), nameof(G))] public partial Layer Second { get; }
            }
            """);

        Assert.Contains("// edges into Second: e_source = W^T e, d += c e h_source^T\n", text, StringComparison.Ordinal);
        Assert.Contains("// edges into First: e_source += W^T e, d += c e h_source^T\n", text, StringComparison.Ordinal);
        Assert.Contains("// back over HToSecond: B_source = W^T B, ", text, StringComparison.Ordinal);
        Assert.Contains("// back over HToFirst: B_source += W^T B, ", text, StringComparison.Ordinal);
    }

    // Without the line breaks of documentation.
    private static string Text(string source) => string.Join('\n', InMemory.Generate(source).Result.GeneratedTrees.Select(tree =>
        Regex.Replace(tree.ToString(), @"(?<=[^>])\n\s*/// (?!<)", " ")));
}
