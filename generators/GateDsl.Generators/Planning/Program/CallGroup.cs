using GateDsl.Generators.Model;

namespace GateDsl.Generators.Planning.Program;

/// <summary>One call of a kernel.</summary>
/// <param name="Kernel">Its name.</param>
/// <param name="Operands">Its matrices: factors first, then the result.</param>
/// <param name="Factor">A scalar behind them; empty: none.</param>
internal sealed record KernelCall(string Kernel, EquatableArray<Operand> Operands, string Factor);

/// <summary>Part of a formula: words, or a matrix.</summary>
internal sealed record FormulaPart(string Text, Operand? Operand)
{
    public static implicit operator FormulaPart(string text) => new(text, null);

    public static implicit operator FormulaPart(Operand operand) => new("", operand);
}

/// <summary>The calls for one formula, which stands above them.</summary>
internal sealed record CallGroup(EquatableArray<FormulaPart> Formula, EquatableArray<KernelCall> Calls)
{
    /// <summary>The copies for which the formula holds; null: it stands for itself.</summary>
    public LoopRange? Loop { get; init; }
}

/// <summary>The values that the variable of a loop takes.</summary>
/// <param name="First">The first.</param>
/// <param name="Last">The last, at either end.</param>
internal sealed record LoopRange(int First, int Last);

/// <summary>A method that is calls of kernels and nothing else.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Groups">Its calls in order.</param>
internal sealed record ProgramMethod(string Name, EquatableArray<CallGroup> Groups);
