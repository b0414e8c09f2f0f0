using GateDsl.Generators.Tests.Gating;
using GateDsl.Generators.Tests.Support;

namespace GateDsl.Generators.Tests.Hostile;

/// <summary>A message names a way out that works, and one message is enough.</summary>
public class WayOutTests
{
    [Theory]
    [InlineData("double pixels")]
    [InlineData("double[] pixels")]
    [InlineData("System.ReadOnlySpan<double> Pixels")]
    [InlineData("int pixels")]
    public void ARuleOverADenseInputIsToldOnceWhatToDo(string parameter)
    {
        string source = Dense("[GatedNetwork]", "ActiveWhen(nameof(Bright))", $"static bool Bright({parameter}) => true;");

        string name = parameter.Split(' ')[1];
        Assert.Equal([$"GDSL071 Error {name}"], Found.In(source));
        string message = Found.Message(source, "GDSL071");
        Assert.Contains("'Pixels' is a dense input", message, StringComparison.Ordinal);
        Assert.Contains("[Selector(n)]", message, StringComparison.Ordinal);
        Assert.Contains("[Stimuli(nameof(...), nameof(Pixels), ...)]", message, StringComparison.Ordinal);
    }

    [Fact]
    public void TheWayOutOfARuleOverADenseInputWorks() => Assert.DoesNotContain(
        Found.In(Dense("[GatedNetwork, Stimuli(nameof(Mode), nameof(Pixels), \"1 0\", \"0 1\")]", "ActiveWhen(nameof(Bright))",
            "static bool Bright(int mode) => mode == 1;")),
        finding => finding.Contains("Error", StringComparison.Ordinal) || finding.Contains("GDSL107", StringComparison.Ordinal));

    [Theory]
    [InlineData("[GatedNetwork(Rectified = true)]", "ActiveIn(nameof(Mode), 0)", "GDSL107 Warning H")]
    [InlineData("[GatedNetwork]", "ActiveIn(nameof(Mode), 0)", "GDSL107 Info H")]
    [InlineData("[GatedNetwork(Rectified = true)]", "", "GDSL107 Warning H")]
    [InlineData("[GatedNetwork]", "")]
    public void WhatIsClaimedAndNotCheckedIsAWarning(string network, string gate, params string[] expected)
    {
        string source = Dense(network, gate, "");

        Assert.Equal(expected, Found.In(source).Where(finding => finding.StartsWith("GDSL107", StringComparison.Ordinal)));
        if (expected.Length > 0)
        {
            Assert.Contains("say them with [Stimuli(", Found.Message(source, "GDSL107"), StringComparison.Ordinal);
        }
    }

    /// <summary>Whatever layers stand before the gate: what the selector says may be seen in the input, or not.</summary>
    [Theory]
    [InlineData("[Hidden(3), From(nameof(Pixels)), SelfGated] public partial Layer H { get; } [Hidden(3), From(nameof(H)), ActiveIn(nameof(Mode), 0)] public partial Layer K { get; }", "nameof(K)", "K")]
    [InlineData("[Hidden(3), From(nameof(Pixels)), SelfGated, ActiveIn(nameof(Mode), 0)] public partial Layer K { get; }", "nameof(K)", "K")]
    [InlineData("[Hidden(3), From(nameof(Item))] public partial Layer H { get; } [Hidden(3), From(nameof(H), nameof(Pixels)), ActiveIn(nameof(Mode), 0)] public partial Layer K { get; }", "nameof(K)", "K")]
    [InlineData("[Hidden(3), From(nameof(Item))] public partial Layer H { get; } [Hidden(3), From(nameof(H)), OnePer(nameof(Mode))] public partial LayerBank K { get; }", "nameof(K)", "K")]
    [InlineData("[Hidden(3), From(nameof(Item))] public partial Layer H { get; } [Hidden(3), From(nameof(H)), ActiveWhen(nameof(R))] public partial Layer K { get; }", "nameof(K)", "K")]
    [InlineData("[Hidden(3), From(nameof(Item))] public partial Layer H { get; } [Hidden(3), From(nameof(H)), ActiveIn(nameof(Item), 0)] public partial Layer K { get; }", "nameof(K)")]
    public void AClaimBehindOtherLayersIsNotCheckedInSilence(string layers, string read, params string[] warned)
    {
        string Source(string network, string pixels) => $$"""
            {{network}}
            public partial class Net
            {
                [OneHotInput(4)] public partial Layer Item { get; }
                [Selector(2)] public partial Selector Mode { get; }
                [Input({{pixels}})] public partial Layer Pixels { get; }
                {{layers}}
                [Output(3), From({{read}})] public partial Layer Properties { get; }
                static bool R(int item, int mode) => item == mode;
            }
            """;

        string claimed = Source("[GatedNetwork(Rectified = true)]", "2");
        Assert.Equal([.. warned.Select(layer => $"GDSL107 Warning {layer}")],
            Found.In(claimed).Where(finding => finding.StartsWith("GDSL107 Warning", StringComparison.Ordinal)));
        Assert.DoesNotContain(Found.In(Source("[GatedNetwork]", "2")), finding => finding.StartsWith("GDSL107 Warning", StringComparison.Ordinal));
        if (warned.Length > 0)
        {
            Assert.Contains("not known; say them with [Stimuli(", Found.Message(claimed, "GDSL107"), StringComparison.Ordinal);
        }
    }

    /// <summary>Vectors of a dense input are said where that helps, and not beside every other reason.</summary>
    [Theory]
    [InlineData("[GateInput(2)] public partial GateInput Open { get; }", "GatedBy(nameof(Open), 0)", "", "GateReport() of a data set")]
    [InlineData("[OneHotInput(70000)] public partial Layer Many { get; }", "ActiveIn(nameof(Mode), 0)", "", "tabulated up to")]
    [InlineData("", "ActiveWhen(nameof(R))", "static bool R(int mode) => System.Math.Sqrt(mode) > 0.5;", "cannot be evaluated before")]
    [InlineData("[Input(2)] public partial Layer Other { get; }", "From(nameof(Other), When = nameof(R))", "static bool R(int mode) => mode == 1;",
        "another edge into the same layer is not")]
    public void EveryReasonHasItsOwnWayOut(string more, string gate, string rule, string reason)
    {
        foreach (string network in new[] { "[GatedNetwork]", "[GatedNetwork(Rectified = true)]" })
        {
            string message = Found.Message(Dense(network, gate, rule + more), "GDSL107");
            Assert.Contains(reason, message, StringComparison.Ordinal);
            Assert.DoesNotContain("[Stimuli(", message, StringComparison.Ordinal);
            Assert.Equal(network.Contains("Rectified", StringComparison.Ordinal) && !reason.StartsWith("another", StringComparison.Ordinal),
                message.EndsWith("'Rectified = true' is a claim without proof, and may be left out", StringComparison.Ordinal));
        }
    }

    /// <summary>What is declared as an int and then names nothing is told at once.</summary>
    [Theory]
    [InlineData("double brightness")]
    [InlineData("in int brightness")]
    [InlineData("int? brightness")]
    [InlineData("params int[] brightness")]
    [InlineData("Layer brightness")]
    public void AParameterOfAnotherTypeThatNamesNothingIsToldOnce(string parameter)
    {
        string source = Dense("[GatedNetwork]", "ActiveWhen(nameof(R))", $"static bool R({parameter}) => true;");

        Assert.Equal(["GDSL071 Error brightness"], Found.In(source));
        string message = Found.Message(source, "GDSL071");
        Assert.Contains("mode", message, StringComparison.Ordinal);
        Assert.EndsWith("; declare it as an int", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("int open", "'Open' is a gate input, whose numbers multiply: gate the layer with [GatedBy(nameof(Open), n)]")]
    [InlineData("int properties", "'Properties' is an output, and rules read one-hot inputs and selectors: there are 'mode'")]
    public void AParameterNamedLikeALayerThatRulesDoNotReadIsToldWhatTheyRead(string parameter, string expected)
    {
        string source = Dense(
            "[GatedNetwork]", "ActiveWhen(nameof(R))", $"[GateInput(2)] public partial GateInput Open {{ get; }} static bool R({parameter}) => true;");

        Assert.Contains(expected, Found.Message(source, "GDSL071"), StringComparison.Ordinal);
    }

    [Fact]
    public void WithStimuliTheClaimIsChecked() => Assert.DoesNotContain(
        Found.In(Dense("[GatedNetwork(Rectified = true), Stimuli(nameof(Mode), nameof(Pixels), \"1 0\", \"0 1\")]", "ActiveIn(nameof(Mode), 0)", "")),
        finding => finding.StartsWith("GDSL107", StringComparison.Ordinal));

    [Fact]
    public void APrimaryConstructorIsToldToGo()
    {
        const string Body = """
            {
                [OneHotInput(4)] public partial Layer Item { get; }
                [Output(3), From(nameof(Item))] public partial Layer Properties { get; }
            """;

        string message = Found.Message($"[GatedNetwork] public partial class Net(string title) {Body} public string Title => title; }}", "GDSL008");
        string way = $"[GatedNetwork] public partial class Net {Body} public Net(string title, IInitializer initializer, ulong seed) : this(initializer, seed) => Title = title; public string Title {{ get; }} = \"\"; }}";

        Assert.Contains("take the parameters off the class", message, StringComparison.Ordinal);
        Assert.Empty(InMemory.CompilerProblems(InMemory.Generate(way).Compilation));
    }

    private static string Dense(string network, string gate, string rule) => $$"""
        {{network}}
        public partial class Net
        {
            [Selector(2)] public partial Selector Mode { get; }
            [Input(2)] public partial Layer Pixels { get; }
            [Hidden(3), From(nameof(Pixels)){{(gate.Length == 0 ? "" : ", " + gate)}}] public partial Layer H { get; }
            [Output(3), From(nameof(H))] public partial Layer Properties { get; }
            {{rule}}
        }
        """;
}
