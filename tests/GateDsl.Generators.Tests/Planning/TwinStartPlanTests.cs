using GateDsl.Generators.Parsing;
using GateDsl.Generators.Planning;
using GateDsl.Generators.Planning.Racing;
using GateDsl.Generators.Tests.Support;
using Microsoft.CodeAnalysis.CSharp;

namespace GateDsl.Generators.Tests.Planning;

/// <summary>How a twin is predicted, or why it is not by the declared pathways.</summary>
public class TwinStartPlanTests
{
    private const string Inputs = "[OneHotInput(4)] public partial Layer Item { get; } "
        + "[OneHotInput(3)] public partial Layer Context { get; } ";

    private const string Hidden = "[Hidden(5), From(nameof(Item))] public partial Layer H { get; } ";
    private const string Out = "[Output(6), From(nameof(H))] public partial Layer Out { get; } ";
    private const string Deep = "[Hidden(5), From(nameof(Item))] public partial Layer Low { get; } "
        + "[Hidden(5), From(nameof(Low))] public partial Layer H { get; } ";

    [Fact]
    public void ATwinThatIsNotDeclaredIsNotPredicted() =>
        Assert.Equal("Net declares no twin: add [ReluTwin(width)].", Plan("", Inputs + Hidden + Out).WhyNot);

    [Theory]
    [InlineData("7", Hidden, "", null)]
    [InlineData("7, Bias = true, Slope = 0.25", Hidden, "", "The twin has biases, ")]
    [InlineData("7, Slope = 0.25", Hidden, "", "The twin's units leak with slope 0.25, ")]
    [InlineData("7", Deep, "", "A path has more than one hidden layer: ")]
    [InlineData("7", Hidden, ", Loss = OutputLoss.Logistic", "Out is trained by Logistic: ")]
    public void ByPathwaysIsPredictedWhatTheyExplain(string twin, string hidden, string loss, string? whyNot)
    {
        string members = Inputs + hidden + Out.Replace("Output(6)", $"Output(6{loss})", StringComparison.Ordinal);
        Planned<TwinPathwaysPlan> pathways = Plan($", ReluTwin({twin})", members).Plan!.ByPathways;

        Assert.Equal(whyNot is null, pathways.Plan is not null);
        Assert.StartsWith(whyNot ?? "", pathways.WhyNot ?? "", StringComparison.Ordinal);
        Assert.Equal(whyNot is not null, pathways.WhyNot?.EndsWith(" Use TwinPrediction.RepresentativeUnits.", StringComparison.Ordinal) ?? false);
    }

    [Fact]
    public void ItsUnitsAreSharedByTheModulesOfPathwaysAlone()
    {
        TwinStartPlan plan = Plan(", ReluTwin(7)", Inputs + Hidden
            + "[Hidden(3), From(nameof(Item)), ActiveIn(nameof(Context), 0)] public partial Layer First { get; } "
            + "[Hidden(2), From(nameof(Item)), ActiveIn(nameof(Context), 2)] public partial Layer Last { get; } "
            + "[Output(6), From(nameof(H), nameof(First), nameof(Last)), ActiveIn(nameof(Context), 0, 1)] public partial Layer Out { get; }").Plan!;
        TwinPathwaysPlan pathways = plan.ByPathways.Plan!;

        Assert.Equal(7, pathways.Width);
        Assert.Equal(["H", "First"], pathways.Sharing.Select(module => module.Name));
        Assert.Equal(["Last"], pathways.Silent.Select(module => module.Name));
    }

    [Fact]
    public void ATwinHasItsOwnWidthsBiasesAndSlope()
    {
        TwinStartPlan plan = Plan(", ReluTwin(7, 9, Bias = true, Slope = 0.25)", Inputs + Deep + Out).Plan!;

        Assert.Equal([7, 9], plan.Widths);
        Assert.True(plan.HasBias);
        Assert.Equal(0.25, plan.Slope);
    }

    private static Planned<TwinStartPlan> Plan(string twin, string members)
    {
        CSharpCompilation declared = InMemory.Compile($"[GatedNetwork{twin}] public partial class Net {{ {members} }}");
        return CompilationPlan.Of(NetworkParser.Parse(InMemory.FindClass(declared), declared, default).Model!, []).TwinStart;
    }
}
