namespace GateDsl.Generators.Tests.Gating;

/// <summary>Dense inputs: known by Stimuli or by the task, or unknown; and the limits of what is checked.</summary>
public class KnownInputTests
{
    private const string Xor = """[Stimuli(nameof(Sample), nameof(Stimulus), "1 -1", "-1 1", "1 1", "-1 -1")]""";

    [Fact]
    public void ALinearLayerOverOppositeStimuliIsNoReluLayer()
    {
        string source = Dense(Xor, "[Hidden(4), From(nameof(Stimulus))] public partial Layer Linear { get; }", "nameof(Linear)");

        Assert.Equal(["GDSL101 Warning Linear"], Found.In(source));
        Assert.Equal(
            "'Linear': Without a gate the layer is linear: as a ReLU layer it would have to be on everywhere. No ReLU unit can implement this gate. It is "
            + "on at (Sample 0) with Stimulus = (1, -1) and (Sample 1) with Stimulus = (-1, 1). A unit is on where w·x > 0, so w·(Sample 0) + w·(Sample 1) "
            + "> 0; but these inputs add up to zero, so the same sum is 0.",
            Found.Message(source, "GDSL101"));
    }

    /// <summary>A bias is a constant feature: opposite stimuli contradict each other no longer, diagonal ones do.</summary>
    [Fact]
    public void WithABiasOppositeStimuliCanBeOnTogether()
    {
        Assert.Equal([], Found.In(Dense(Xor, "[Hidden(4, Bias = true), From(nameof(Stimulus))] public partial Layer Linear { get; }", "nameof(Linear)")));

        string diagonal = Dense(
            Xor, "[Hidden(4, Bias = true), From(nameof(Stimulus)), ActiveIn(nameof(Sample), 2, 3)] public partial Layer Diagonal { get; }", "nameof(Diagonal)");
        Assert.Equal(["GDSL101 Warning Diagonal"], Found.In(diagonal));
    }

    /// <summary>The bias of another layer is of no use to this one.</summary>
    [Fact]
    public void ALayerWithoutABiasIsCheckedWithoutOne() => Assert.Equal(
        ["GDSL101 Warning Plain"],
        Found.In(Dense(
            Xor,
            """
            [Hidden(4, Bias = true), From(nameof(Stimulus))] public partial Layer Biased { get; }
                [Hidden(4), From(nameof(Stimulus))] public partial Layer Plain { get; }
            """,
            "nameof(Biased), nameof(Plain)")));

    /// <summary>Numbers that come with the data are not known while typing, whatever the stimuli are; the report of a data set knows them.</summary>
    [Fact]
    public void AGateThatIsANumberIsNotChecked()
    {
        string source = Dense(
            Xor, "[GateInput(2)] public partial GateInput Open { get; }\n    [Hidden(4), From(nameof(Stimulus)), GatedBy(nameof(Open), 1)] public partial Layer Gated { get; }", "nameof(Gated)");

        Assert.Equal(["GDSL107 Info Gated"], Found.In(source));
        Assert.Contains("gate 1 of 'Open' is a number that comes with the data; GateReport() of a data set decides it there",
            Found.Message(source, "GDSL107"), StringComparison.Ordinal);
    }

    [Fact]
    public void StimuliOnOneSideOfALineAreLinear() => Assert.Equal(
        [],
        Found.In(Dense(
            """[Stimuli(nameof(Sample), nameof(Stimulus), "1/3 -1", "0.1 1", "1e-9 1", "1e9 0")]""",
            "[Hidden(4), From(nameof(Stimulus))] public partial Layer Linear { get; }",
            "nameof(Linear)")));

    [Fact]
    public void AGateByStimulusIsCheckedAgainstTheStimuli() => Assert.Equal(
        ["GDSL102 Info Right", "GDSL101 Warning Diagonal"],
        Found.In(Dense(
            Xor,
            """
            [Hidden(4), From(nameof(Stimulus)), ActiveIn(nameof(Sample), 0)] public partial Layer First { get; }
                [Hidden(4), From(nameof(Stimulus)), ActiveIn(nameof(Sample), 0, 2)] public partial Layer Right { get; }
                [Hidden(4), From(nameof(Stimulus)), ActiveIn(nameof(Sample), 2, 3)] public partial Layer Diagonal { get; }
                [Hidden(4), From(nameof(Stimulus)), ActiveIn(nameof(Sample), 1)] public partial Layer Last { get; }
            """,
            "nameof(First), nameof(Right), nameof(Diagonal), nameof(Last)")));

    [Fact]
    public void OfUnknownInputsOnlyGatesAreMentioned()
    {
        string source = Dense(
            "",
            """
            [Hidden(4), From(nameof(Stimulus))] public partial Layer Linear { get; }
                [Hidden(4), From(nameof(Stimulus)), ActiveIn(nameof(Sample), 0)] public partial Layer First { get; }
                [Hidden(4), From(nameof(Stimulus)), ActiveIn(nameof(Sample))] public partial Layer Dead { get; }
            """,
            "nameof(Linear), nameof(First), nameof(Dead)");

        Assert.Equal(["GDSL107 Info First", "GDSL104 Warning Dead"], Found.In(source));
        Assert.Equal(
            "Whether a ReLU network can implement the gating of 'First' is not checked: the values of Stimulus are not known; say them with " +
            "[Stimuli(nameof(selector), nameof(Stimulus), \"row\", ...)] over a selector that says which vector it is",
            Found.Message(source, "GDSL107"));
    }

    [Theory]
    [InlineData("[Selector(4)] public partial Selector Sample { get; }", "(Sample 0)")]
    [InlineData("", "(XoR sample 0)")]
    public void TheXorTaskSaysItsStimuli(string selector, string named)
    {
        string source = $$"""
            [GatedNetwork(Rectified = true), XorTask(Margin = 0.4)]
            public partial class Net
            {
                {{selector}}
                [Input(3)] public partial Layer Stimulus { get; }
                [Hidden(4), From(nameof(Stimulus))] public partial Layer Linear { get; }
                [Output(1), From(nameof(Linear))] public partial Layer Answer { get; }
            }
            """;

        Assert.Equal(["GDSL101 Error Linear"], Found.In(source));
        Assert.Contains(named + " with Stimulus = (1, -1, 2/5)", Found.Message(source, "GDSL101"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "private static bool Rule(int context) => 1 / context > 0;",
        "rule 'Rule' throws DivideByZeroException at (Item 0, Context 0)")]
    [InlineData(
        "private static bool Rule(int context) { while (true) { } }",
        "rule 'Rule' is not through at (Item 0, Context 0) after the 100,000 steps that a datapoint may take")]
    [InlineData(
        "private static bool Rule(int context) => DateTime.Now.Day == context;",
        "rule 'Rule' cannot be evaluated before data are given: ")]
    public void ARuleThatCannotBeEvaluatedIsNotChecked(string rule, string reason)
    {
        string source = OneHot(4, 3, "ActiveWhen(nameof(Rule))", rule);

        Assert.Equal(["GDSL107 Info Some"], Found.In(source));
        Assert.Contains(reason, Found.Message(source, "GDSL107"), StringComparison.Ordinal);
    }

    [Fact]
    public void ARuleIsNotCalledWhereTheGateIsClosedAnyway() => Assert.Equal(
        [],
        Found.In(OneHot(
            4, 3, "ActiveIn(nameof(Context), 1, 2), ActiveWhen(nameof(Rule))", "private static bool Rule(int context) => 1 / context > 0;")));

    [Fact]
    public void ALargeDomainIsNotChecked()
    {
        string source = OneHot(1000, 66, "ActiveIn(nameof(Context), 1)");

        Assert.Equal(["GDSL107 Info Some"], Found.In(source));
        Assert.EndsWith(
            "the domain has 66,000 datapoints, and gates are tabulated up to 65,536", Found.Message(source, "GDSL107"), StringComparison.Ordinal);
    }

    [Fact]
    public void AContextOfMoreStepsThanTheBudgetIsNotChecked()
    {
        string source = OneHot(
            400, 3, "ActiveWhen(nameof(Rule))", "private static bool Rule(int item) { int n = 0; while (n < 40000) { n++; } return n > item; }");

        Assert.Equal(["GDSL107 Info Some"], Found.In(source));
        Assert.EndsWith("the rules take more than 10,000,000 steps over the domain", Found.Message(source, "GDSL107"), StringComparison.Ordinal);
    }

    private static string Dense(string stimuli, string layers, string sources) => $$"""
        [GatedNetwork]
        {{stimuli}}
        public partial class Net
        {
            [Selector(4)] public partial Selector Sample { get; }
            [Input(2)] public partial Layer Stimulus { get; }
            {{layers}}
            [Output(1), From(nameof(Stimulus), {{sources}})] public partial Layer Answer { get; }
        }
        """;

    private static string OneHot(int items, int contexts, string gate, string rule = "") => $$"""
        [GatedNetwork]
        public partial class Net
        {
            [OneHotInput({{items}})] public partial Layer Item { get; }
            [OneHotInput({{contexts}})] public partial Layer Context { get; }
            [Hidden(8), From(nameof(Item), nameof(Context))] public partial Layer Common { get; }
            [Hidden(8), From(nameof(Item)), {{gate}}] public partial Layer Some { get; }
            [Output(7), From(nameof(Common), nameof(Some))] public partial Layer Properties { get; }

            {{rule}}
        }
        """;
}
