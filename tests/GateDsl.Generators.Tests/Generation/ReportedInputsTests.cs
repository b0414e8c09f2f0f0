using GateDsl.Generators.Tests.Support;

namespace GateDsl.Generators.Tests.Generation;

/// <summary>What reports on gates and censuses of units are given: the inputs that a layer sees, and where its units can be on.</summary>
public class ReportedInputsTests
{
    /// <summary>A bias is a constant feature; where a one-hot input is about, it says nothing new.</summary>
    [Theory]
    [InlineData("[Input(3)] public partial Layer X { get; }", "X", ", Bias = true", true)]
    [InlineData("[Input(3)] public partial Layer X { get; }", "X", "", false)]
    [InlineData("[Input(3)] public partial Layer X { get; } [OneHotInput(2)] public partial Layer Item { get; }", "X), nameof(Item", ", Bias = true", false)]
    public void TheCensusOfATwinWithBiasesSeesAConstant(string inputs, string sources, string bias, bool isSeen) => Assert.Equal(isSeen, Text(
        $"[GatedNetwork, ReluTwin(4{bias})] public partial class Net {{ {inputs} [Hidden(2), From(nameof({sources}))] public partial Layer H {{ get; }} [Output(1), From(nameof(H))] public partial Layer Out {{ get; }} }}")
        .Contains(".Constant(\"Bias\")", StringComparison.Ordinal));

    /// <summary>A layer is on where its edges carry, if all carry at the same datapoints; else where the layer itself is.</summary>
    [Theory]
    [InlineData("From(nameof(Item), When = nameof(Odd)), From(nameof(X), When = nameof(Odd))", "On.Odd")]
    [InlineData("From(nameof(Item), When = nameof(Odd)), From(nameof(X))", "On.Always")]
    [InlineData("From(nameof(Item), When = nameof(Odd)), From(nameof(X), When = nameof(Even))", "On.Always")]
    [InlineData("From(nameof(Item)), From(nameof(X), When = nameof(Odd))", "On.Always")]
    public void AReportOnGatesIsGivenWhereALayerIsOn(string edges, string expected) => Assert.Contains($"(\"H\",{expected})", Text($$"""
        [GatedNetwork]
        public partial class Net
        {
            [OneHotInput(4)] public partial Layer Item { get; }
            [Input(3)] public partial Layer X { get; }
            [GateInput(2)] public partial GateInput Open { get; }
            [Hidden(2), {{edges}}] public partial Layer H { get; }
            [Hidden(2), From(nameof(Item)), GatedBy(nameof(Open), 1)] public partial Layer Gated { get; }
            [Output(1), From(nameof(H), nameof(Gated))] public partial Layer Out { get; }
            private static bool Odd(int item) => item % 2 == 1;
            private static bool Even(int item) => item % 2 == 0;
        }
        """), StringComparison.Ordinal);

    /// <summary>A layer behind others has a gate of its own, not theirs.</summary>
    [Theory]
    [InlineData("GatedBy(nameof(Open), 1)")]
    [InlineData("ActiveIn(nameof(Item), 1, 2)")]
    public void AReportOnADeeperLayerLeavesTheGateOfItsSourceOut(string gate) => Assert.Contains("(\"Deep\",On.Always)", Text($$"""
        [GatedNetwork]
        public partial class Net
        {
            [OneHotInput(4)] public partial Layer Item { get; }
            [GateInput(2)] public partial GateInput Open { get; }
            [Hidden(2), From(nameof(Item)), {{gate}}] public partial Layer H { get; }
            [Hidden(2), From(nameof(H))] public partial Layer Deep { get; }
            [Hidden(2), From(nameof(Item)), GatedBy(nameof(Open), 0)] public partial Layer Gated { get; }
            [Output(1), From(nameof(Deep), nameof(Gated))] public partial Layer Out { get; }
        }
        """), StringComparison.Ordinal);

    // Without white space, as lines may be broken anywhere.
    private static string Text(string source) => string.Concat(InMemory.Generate(source).Result.Results
        .SelectMany(generator => generator.GeneratedSources).SelectMany(file => file.SourceText.ToString()).Where(c => !char.IsWhiteSpace(c)));
}
