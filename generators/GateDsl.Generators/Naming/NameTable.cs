namespace GateDsl.Generators.Naming;

/// <summary>
/// Gives each thing an identifier made from its identity, never from its position: the readable one, and where that is too long or stands
/// for something else already, the readable one with a hash of the identity.
/// </summary>
internal sealed class NameTable
{
    private const int Longest = 80;

    private readonly Dictionary<string, string> _identityOf = new(StringComparer.Ordinal);

    /// <param name="reserved">Names that stand for something else.</param>
    public NameTable(params string[] reserved)
    {
        foreach (string name in reserved)
        {
            // One name may be reserved twice: a network called 'x' beside the x of the generated code.
            _identityOf[name] = "";
        }
    }

    /// <param name="identity">What the name stands for, in full.</param>
    /// <param name="readable">The name that a person would give it.</param>
    public string NameFor(string identity, string readable)
    {
        string name = readable.Length <= Longest ? readable : WithHash(readable.Substring(0, Longest), identity);
        while (_identityOf.TryGetValue(name, out string? other) && other != identity)
        {
            name = WithHash(name, identity);
        }

        _identityOf[name] = identity;
        return name;
    }

    private static string WithHash(string name, string identity) => name + "_" + IdentityHash.Of(identity);
}
