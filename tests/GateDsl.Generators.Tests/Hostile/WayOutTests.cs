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
        Found.In(Dense("[GatedNetwork, Stimuli(nameof(Mode), nameof(Pixels), \"1 0\", \"0 1\")]", "ActiveWhen(nameof(Bright))", "static bool Bright(int mode) => mode == 1;")),
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
