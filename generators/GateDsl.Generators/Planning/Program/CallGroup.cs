using GateDsl.Generators.Model;

namespace GateDsl.Generators.Planning.Program;

/// <summary>Part of a formula: words, or a matrix.</summary>
internal sealed record FormulaPart(string Text, Operand? Operand)
{
    public static implicit operator FormulaPart(string text) => new(text, null);

    public static implicit operator FormulaPart(Operand operand) => new("", operand);
}

/// <summary>The calls for one formula, which stands above them; without a formula they go on with the one before.</summary>
internal sealed record CallGroup(EquatableArray<FormulaPart> Formula, EquatableArray<KernelCall> Calls)
{
    /// <summary>The copies for which the formula holds; null: it stands for itself.</summary>
    public LoopRange? Loop { get; init; }

    /// <summary>All operands, those of the formula last.</summary>
    public IEnumerable<Operand> Operands =>
        Calls.SelectMany(call => call.AllOperands).Concat(Formula.Select(part => part.Operand).OfType<Operand>());

    /// <summary>The same group with each operand changed, in the order of <see cref="Operands"/>.</summary>
    public CallGroup Map(Func<Operand, Operand> change)
    {
        EquatableArray<KernelCall> calls = Calls.Select(call => call.Map(change)).ToArray().ToEquatableArray();
        return this with { Calls = calls, Formula = Formula.Select(part => part.Operand is { } operand ? change(operand) : part).ToEquatableArray() };
    }
}

/// <summary>The values that the variable of a loop takes.</summary>
/// <param name="First">The first.</param>
/// <param name="Last">The last, at either end.</param>
internal sealed record LoopRange(int First, int Last);

/// <summary>A method that is calls of kernels and nothing else.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Groups">Its calls in order.</param>
internal sealed record ProgramMethod(string Name, EquatableArray<CallGroup> Groups)
{
    /// <summary>What stands in each method where one would be too long; one part where it is not.</summary>
    public IReadOnlyList<IReadOnlyList<CallGroup>> Parts => MethodSplitter.Split(Groups);
}
