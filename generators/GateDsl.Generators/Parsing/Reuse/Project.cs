using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GateDsl.Generators.Parsing.Reuse;

/// <summary>
/// What compilations of one project have in common while its sources are edited: name, options and references. It numbers what the sources declare,
/// and keeps what was parsed. It goes when the last compilation that refers to its core library goes.
/// </summary>
internal sealed class Project
{
    private const int MostModels = 4096;

    /// <summary>Projects that share a core library and are kept apart. With more, the ones seen first begin anew.</summary>
    private const int MostProjects = 16;

    private static readonly ConditionalWeakTable<IAssemblySymbol, List<Project>> Known = new();

    private readonly ConcurrentDictionary<string, KnownNetwork> _networks = new(StringComparer.Ordinal);
    private readonly string? _name;
    private readonly CSharpCompilationOptions _options;

    /// <summary>Weak: a referenced project that is edited has a new symbol each time, and the symbol holds the whole project.</summary>
    private readonly WeakReference<IAssemblySymbol>[] _references;

    private Dictionary<string, NamedSources> _last = [];
    private long _versions;
    private long _edition;

    private Project(Compilation compilation, ImmutableArray<IAssemblySymbol> references)
    {
        _name = compilation.AssemblyName;
        _options = (CSharpCompilationOptions)compilation.Options;
        _references = [.. references.Select(reference => new WeakReference<IAssemblySymbol>(reference))];
    }

    public static Project Of(Compilation compilation)
    {
        ImmutableArray<IAssemblySymbol> references = compilation.SourceModule.ReferencedAssemblySymbols;
        List<Project> projects = Known.GetOrCreateValue(compilation.GetSpecialType(SpecialType.System_Object).ContainingAssembly);
        lock (projects)
        {
            Project? project = projects.Find(candidate => candidate.IsOf(compilation, references));
            if (project is null)
            {
                project = new Project(compilation, references);
                projects.Add(project);
                if (projects.Count > MostProjects)
                {
                    projects.RemoveAt(0);
                }
            }

            return project;
        }
    }

    /// <summary>
    /// Gives what has not changed since the last compilation the same version, and all else a new one. An edition, too, is new where anything is.
    /// </summary>
    public (long Before, long Edition, IReadOnlyList<string> Changed) Number(Dictionary<string, NamedSources> sources)
    {
        lock (_networks)
        {
            List<string> changed = [];
            int kept = 0;
            foreach (KeyValuePair<string, NamedSources> named in sources)
            {
                bool isKnown = _last.TryGetValue(named.Key, out NamedSources? before);
                kept += isKnown ? 1 : 0;
                if (isKnown && named.Value.IsSameAs(before!))
                {
                    named.Value.Version = before!.Version;
                }
                else
                {
                    named.Value.Version = ++_versions;
                    changed.Add(named.Key);
                }
            }

            if (kept < _last.Count)
            {
                changed.AddRange(_last.Keys.Where(name => !sources.ContainsKey(name)));
            }

            long beforeIt = _edition;
            _edition += changed.Count > 0 ? 1 : 0;
            _last = sources;
            return (beforeIt, _edition, changed);
        }
    }

    public KnownNetwork? Network(string name) => _networks.TryGetValue(name, out KnownNetwork? network) ? network : null;

    public void Remember(string name, KnownNetwork network)
    {
        if (_networks.Count >= MostModels)
        {
            _networks.Clear();
        }

        _networks[name] = network;
    }

    /// <summary>Options that change what code means; warnings, output and the like do not.</summary>
    private bool IsOf(Compilation compilation, ImmutableArray<IAssemblySymbol> references)
    {
        CSharpCompilationOptions options = (CSharpCompilationOptions)compilation.Options;
        return _name == compilation.AssemblyName
            && _options.CheckOverflow == options.CheckOverflow
            && _options.AllowUnsafe == options.AllowUnsafe
            && _options.OutputKind == options.OutputKind
            && _options.MetadataImportOptions == options.MetadataImportOptions
            && _references.Length == references.Length
            && _references.Zip(references, (mine, its) => mine.TryGetTarget(out IAssemblySymbol? target) && ReferenceEquals(target, its)).All(isSame => isSame);
    }
}
