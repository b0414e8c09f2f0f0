namespace GateDsl.Mutation.Mutating;

/// <summary>One change of one token.</summary>
/// <param name="Id">By which it is switched on.</param>
/// <param name="File">Where it stands, from the root of the repository.</param>
/// <param name="Member">The method, or what else it stands in.</param>
/// <param name="Line">Counted from 1.</param>
/// <param name="Code">The line as it is, without the space around it.</param>
/// <param name="What">Before and after.</param>
internal sealed record Mutant(int Id, string File, string Member, int Line, string Code, string What)
{
    /// <summary>What does not change when lines are added above: the list of equivalent mutants names mutants so.</summary>
    public string Name => $"{File} {Member} | {Code} | {What}";

    public override string ToString() => $"{File}:{Line}: {What}";
}
