using GateDsl.Generators.Diagnostics;
using GateDsl.Generators.Model;
using Microsoft.CodeAnalysis;

namespace GateDsl.Generators.Parsing;

/// <summary>One class while it is read: what it says, with symbols and locations, and what is wrong with it.</summary>
internal sealed class Declaration(INamedTypeSymbol type, Compilation compilation, CancellationToken ct)
{
    private readonly Dictionary<string, DeclaredLayer> _byName = new(StringComparer.Ordinal);
    private readonly List<DeclaredLayer> _layers = [];
    private readonly List<Finding> _findings = [];
    private bool _isReportedElsewhere;

    public INamedTypeSymbol Type { get; } = type;

    public Compilation Compilation { get; } = compilation;

    public CancellationToken Cancellation { get; } = ct;

    public string Name => Type.Name;

    public bool IsDouble { get; set; }

    public bool Rectified { get; set; }

    /// <summary>All declared layers, faulty ones too, in the order of their source.</summary>
    public IReadOnlyList<DeclaredLayer> Layers => _layers;

    public List<DeclaredStimuli> Stimuli { get; } = [];

    public DeclaredTask? Task { get; set; }

    public DeclaredTwin? Twin { get; set; }

    /// <summary>The rules that gates name, by name; filled when the gates are checked.</summary>
    public SortedDictionary<string, RuleModel> Rules { get; } = new(StringComparer.Ordinal);

    public IReadOnlyList<Finding> Findings => _findings;

    /// <summary>There is an error, reported here or elsewhere, so that no model can be built.</summary>
    public bool IsFaulty => _isReportedElsewhere || _findings.Exists(finding => finding.IsError);

    /// <summary>Something is written that the C# compiler refuses and reports itself.</summary>
    public void LeaveToCompiler() => _isReportedElsewhere = true;

    /// <summary>Something is wrong around the class, and reported there.</summary>
    public void LeaveToOthers() => _isReportedElsewhere = true;

    public void Add(DeclaredLayer layer)
    {
        _layers.Add(layer);
        if (_byName.ContainsKey(layer.Name))
        {
            LeaveToCompiler();
        }
        else
        {
            _byName.Add(layer.Name, layer);
        }
    }

    public DeclaredLayer? Layer(string name) => _byName.TryGetValue(name, out DeclaredLayer? layer) ? layer : null;

    /// <summary>The one-hot input or selector of that name, with any case of the first letter.</summary>
    public DeclaredLayer? IndexNamed(string name)
    {
        DeclaredLayer? exact = Layer(name);
        return exact is { IsIndex: true } ? exact : _layers.Find(layer => layer.IsIndex && FirstLetter.Agrees(layer.Name, name));
    }

    public void Report(DiagnosticDescriptor descriptor, Location location, params string[] arguments) =>
        _findings.Add(new Finding(descriptor, location, arguments.ToEquatableArray()));

    /// <summary>The same with what was probably meant, for a code fix.</summary>
    public void ReportWithSuggestion(DiagnosticDescriptor descriptor, Location location, string? suggestion, params string[] arguments) =>
        _findings.Add(new Finding(descriptor, location, arguments.ToEquatableArray()) { Suggestion = suggestion });
}
