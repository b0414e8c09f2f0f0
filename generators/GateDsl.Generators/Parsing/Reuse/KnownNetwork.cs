namespace GateDsl.Generators.Parsing.Reuse;

/// <summary>What was parsed, and the versions of all names that it depends on, looked up without case.</summary>
internal sealed class KnownNetwork(ParseResult result, Dictionary<string, long> names, SourceIndex index)
{
    /// <summary>The last edition in which it was found true.</summary>
    private long _edition = index.Edition;

    public ParseResult Result => result;

    /// <summary>With every key all networks are asked, so an edit of names that it does not depend on is told by those few names alone.</summary>
    public bool IsStillTrueIn(SourceIndex other)
    {
        long edition = Interlocked.Read(ref _edition);
        bool isTrue = edition == other.Edition
            || (edition == other.EditionBefore && !other.Changed.Any(names.ContainsKey))
            || names.All(name => other.VersionOf(name.Key) == name.Value);
        if (isTrue && edition != other.Edition)
        {
            Interlocked.Exchange(ref _edition, other.Edition);
        }

        return isTrue;
    }
}
