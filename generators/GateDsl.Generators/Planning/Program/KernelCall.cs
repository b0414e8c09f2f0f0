using GateDsl.Generators.Model;

namespace GateDsl.Generators.Planning.Program;

/// <summary>One call of a kernel.</summary>
/// <param name="Kernel">Its name.</param>
/// <param name="Operands">Its matrices, factors first, then the result; by batch then the datapoints at which it works.</param>
/// <param name="Factor">A scalar behind them; empty: none.</param>
internal sealed record KernelCall(string Kernel, EquatableArray<Operand> Operands, string Factor = "")
{
    /// <summary>Edges from one-hot inputs that one kernel takes together, before its matrices.</summary>
    public EquatableArray<OneHotOperand> OneHot { get; init; } = [];

    /// <summary>All operands, in the order in which they are printed.</summary>
    public IEnumerable<Operand> AllOperands => OneHot.SelectMany(edge => new[] { edge.Weights, edge.Input }).Concat(Operands);

    /// <summary>The same call with each operand changed.</summary>
    public KernelCall Map(Func<Operand, Operand> change) => this with
    {
        OneHot = OneHot.Select(edge => new OneHotOperand(change(edge.Weights), change(edge.Input))).ToEquatableArray(),
        Operands = Operands.Select(change).ToEquatableArray(),
    };
}

/// <summary>The weights of an edge from a one-hot input, or where their step is added, and the input.</summary>
internal sealed record OneHotOperand(Operand Weights, Operand Input);
