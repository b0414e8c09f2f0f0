using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace GateDsl.Generators.Parsing.Reuse;

/// <summary>
/// The sources of a compilation by name, each name with a version that tells whether anything declared under it has changed. Names are looked up
/// without case, because names of generated files are.
/// </summary>
internal sealed class SourceIndex
{
    private static readonly ConditionalWeakTable<Compilation, SourceIndex> Known = new();

    private readonly Dictionary<string, NamedSources> _byName = new(StringComparer.OrdinalIgnoreCase);

    private SourceIndex(Compilation compilation)
    {
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            TreeDeclarations declared = TreeDeclarations.Of(tree);
            foreach ((string name, SourceDeclaration declaration) in declared.Declarations)
            {
                Named(name).Add(declaration);
            }

            foreach ((string name, string fullName) in declared.Namespaces)
            {
                Named(name).AddNamespace(fullName);
            }
        }

        Project = Project.Of(compilation);
        (EditionBefore, Edition, Changed) = Project.Number(_byName);
    }

    public Project Project { get; }

    /// <summary>Where two are equal, all names have equal versions.</summary>
    public long Edition { get; }

    /// <summary>The edition of the compilation that was numbered before this one.</summary>
    public long EditionBefore { get; }

    /// <summary>Names with another version than in the edition before.</summary>
    public IReadOnlyList<string> Changed { get; }

    public static SourceIndex Of(Compilation compilation) => Known.GetValue(compilation, static compilation => new SourceIndex(compilation));

    /// <summary>0: nothing is declared under the name.</summary>
    public long VersionOf(string name) => _byName.TryGetValue(name, out NamedSources? sources) ? sources.Version : 0;

    /// <summary>
    /// The names, those written in what is declared under them, and so on: whatever the meaning of the first ones can depend on in source, with
    /// versions. Null: more than <paramref name="most"/>.
    /// </summary>
    public Dictionary<string, long>? Closure(IEnumerable<string> names, int most)
    {
        HashSet<string> seen = new(StringComparer.OrdinalIgnoreCase);
        Queue<string> open = new();
        Dictionary<string, long> closure = new(StringComparer.OrdinalIgnoreCase);
        AddAll(names);
        while (open.Count > 0)
        {
            if (closure.Count == most)
            {
                return null;
            }

            string name = open.Dequeue();
            closure.Add(name, VersionOf(name));
            if (_byName.TryGetValue(name, out NamedSources? sources))
            {
                foreach (SourceDeclaration declaration in sources.Declarations)
                {
                    AddAll(declaration.Names);
                }
            }
        }

        return closure;

        void AddAll(IEnumerable<string> more)
        {
            foreach (string name in more)
            {
                Add(name);

                // An attribute is written without the end of its name.
                Add(name + "Attribute");
            }
        }

        void Add(string name)
        {
            if (seen.Add(name))
            {
                open.Enqueue(name);
            }
        }
    }

    private NamedSources Named(string name)
    {
        if (!_byName.TryGetValue(name, out NamedSources? sources))
        {
            sources = new NamedSources();
            _byName.Add(name, sources);
        }

        return sources;
    }
}
