using GateDsl.Generators.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GateDsl.Generators.Tests.Generation;

/// <summary>Members that depend on how many there are of something: ways of giving a data set, widths of a twin and of banks.</summary>
public class EmittedMembersTests
{
    /// <summary>Of up to three gate inputs each may be numbers or open and closed, of more all or none; and all numbers may be of either precision.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void EveryWayOfGivingGatesIsThere(int gates)
    {
        string inputs = string.Concat(Enumerable.Range(0, gates).Select(gate => $"[GateInput(2)] public partial GateInput Open{gate} {{ get; }}\n"));
        string gated = string.Concat(Enumerable.Range(0, gates).Select(gate => $", GatedBy(nameof(Open{gate}), 1)"));
        CSharpCompilation compilation = InMemory.Generate($$"""
            [GatedNetwork]
            public partial class Net
            {
                [Input(3)] public partial Layer In { get; }
                {{inputs}}
                [Hidden(4), From(nameof(In)){{gated}}] public partial Layer Mid { get; }
                [Output(2), From(nameof(Mid))] public partial Layer Out { get; }
            }
            """).Compilation;

        string[] found =
        [
            .. compilation.GetTypeByMetadataName("Net+Dataset")!.GetMembers("Create").OfType<IMethodSymbol>()
                .Select(create => string.Join(' ', create.Parameters.Take(gates + 2).Select(parameter => ElementOf(parameter.Type))))
                    .Order(StringComparer.Ordinal),
        ];

        IEnumerable<string> expected =
            from numbers in new[] { "Double", "Single" }
            from bits in gates > 3 ? [0, (1 << gates) - 1] : Enumerable.Range(0, 1 << gates)
            select string.Join(' ', (string[])[numbers, .. Enumerable.Range(0, gates).Select(gate => (bits >> gate & 1) != 0 ? "Boolean" : numbers), numbers]);
        Assert.Equal(expected.Order(StringComparer.Ordinal), found);
    }

    /// <summary>Plots give each layer of the twin as many units as its widest has, wherever that stands.</summary>
    [Theory]
    [InlineData("9", 9)]
    [InlineData("9, 3", 9)]
    [InlineData("3, 9", 9)]
    public void AnExperimentKnowsTheWidestLayerOfItsTwin(string widths, int expected)
    {
        string text = Generated($$"""
            [GatedNetwork, HierarchyTask(Objects = 8, StepSize = 0.01, Sigma = 0.02), ReluTwin({{widths}})]
            public partial class Net
            {
                [OneHotInput(8)] public partial Layer Item { get; }
                [Hidden(5), From(nameof(Item))] public partial Layer First { get; }
                [Hidden(6), From(nameof(First))] public partial Layer Second { get; }
                [Output(15), From(nameof(Second))] public partial Layer Out { get; }
            }
            """);

        Assert.Contains($"TwinWidth = {expected},", text, StringComparison.Ordinal);
        Assert.Contains("Width = 6,", text, StringComparison.Ordinal);
    }

    /// <summary>A grid of weights names the bank it comes from, then the one it goes to.</summary>
    [Fact]
    public void AGridNamesItsSourceFirst() => Assert.Contains(
        "new(\"Low\", \"High\", ",
        Generated("""
            [GatedNetwork]
            public partial class Net
            {
                [OneHotInput(8)] public partial Layer Item { get; }
                [OneHotInput(2)] public partial Layer Context { get; }
                [OneHotInput(3)] public partial Layer Task { get; }
                [Hidden(5), From(nameof(Item)), OnePer(nameof(Context))] public partial LayerBank Low { get; }
                [Hidden(6), From(nameof(Low)), OnePer(nameof(Task))] public partial LayerBank High { get; }
                [Output(15), From(nameof(High))] public partial Layer Out { get; }
            }
            """),
        StringComparison.Ordinal);

    /// <summary>Wider than what they touch, layers and all copies of banks are narrow where training is by statistics.</summary>
    [Theory]
    [InlineData("ActiveIn(nameof(Context), 0)", "Layer", 9)]
    [InlineData("OnePer(nameof(Context))", "LayerBank", 9)]
    [InlineData("OnePerSubset(nameof(Context), 2)", "LayerBank", 9)]
    public void WideBanksAreNarrowToo(string gate, string type, int touched) => Assert.Contains($"Declared.With((\"Wide\", {touched}))", Generated($$"""
        [GatedNetwork]
        public partial class Net
        {
            [OneHotInput(7)] public partial Layer Item { get; }
            [OneHotInput(3)] public partial Layer Context { get; }
            [Hidden(40), From(nameof(Item)), {{gate}}] public partial {{type}} Wide { get; }
            [Hidden(2), From(nameof(Item), nameof(Context))] public partial Layer Few { get; }
            [Output(2), From(nameof(Wide), nameof(Few))] public partial Layer Out { get; }
        }
        """), StringComparison.Ordinal);

    /// <summary>The documentation of a bank names the class of every copy, each once: one is on in a context, the others at a single datapoint.</summary>
    [Fact]
    public void EveryClassOfTheCopiesOfABankIsDocumented()
    {
        string text = Generated("""
            [GatedNetwork]
            public partial class Net
            {
                [OneHotInput(3)] public partial Layer Item { get; }
                [OneHotInput(3)] public partial Layer Context { get; }
                [Hidden(4), From(nameof(Item), nameof(Context)), OnePer(nameof(Context)), ActiveWhen(nameof(Holds))] public partial LayerBank Mixed { get; }
                [Output(2), From(nameof(Mixed))] public partial Layer Out { get; }
                private static bool Holds(int item, int context) => context == 0 || item == context;
            }
            """);

        string line = Assert.Single(
            text.Split('\n'), line => line.Contains("Gate class: ", StringComparison.Ordinal) && line.Contains("SingleDatapoint", StringComparison.Ordinal));
        Assert.Equal(["ContextOnly", "SingleDatapoint"],
            System.Text.RegularExpressions.Regex.Matches(line, @"GateClass\.(\w+)").Select(match => match.Groups[1].Value).Order(StringComparer.Ordinal));
    }

    /// <summary>Whichever way a network races, or not at all: whoever asks finds the same members, and is told where there is nothing behind them.</summary>
    [Theory]
    [InlineData("Pathways")]
    [InlineData("Batches")]
    [InlineData("TwinAlone")]
    [InlineData("Neither")]
    public void EveryRaceHasTheSameMembers(string network)
    {
        CSharpCompilation compilation = InMemory.Generate(Declarations.OfEveryRace).Compilation;

        INamedTypeSymbol race = compilation.GetTypeByMetadataName(network + "+Race")!;

        Assert.Equal(["Expect", "ForTwin", "From", "Integrate", "Modes"], race.GetMembers().OfType<IMethodSymbol>()
            .Where(method => method is { DeclaredAccessibility: Accessibility.Public, MethodKind: MethodKind.Ordinary }).Select(method => method.Name)
                .Distinct().Order(StringComparer.Ordinal));
    }

    /// <summary>What is given to a data set is read, gates too, in every way of giving it.</summary>
    [Fact]
    public void EveryArgumentOfADataSetIsRead()
    {
        CSharpCompilation compilation = InMemory.Generate(Declarations.OfEveryRace).Compilation;
        IMethodSymbol[] creates = [.. compilation.GetTypeByMetadataName("Pathways+Dataset")!.GetMembers("Create").OfType<IMethodSymbol>()];

        Assert.Equal(4, creates.Length);
        Assert.All(creates, create => Assert.All(create.Parameters, parameter => Assert.Contains(
            create.DeclaringSyntaxReferences[0].GetSyntax().DescendantNodes().OfType<Microsoft.CodeAnalysis.CSharp.Syntax.IdentifierNameSyntax>(),
            name => name.Identifier.ValueText == parameter.Name)));
    }

    /// <summary>A network with units that leak says by how much.</summary>
    [Fact]
    public void ASlopeIsDescribed() => Assert.Matches(@"\.Slope\(""H"", 0\.25\)", Generated(Declarations.OfEveryRace[2]));

    /// <summary>Bodies are added to a faulty declaration where it has properties that lack them, and to no other.</summary>
    [Fact]
    public void AFaultyClassWithoutPropertiesGetsNoFile()
    {
        Assert.Empty(InMemory.Generate("[GatedNetwork] public partial class Net;").Result.GeneratedTrees);
        Assert.Contains("X { get => throw null!; }",
            Generated("[GatedNetwork] public partial class Net { [Input(3)] public partial Layer X { get; } }"), StringComparison.Ordinal);
    }

    /// <summary>Where there is no hidden layer, and no twin, an experiment counts one unit and none.</summary>
    [Fact]
    public void AnExperimentMayHaveNoHiddenLayer()
    {
        string text = Generated("""
            [GatedNetwork, HierarchyTask(Objects = 8, StepSize = 0.01, Sigma = 0.02)]
            public partial class Net
            {
                [OneHotInput(8)] public partial Layer Item { get; }
                [Output(15), From(nameof(Item))] public partial Layer Out { get; }
            }
            """);

        Assert.Contains(" Width = 1,", text, StringComparison.Ordinal);
        Assert.Contains(" TwinWidth = 0,", text, StringComparison.Ordinal);
    }

    /// <summary>Copies that are never on have no edges, and their gates are not reported.</summary>
    [Fact]
    public void AGateThatIsNeverOpenIsNotReported()
    {
        string report = Generated("""
            [GatedNetwork]
            public partial class Net
            {
                [Input(3)] public partial Layer X { get; }
                [Selector(3)] public partial Selector Way { get; }
                [GateInput(1)] public partial GateInput Open { get; }
                [Hidden(2), From(nameof(X)), OnePerSubset(nameof(Way), 2)] public partial LayerBank A { get; }
                [Hidden(2), From(nameof(A)), OnePer(nameof(Way)), ActiveIn(nameof(Way), 0, 1), GatedBy(nameof(Open), 0)] public partial LayerBank B { get; }
                [Output(2), From(nameof(B))] public partial Layer Out { get; }
            }
            """).Split("DataGateReporter.Report(")[1].Split(';')[0];

        Assert.Equal(["A[0]", "A[1]", "A[2]", "B[0]", "B[1]"],
            System.Text.RegularExpressions.Regex.Matches(report, @"\(""([AB]\[\d\])""").Select(match => match.Groups[1].Value));
    }

    /// <summary>The loss that no path lowers stands apart from what is still to learn, however little that is.</summary>
    [Fact]
    public void WhatNoPathReachesStandsApart() => Assert.Matches(@"LossOfUnreached;\n\n *public readonly \S+ Residual_Out;", Generated("""
        [GatedNetwork]
        public partial class Net
        {
            [OneHotInput(2)] public partial Layer Item { get; }
            [Hidden(2), From(nameof(Item)), ActiveIn(nameof(Item), 0)] public partial Layer H { get; }
            [Output(2), From(nameof(H))] public partial Layer Out { get; }
            [Output(2), From(nameof(H)), ActiveIn(nameof(Item), 1)] public partial Layer Off { get; }
        }
        """));

    private static string Generated(string source) => string.Join("\n", InMemory.Generate(source).Result.GeneratedTrees.Select(tree => tree.ToString()));

    private static string ElementOf(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => array.ElementType.Name,
        INamedTypeSymbol { TypeArguments: [ITypeSymbol element] } => element.Name,
        _ => type.Name,
    };
}
