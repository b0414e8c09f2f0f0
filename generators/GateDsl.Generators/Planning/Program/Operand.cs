using GateDsl.Generators.Model;

namespace GateDsl.Generators.Planning.Program;

/// <summary>A matrix that a kernel reads or writes: a member of weights, maps or errors, or one copy's of an array of them.</summary>
/// <param name="Owner">What it belongs to, by its letter: w, f, b.</param>
/// <param name="Member">Its name there.</param>
/// <param name="Position">Indices behind the name: none, [k] or [i][j].</param>
internal sealed record Operand(string Owner, string Member, EquatableArray<int> Position)
{
    /// <summary>Which index is the variable of the loop around the call; -1: none.</summary>
    public int Looped { get; init; } = -1;

    /// <summary>The name with its indices.</summary>
    public string Indexed(Func<string, string> identifier) =>
        identifier(Member) + string.Concat(Position.Select((index, i) => i == Looped ? "[k]" : $"[{index}]"));
}
