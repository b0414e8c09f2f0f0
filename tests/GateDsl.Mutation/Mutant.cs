namespace GateDsl.Mutation;

/// <summary>One change of one token.</summary>
/// <param name="Id">By which it is switched on.</param>
/// <param name="File">Where it stands, from the root of the repository.</param>
/// <param name="Line">Counted from 1.</param>
/// <param name="What">Before and after.</param>
internal sealed record Mutant(int Id, string File, int Line, string What)
{
    public override string ToString() => $"{File}:{Line}: {What}";
}
