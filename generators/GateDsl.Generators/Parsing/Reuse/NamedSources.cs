namespace GateDsl.Generators.Parsing.Reuse;

/// <summary>All that the sources of a compilation declare under one name, in the order of the files.</summary>
internal sealed class NamedSources
{
    private readonly List<SourceDeclaration> _declarations = [];
    private readonly HashSet<string> _namespaces = new(StringComparer.Ordinal);

    /// <summary>Equal for equal contents, of two compilations of one project too; 0: not numbered yet.</summary>
    public long Version { get; set; }

    public IReadOnlyList<SourceDeclaration> Declarations => _declarations;

    public void Add(SourceDeclaration declaration) => _declarations.Add(declaration);

    /// <summary>A namespace is what its name is: what stands in it has names of its own.</summary>
    public void AddNamespace(string fullName) => _namespaces.Add(fullName);

    public bool IsSameAs(NamedSources other) =>
        _declarations.Count == other._declarations.Count
        && _namespaces.SetEquals(other._namespaces)
        && _declarations.Zip(other._declarations, (mine, its) => mine.IsSameAs(its)).All(isSame => isSame);
}
