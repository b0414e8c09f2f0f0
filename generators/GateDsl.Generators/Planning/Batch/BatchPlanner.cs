using GateDsl.Generators.Model;
using GateDsl.Generators.Planning.Program;

namespace GateDsl.Generators.Planning.Batch;

/// <summary>Plans training by batch: which kernels forward and backward call, in which order, and which of them are fused.</summary>
internal static class BatchPlanner
{
    /// <param name="network">The network, or its twin.</param>
    /// <param name="arrays">The arrays of gates that its data sets have.</param>
    public static BatchProgram Plan(NetworkPlan network, EquatableArray<GateArray> arrays)
    {
        BatchOperands operands = new(network, arrays);
        ModulePlan[] modules = [.. network.Modules.Where(module => !module.Gate.IsNever)];
        ForwardPlanner forward = new(operands);
        BackwardPlanner backward = new(operands, modules);
        return new BatchProgram
        {
            Forward = Method("Forward", modules.SelectMany(forward.Into)),
            Residuals = Method("FindResiduals", modules.Where(module => module.IsOutput).Select(output => Residual(operands, output, network.LossOf(output)))),
            Backward = Method("Backward", backward.Clears().Concat(Enumerable.Reverse(modules).SelectMany(backward.Over))),
            CopyOutputs = Method("CopyOutputs", modules.Where(module => module.IsOutput).Select(output => CopyOut(operands, output))),
            Work = WorkOf(network),
        };
    }

    private static ProgramMethod Method(string name, IEnumerable<CallGroup> groups) => new(name, LoopRoller.Roll([.. groups]));

    private static CallGroup Residual(BatchOperands at, ModulePlan output, LossModel loss) =>
        new([], [new KernelCall(Losses.Of(loss).Kernel, [new Operand("y", output.Layer, []), at.Module("h", output), at.Module("e", output), at.On(output)])]);

    private static CallGroup CopyOut(BatchOperands at, ModulePlan output) =>
        new([], [new KernelCall("CopyRows", [at.Module("h", output), at.On(output)], BatchOperands.Prediction(output.Layer))]);

    private static EquatableArray<GateWork> WorkOf(NetworkPlan network) => network.Modules.SelectMany(module => module.Edges)
        .Where(edge => !edge.On.IsNever)
        .GroupBy(edge => network.GateName(edge.On))
        .OrderBy(group => group.Key, StringComparer.Ordinal)
        .Select(group => new GateWork(group.Key, group.Sum(WorkOf)))
        .ToEquatableArray();

    /// <summary>Forward and gradient; backward only to a module; a one-hot input adds a column.</summary>
    private static long WorkOf(EdgePlan edge) => edge.Targets * (edge.SourceKind switch
    {
        LayerKindModel.OneHotInput => 2L,
        LayerKindModel.DenseInput => 4L * edge.Sources,
        _ => 6L * edge.Sources,
    });
}
