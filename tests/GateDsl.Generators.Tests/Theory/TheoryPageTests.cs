using System.Diagnostics;
using System.Globalization;
using GateDsl.Generators.Diagnostics;
using GateDsl.Generators.Tests.Declarations;
using GateDsl.Generators.Tests.Support;
using Microsoft.CodeAnalysis;

namespace GateDsl.Generators.Tests.Theory;

/// <summary>Every GDSL2xx: the wrong code of its page has it in the right place, the right code, just inside the bound, has it not.</summary>
public sealed class TheoryPageTests
{
    public static TheoryData<string> Ids => [.. TheoryDescriptors.All.Select(descriptor => descriptor.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void TheWrongCodeHasTheDiagnosticOnce(string id)
    {
        DiagnosticPage page = DiagnosticPage.Read(id);

        Diagnostic diagnostic = Assert.Single(InMemory.Analyze(page.Wrong), diagnostic => diagnostic.Id == id);

        Assert.Equal(page.MarkedLine, diagnostic.Location.GetLineSpan().StartLinePosition.Line);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void TheRightCodeIsAccepted(string id) => Assert.DoesNotContain(InMemory.Analyze(DiagnosticPage.Read(id).Right), diagnostic => diagnostic.Id == id);

    [Theory]
    [InlineData("GDSL201",
        "'Code' has 3 units, but the effective dataset of pathway 'Code' has 4 modes: it can carry at most 3 of them, so give it 4 units or more")]
    [InlineData("GDSL204",
        "StepSize = 0.4 is beyond the stable bound of 'Net' on its task: at the end of training, steps on the Sum scale are stable below 0.378")]
    [InlineData("GDSL206",
        "With Sigma = 0.5, 'Code' starts lazy in every mode: the laziness index of mode 3 is 4, and its features hardly move; up to Sigma = 0.0791 it is at most 0.1 in every mode, a rich start")]
    public void MessagesHaveTheNumbers(string id, string message) => Assert.Equal(message, Message(DiagnosticPage.Read(id).Wrong, id));

    /// <summary>The plain bound is 1/sqrt(7) = 0.37796, which is 2 / h with h = 5.2915.</summary>
    [Theory]
    [InlineData("StepSize = 0.75, Momentum = 0.9", 0.7181)] // 2 (1 + mu) / h
    [InlineData("StepSize = 0.75, Momentum = 0.9, Nesterov = true", 0.2565)] // the same / (1 + 2 mu)
    [InlineData("StepSize = 0.4, WeightDecay = 0.1", 0.3710)] // 2 / (h + lambda)
    public void TheBoundIsOfTheDescentThatTheTaskSays(string arguments, double bound)
    {
        string source = DiagnosticPage.Read("GDSL204").Wrong;
        string message = Message(source.Replace("StepSize = 0.4", arguments, StringComparison.Ordinal), "GDSL204");
        Assert.Equal(bound, double.Parse(message.Split(' ')[^1], CultureInfo.InvariantCulture), 1e-3 * bound);
        Assert.DoesNotContain(
            InMemory.Analyze(source.Replace("StepSize = 0.4", "StepSize = 0.7, Momentum = 0.9", StringComparison.Ordinal)),
            diagnostic => diagnostic.Id == "GDSL204");
    }

    [Theory]
    [InlineData("Momentum = 0.9", "momentum")]
    [InlineData("WeightDecay = 0.1", "weight decay")]
    public void TheClosedFormIsOfPlainDescent(string argument, string named) => Assert.Contains(
        $"its task descends with {named}; use Integrate with TrainingOptions",
        Message(DiagnosticPage.Read("GDSL202").Right.Replace("Objects = 4", "Objects = 4, " + argument, StringComparison.Ordinal), "GDSL202"),
        StringComparison.Ordinal);

    /// <summary>
    /// A bias of the output learns the mean of the targets, which is one of the hierarchy's four modes; one of the hidden layer adds to what one-hot inputs
    /// span nothing.
    /// </summary>
    [Theory]
    [InlineData("Hidden(3)", "Output(7)", 4)]
    [InlineData("Hidden(3, Bias = true)", "Output(7)", 4)]
    [InlineData("Hidden(4, Bias = true)", "Output(7)", 0)]
    [InlineData("Hidden(3)", "Output(7, Bias = true)", 0)]
    [InlineData("Hidden(3, Bias = true)", "Output(7, Bias = true)", 0)]
    [InlineData("Hidden(2, Bias = true)", "Output(7, Bias = true)", 3)]
    public void WhatABiasLearnsNeedsNoUnits(string hidden, string output, int modes)
    {
        string source = DiagnosticPage.Read("GDSL201").Wrong.Replace("Hidden(3)", hidden, StringComparison.Ordinal)
            .Replace("Output(7)", output, StringComparison.Ordinal);
        string? message = InMemory.Analyze(source).SingleOrDefault(diagnostic => diagnostic.Id == "GDSL201")?.GetMessage(CultureInfo.InvariantCulture);
        Assert.Equal(modes > 0, message is not null);
        Assert.Contains(modes == 0 ? "" : $"has {modes} modes{(output.Contains("Bias", StringComparison.Ordinal) ? " beside what" : ":")}",
            message ?? "", StringComparison.Ordinal);
    }

    /// <summary>Edges from the input to the output leave nothing to a hidden layer.</summary>
    [Fact]
    public void WhatDirectPathsLearnNeedsNoUnits() => Assert.DoesNotContain(
        InMemory.Analyze(DiagnosticPage.Read("GDSL201").Wrong.Replace("From(nameof(Code))", "From(nameof(Code), nameof(Thing))", StringComparison.Ordinal)),
        diagnostic => diagnostic.Id == "GDSL201");

    /// <summary>
    /// Sums over the datapoints, with a 1 below the items: the mean mode has s = sqrt(35), d = 5, the next one s = sqrt(3), d = 1, and the largest curvature is
    /// 5 (sqrt(3) + sqrt(35)/5).
    /// </summary>
    [Fact]
    public void TheBoundKnowsAnInputThatIsAlwaysOne()
    {
        string source = DiagnosticPage.Read("GDSL204").Wrong.Replace("Hidden(16)", "Hidden(16, Bias = true)", StringComparison.Ordinal);
        Assert.Equal(2 / (5 * (Math.Sqrt(3) + (Math.Sqrt(35) / 5))),
            double.Parse(Message(source, "GDSL204").Split(' ')[^1], CultureInfo.InvariantCulture), 1e-3);
        Assert.DoesNotContain(
            InMemory.Analyze(source.Replace("StepSize = 0.4", "StepSize = 0.136", StringComparison.Ordinal)), diagnostic => diagnostic.Id == "GDSL204");
        Assert.Contains(
            InMemory.Analyze(source.Replace("StepSize = 0.4", "StepSize = 0.139", StringComparison.Ordinal)), diagnostic => diagnostic.Id == "GDSL204");
    }

    [Fact]
    public void BiasesHaveTheClosedFormThatTheRaceHas()
    {
        string source = DiagnosticPage.Read("GDSL204").Right;
        Assert.DoesNotContain(InMemory.Analyze(source), diagnostic => diagnostic.Id == "GDSL202");
        Assert.DoesNotContain(
            InMemory.Analyze(source.Replace("Hidden(16)", "Hidden(16, Bias = true)", StringComparison.Ordinal)), diagnostic => diagnostic.Id == "GDSL202");
        Assert.Contains("without", Message(source.Replace("Output(7)", "Output(7, Bias = true)", StringComparison.Ordinal), "GDSL202"),
            StringComparison.Ordinal);
    }

    /// <summary>
    /// Biases of hidden layers change nothing of who loses: singles do, and pairs do not. Of the output, they are a path that is no pathway to name.
    /// </summary>
    [Fact]
    public void ALoserIsNamedBesideBiases()
    {
        string source = DiagnosticPage.Read("GDSL203").Wrong.Replace("(50)", "(50, Bias = true)", StringComparison.Ordinal);
        Diagnostic[] found = [.. InMemory.Analyze(source)];
        Assert.StartsWith("Every copy of 'Singles' loses",
            Assert.Single(found, diagnostic => diagnostic.Id == "GDSL203").GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.DoesNotContain(found, diagnostic => diagnostic.Id == "GDSL205");
        Assert.DoesNotContain(
            InMemory.Analyze(source.Replace("(28)", "(28, Bias = true)", StringComparison.Ordinal)), diagnostic => diagnostic.Id == "GDSL205");
    }

    [Fact]
    public void WithDecayNoLoserIsNamed()
    {
        string source = DiagnosticPage.Read("GDSL203").Wrong.Replace("Objects = 4", "Objects = 4, WeightDecay = 0.01", StringComparison.Ordinal);
        Assert.DoesNotContain(InMemory.Analyze(source), diagnostic => diagnostic.Id == "GDSL203");
        Assert.Contains("which pathways lose is not known where weights decay", Message(source, "GDSL205"), StringComparison.Ordinal);
    }

    [Fact]
    public void ALoserIsNamedWithTimesAndIsAWarningOfRectifiedNetworks()
    {
        string source = DiagnosticPage.Read("GDSL203").Wrong;
        string message = Message(source, "GDSL203");
        Assert.StartsWith("Every copy of 'Singles' loses the race: ", message, StringComparison.Ordinal);
        Assert.Contains(" tau", message, StringComparison.Ordinal);
        Assert.Contains(" for 'Common'", message, StringComparison.Ordinal);
        Assert.Equal(DiagnosticSeverity.Warning, InMemory.Analyze(source).Single(diagnostic => diagnostic.Id == "GDSL203").Severity);
        string epochs = source.Replace("Objects = 4", "Objects = 4, StepSize = 0.01", StringComparison.Ordinal)
            .Replace("(Rectified = true)", "", StringComparison.Ordinal);
        Assert.Contains("epoch ", Message(epochs, "GDSL203"), StringComparison.Ordinal);
        Assert.Equal(DiagnosticSeverity.Info, InMemory.Analyze(epochs).Single(diagnostic => diagnostic.Id == "GDSL203").Severity);
    }

    /// <summary>The index is 16 sigma^2/s with s = sqrt(7), sqrt(3), 1, 1: it is 1 at 0.4066, 0.329, 0.25. A sigma that nobody names is small.</summary>
    [Theory]
    [InlineData("(Sigma = 0.249)", null)]
    [InlineData("(Sigma = 0.251)", "2 of its 4 modes")]
    [InlineData("(Sigma = 0.406)", "3 of its 4 modes")]
    [InlineData("(Sigma = 0.407)", "every mode")]
    [InlineData("", null)]
    public void AStartIsLazyAboveAnIndexOfOne(string arguments, string? where)
    {
        string source = DiagnosticPage.Read("GDSL206").Wrong.Replace("(Sigma = 0.5)", arguments, StringComparison.Ordinal);
        string? message = InMemory.Analyze(source).SingleOrDefault(diagnostic => diagnostic.Id == "GDSL206")?.GetMessage(CultureInfo.InvariantCulture);
        Assert.Equal(where is not null, message is not null);
        Assert.Contains(where ?? "", message ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public void TheFailingAssumptionIsNamedWithItsSize()
    {
        string message = Message(DiagnosticPage.Read("GDSL202").Wrong, "GDSL202");
        Assert.Matches("are coupled by [0-9.]+ of their own strength", message);
        Assert.Contains("Singles[0] is neither the one common pathway", message, StringComparison.Ordinal);
    }

    [Fact]
    public void AnUnknownRuleIsNamed()
    {
        const string Source = """
            [GatedNetwork]
            [HierarchyTask]
            public partial class Net
            {
                [OneHotInput(4)] public partial Layer Thing { get; }
                [Hidden(9), From(nameof(Thing)), ActiveWhen(nameof(Lucky))] public partial Layer Code { get; }
                [Output(7), From(nameof(Code))] public partial Layer Properties { get; }
                static bool Lucky(int thing) => DateTime.Now.Ticks % 2 == thing;
            }
            """;
        Assert.Contains("'Lucky'", Message(Source, "GDSL205"), StringComparison.Ordinal);
    }

    /// <summary>The networks of the papers are within the bound on work: nothing is left unevaluated.</summary>
    [Theory]
    [InlineData(3, 8)]
    [InlineData(4, 8)]
    [InlineData(5, 8)]
    [InlineData(6, 8)]
    public void ThePapersNetworksAreEvaluated(int contexts, int objects)
    {
        string source = $$"""
            [GatedNetwork(Rectified = true)]
            [ContextTask(Contexts = {{contexts}}, Objects = {{objects}}, StepSize = 0.001)]
            public partial class Net
            {
                [OneHotInput({{objects}})] public partial Layer Item { get; }
                [OneHotInput({{contexts}})] public partial Layer Context { get; }
                [Hidden(100), From(nameof(Item), nameof(Context))] public partial Layer Common { get; }
                [Hidden(100), From(nameof(Item)), OnePerSubset(nameof(Context), {{contexts - 1}})] public partial LayerBank Own { get; }
                [Output({{(contexts + 1) * ((2 * objects) - 1)}}), From(nameof(Common), nameof(Own))] public partial Layer Properties { get; }
            }
            """;
        var watch = Stopwatch.StartNew();
        string[] found = [.. InMemory.Analyze(source).Select(diagnostic => diagnostic.Id)];
        Assert.True(found.Length == 0, $"{string.Join(", ", found)} after {watch.ElapsedMilliseconds} ms");
    }

    /// <summary>P2's own network is recognised: the closed form of routing applies, and its layers need a unit per mode of all pairs.</summary>
    [Theory]
    [InlineData(28, new string[] { })]
    [InlineData(27, new[] { "GDSL201", "GDSL201" })]
    public void TheRoutingNetworkIsRecognised(int units, string[] expected)
    {
        string source = $$"""
            [GatedNetwork]
            [RoutingTask(StepSize = 0.02 * 2 / 28)]
            public partial class Net
            {
                [OneHotInput(28)] public partial Layer Cue { get; }
                [Selector(7)] public partial Selector Sink { get; }
                [Hidden({{units}}), From(nameof(Cue))] public partial Layer First { get; }
                [Hidden({{units}}), From(nameof(First))] public partial Layer Second { get; }
                [Output(7), From(nameof(Second)), OnePer(nameof(Sink))] public partial LayerBank Answers { get; }
            }
            """;
        Assert.Equal(expected, InMemory.Analyze(source).Select(diagnostic => diagnostic.Id).Where(id => id.StartsWith("GDSL2", StringComparison.Ordinal)));
    }

    /// <summary>Between the sizes that are looked at and those whose race is run.</summary>
    [Fact]
    public void ARaceBeyondTheCountedWorkIsNotEvaluated()
    {
        const string Source = """
            [GatedNetwork]
            [HierarchyTask(Objects = 64)]
            public partial class Net
            {
                [OneHotInput(64)] public partial Layer Thing { get; }
                [Hidden(64), From(nameof(Thing))] public partial Layer Code { get; }
                [Output(127), From(nameof(Code))] public partial Layer Properties { get; }
            }
            """;
        Assert.Contains("multiply-adds", Message(Source, "GDSL205"), StringComparison.Ordinal);
    }

    private static string Message(string source, string id) =>
        InMemory.Analyze(source).Single(diagnostic => diagnostic.Id == id).GetMessage(CultureInfo.InvariantCulture);
}
