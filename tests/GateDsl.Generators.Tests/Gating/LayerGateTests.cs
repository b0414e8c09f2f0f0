namespace GateDsl.Generators.Tests.Gating;

/// <summary>Which gates are checked, what is said about banks, edges, outputs, deep and self-gated layers, and where.</summary>
public class LayerGateTests
{
    private const string Odd = "private static bool Odd(int item, int context) => (item + context) % 2 == 1;";
    private const string Late = "private static bool Late(int item, int context) => item > context;";
    private const string Trained = "private static bool Trained(int mode) => mode == 0;";

    [Fact]
    public void OfABankOneCopyIsNamedAndTheOthersAreCounted()
    {
        // Contexts 0 and 2 have the same parity: there the gate depends on the item alone.
        string source = Net("[Hidden(8), From(nameof(Item)), OnePerSubset(nameof(Context), 2), ActiveWhen(nameof(Odd))] public partial LayerBank Some { get; }", Odd);

        Assert.Equal(["GDSL101 Warning Some"], Found.In(source));
        Assert.StartsWith("'Some[0] (and 1 other copy)': No ReLU unit", Found.Message(source, "GDSL101"), StringComparison.Ordinal);
    }

    [Fact]
    public void TheWorstCopySpeaksForTheBank()
    {
        // Even items in context 0, all in 1, odd ones in 2: only the copy of contexts 0 and 2 holds a XoR square, the others are nested.
        string source = Net(
            "[Hidden(8), From(nameof(Item)), OnePerSubset(nameof(Context), 2), ActiveWhen(nameof(Mixed))] public partial LayerBank Some { get; }",
            "private static bool Mixed(int item, int context) => context == 1 || item % 2 == (context == 0 ? 0 : 1);");

        Assert.Equal(["GDSL101 Warning Some"], Found.In(source));
        Assert.StartsWith("'Some[1]': No ReLU unit", Found.Message(source, "GDSL101"), StringComparison.Ordinal);
    }

    [Fact]
    public void AGateThatAllEdgesShareIsTheLayersOwn() => Assert.Equal(
        ["GDSL101 Error Some"],
        Found.In(Rectified("[Hidden(8), From(nameof(Item), nameof(Context), When = nameof(Odd))] public partial Layer Some { get; }", Odd)));

    [Fact]
    public void TheSharedGateIsAndedWithTheLayersOwn() => Assert.Equal(
        ["GDSL102 Info Some"],
        Found.In(Rectified(
            "[Hidden(8), From(nameof(Item), When = nameof(Odd)), ActiveIn(nameof(Context), 1)] public partial Layer Some { get; }", Odd)));

    [Theory]
    [InlineData(false, "GDSL107 Info Some")]
    [InlineData(true, "GDSL109 Error nameof(Late)", "GDSL107 Info Some")]
    public void OtherEdgeGatesAreNotChecked(bool rectified, params string[] expected)
    {
        string layer = "[Hidden(8), From(nameof(Item), When = nameof(Late)), From(nameof(Context))] public partial Layer Some { get; }";
        string source = rectified ? Rectified(layer, Late) : Net(layer, Late);

        Assert.Equal(expected, Found.In(source));
        Assert.Equal(
            "Whether a ReLU network can implement the gating of 'Some' is not checked: edge 'ItemToSome' is gated where Late holds, and another edge "
            + "into the same layer is not",
            Found.Message(source, "GDSL107"));
    }

    [Fact]
    public void AnEdgeIntoAnOutputMayNotCloseInARectifiedNetwork()
    {
        string source = WithOutput(
            "[GatedNetwork(Rectified = true)]",
            "[Hidden(8), From(nameof(Item)), ActiveIn(nameof(Context), 0)] public partial Layer Some { get; }",
            "[Output(7), From(nameof(Common)), From(nameof(Some), When = nameof(Late))] public partial Layer Properties { get; }",
            Late);

        Assert.Equal(["GDSL109 Error nameof(Late)", "GDSL107 Info Properties"], Found.In(source));
        Assert.Equal(
            "'Net' claims to be a rectified linear network, but edge 'SomeToProperties' is closed at datapoints where its source and its target are on: it "
            + "is open only where Late holds",
            Found.Message(source, "GDSL109"));
    }

    [Fact]
    public void AnEdgeGateThatClosesOnlyWhereAnEndIsOffIsAllowed() => Assert.Equal(
        ["GDSL107 Info Properties"],
        Found.In(WithOutput(
            "[GatedNetwork(Rectified = true)]",
            "[Hidden(8), From(nameof(Item)), ActiveIn(nameof(Context), 0)] public partial Layer Some { get; }",
            "[Output(7), From(nameof(Common)), From(nameof(Some), When = nameof(First))] public partial Layer Properties { get; }",
            "private static bool First(int context) => context == 0;")));

    [Theory]
    [InlineData("[GatedNetwork]", "GDSL108 Warning Net")]
    [InlineData("[GatedNetwork(Rectified = true)]", "GDSL108 Warning Net", "GDSL109 Error Properties")]
    public void AGatedOutputIsNotRectified(string head, params string[] expected) => Assert.Equal(
        expected,
        Found.In(WithOutput(head, "", "[Output(7), From(nameof(Common)), ActiveIn(nameof(Context), 0)] public partial Layer Properties { get; }")));

    [Fact]
    public void AnOutputIsNoReluLayer() => Assert.Equal(
        [],
        Found.In(WithOutput(
            "[GatedNetwork]",
            "[Output(7), From(nameof(Item)), ActiveWhen(nameof(Odd))] public partial Layer Second { get; }",
            "[Output(7), From(nameof(Common))] public partial Layer Properties { get; }",
            Odd)));

    [Fact]
    public void ASecondLayerCanImplementAnyGateThatTheNetworkSees() => Assert.Equal(
        [],
        Found.In(Rectified("[Hidden(8), From(nameof(Common)), ActiveWhen(nameof(Odd))] public partial Layer Some { get; }", Odd)));

    [Fact]
    public void ADeepLayerIsTooNeverOn() => Assert.Equal(
        ["GDSL104 Warning Some"],
        Found.In(Rectified("[Hidden(8), From(nameof(Common)), ActiveIn(nameof(Context))] public partial Layer Some { get; }")));

    [Theory]
    [InlineData("[GatedNetwork]", "Info")]
    [InlineData("[GatedNetwork(Rectified = true)]", "Error")]
    public void AtNoDepthAReluReactsToWhatItCannotSee(string head, string severity) => Assert.Equal(
        [$"GDSL106 {severity} First", $"GDSL106 {severity} Second", $"GDSL106 {severity} nameof(Trained)",
            .. severity == "Error" ? (string[])["GDSL109 Error nameof(Trained)"] : []],
        Found.In(WithOutput(
            head,
            """
            [Selector(2)] public partial Selector Mode { get; }
                // A XoR square too, but of this gate only one thing is said.
                [Hidden(8), From(nameof(Item)), ActiveWhen(nameof(Odd)), ActiveIn(nameof(Mode), 1)] public partial Layer First { get; }
                [Hidden(8), From(nameof(Common)), OnePer(nameof(Mode))] public partial LayerBank Second { get; }
            """,
            "[Output(7), From(nameof(Common), nameof(First)), From(nameof(Second), When = nameof(Trained))] public partial Layer Properties { get; }",
            Odd,
            Trained)));

    [Fact]
    public void AnOutputByRouteIsUnseenToo() => Assert.Equal(
        ["GDSL106 Info Properties"],
        Found.In(WithOutput(
            "[GatedNetwork]",
            "[Selector(2)] public partial Selector Mode { get; }",
            "[Output(7), From(nameof(Common)), OnePer(nameof(Mode))] public partial LayerBank Properties { get; }")));

    [Fact]
    public void SelfGatedLayersAndWhatFollowsAreNotChecked()
    {
        string source = WithOutput(
            "[GatedNetwork(Rectified = true)]",
            """
            [Hidden(8), From(nameof(Item)), SelfGated] public partial Layer Free { get; }
                [Hidden(8), From(nameof(Item)), SelfGated, ActiveWhen(nameof(Odd))] public partial Layer Held { get; }
                [Hidden(8), From(nameof(Free)), ActiveWhen(nameof(Odd))] public partial Layer Deep { get; }
            """,
            "[Output(7), From(nameof(Common), nameof(Held), nameof(Deep))] public partial Layer Properties { get; }",
            Odd);

        // Of both claims one is in doubt: a unit of the first layer cannot have any rule beside its own gate, one behind it can.
        Assert.Equal(["GDSL107 Warning Held", "GDSL107 Info Deep"], Found.In(source));
    }

    [Fact]
    public void AGateOfTheItemAloneIsFineWhereThereIsNothingElse() => Assert.Equal(
        [],
        Found.In("""
            [GatedNetwork]
            public partial class Net
            {
                [OneHotInput(4)] public partial Layer Item { get; }
                [Hidden(8), From(nameof(Item))] public partial Layer Common { get; }
                [Hidden(8), From(nameof(Item)), ActiveIn(nameof(Item), 0, 1)] public partial Layer Some { get; }
                [Output(7), From(nameof(Common), nameof(Some))] public partial Layer Properties { get; }
            }
            """));

    private static string Net(string layer, params string[] rules) => WithOutput("[GatedNetwork]", layer, Output, rules);

    private static string Rectified(string layer, params string[] rules) => WithOutput("[GatedNetwork(Rectified = true)]", layer, Output, rules);

    private const string Output = "[Output(7), From(nameof(Common), nameof(Some))] public partial Layer Properties { get; }";

    private static string WithOutput(string head, string layers, string output, params string[] rules) => $$"""
        {{head}}
        public partial class Net
        {
            [OneHotInput(4)] public partial Layer Item { get; }
            [OneHotInput(3)] public partial Layer Context { get; }
            [Hidden(8), From(nameof(Item), nameof(Context))] public partial Layer Common { get; }
            {{layers}}
            {{output}}

            {{string.Join("\n    ", rules)}}
        }
        """;
}
