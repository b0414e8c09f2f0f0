using GateDsl.Generators.Model;
using GateDsl.Generators.Parsing;
using GateDsl.Generators.Planning;
using GateDsl.Generators.Planning.Batch;
using GateDsl.Generators.Planning.Program;
using GateDsl.Generators.Tests.Support;
using Microsoft.CodeAnalysis.CSharp;

namespace GateDsl.Generators.Tests.Planning;

/// <summary>What the batch method calls, in which order and fused how, as values: no text is read here.</summary>
public class BatchPlannerTests
{
    private const string Inputs = "[OneHotInput(4)] public partial Layer Item { get; } [OneHotInput(3)] public partial Layer Context { get; } ";

    [Fact]
    public void ColumnsOfOneHotInputsThatAreOnWithTheModuleSetItTogether()
    {
        BatchProgram program = Plan(Inputs + "[Hidden(5), From(nameof(Item), nameof(Context))] public partial Layer Common { get; } "
            + "[Output(6), From(nameof(Common))] public partial Layer Out { get; }");

        Assert.Equal(["SetColumns", "Clear", "AddProduct"], Kernels(program.Forward));
        Assert.Equal(["w.ItemToCommon", "x.Item", "w.ContextToCommon", "x.Context", "h.Common", "on.Always"], Operands(Calls(program.Forward)[0]));
        Assert.Equal(["w.CommonToOut", "h.Common", "h.Out", "on.Always"], Operands(Calls(program.Forward)[2]));
    }

    [Fact]
    public void TheFirstErrorThatReachesAModuleSetsItAndTheOthersAreAdded()
    {
        BatchProgram program = Plan(Inputs + "[Hidden(5), From(nameof(Item))] public partial Layer Common { get; } "
            + "[Output(6), From(nameof(Common))] public partial Layer One { get; } [Output(2), From(nameof(Common))] public partial Layer Two { get; }");

        Assert.Equal(["SetTransposedProduct", "AddOuterProducts", "AddTransposedProduct", "AddOuterProducts", "AddToColumns"], Kernels(program.Backward));
        Assert.Equal(["w.CommonToTwo", "e.Two", "e.Common", "on.Always"], Operands(Calls(program.Backward)[0]));
        Assert.Equal(["d.ItemToCommon", "x.Item", "e.Common", "on.Always"], Operands(Calls(program.Backward)[4]));
    }

    [Fact]
    public void AModuleThatAnErrorReachesInPartsIsClearedFirst()
    {
        BatchProgram program = Plan(Inputs + "[Hidden(5), From(nameof(Item))] public partial Layer Common { get; } "
            + "[Output(6), From(nameof(Common)), ActiveIn(nameof(Context), 1)] public partial Layer Out { get; }");

        Assert.Equal(["Clear", "AddTransposedProduct", "AddOuterProducts", "AddToColumns"], Kernels(program.Backward));
        Assert.Equal(["e.Common", "on.Always"], Operands(Calls(program.Backward)[0]));
    }

    [Fact]
    public void ARectifiedLayerOnOneHotInputsIsSetAndClosedInOneGo()
    {
        BatchProgram program = Plan(Inputs + "[Hidden(5), From(nameof(Item)), SelfGated] public partial Layer Common { get; } "
            + "[Output(6), From(nameof(Common))] public partial Layer Out { get; }");

        Assert.Equal("SetRectifiedColumns", Kernels(program.Forward)[0]);
        Assert.Equal("CloseUnitsAndAddToColumns", Kernels(program.Backward)[^1]);
        Assert.DoesNotContain("Rectify", Kernels(program.Forward));
    }

    [Fact]
    public void CopiesOfABankAreALoopForwardAndBackTheOtherWay()
    {
        BatchProgram program = Plan(Inputs + "[Hidden(5), From(nameof(Item)), OnePer(nameof(Context))] public partial LayerBank Own { get; } "
            + "[Output(6), From(nameof(Own))] public partial Layer Out { get; }");

        Assert.Equal([new LoopRange(0, 2), null, new LoopRange(0, 2)], program.Forward.Groups.Select(group => group.Loop));
        Assert.Equal([null, new LoopRange(0, 2), new LoopRange(2, 0)], program.Backward.Groups.Select(group => group.Loop));
        Assert.Equal(["w.ItemToOwn[k]", "x.Item", "h.Own[k]", "on.Own[k]"], Operands(Calls(program.Forward)[0]));
    }

    [Fact]
    public void WorkIsCountedByGate()
    {
        BatchProgram program = Plan(Inputs + "[Hidden(5), From(nameof(Item)), ActiveIn(nameof(Context), 1)] public partial Layer Common { get; } "
            + "[Output(6), From(nameof(Common), nameof(Context))] public partial Layer Out { get; }");

        // A column of 5 forward and one back, 3 products of 6 x 5, each multiplied and added; a column of 6 forward and one back.
        Assert.Equal([new GateWork("Always", 2 * 6), new GateWork("ContextIn_1", (2 * 5) + (6 * 6 * 5))], program.Work);
    }

    private static BatchProgram Plan(string members)
    {
        CSharpCompilation declared = InMemory.Compile($"[GatedNetwork] public partial class Net {{ {members} }}");
        NetworkModel model = NetworkParser.Parse(InMemory.FindClass(declared), declared, default).Model!;
        CompilationPlan compilation = CompilationPlan.Of(model, []);
        return BatchPlanner.Plan(compilation.Network, compilation.GateArrays);
    }

    private static KernelCall[] Calls(ProgramMethod method) => [.. method.Groups.SelectMany(group => group.Calls)];

    private static string[] Kernels(ProgramMethod method) => [.. Calls(method).Select(call => call.Kernel)];

    private static string[] Operands(KernelCall call) => [.. call.AllOperands.Select(operand => $"{operand.Owner}.{operand.Indexed(name => name)}")];
}
