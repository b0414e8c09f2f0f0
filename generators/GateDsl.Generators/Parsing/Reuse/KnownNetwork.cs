namespace GateDsl.Generators.Parsing.Reuse;

/// <summary>What was parsed, and the versions of all names that it depends on.</summary>
internal sealed record KnownNetwork(ParseResult Result, IReadOnlyList<(string Name, long Version)> Names)
{
    public bool IsStillTrueIn(SourceIndex index)
    {
        foreach ((string name, long version) in Names)
        {
            if (index.VersionOf(name) != version)
            {
                return false;
            }
        }

        return true;
    }
}
