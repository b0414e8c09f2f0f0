using System.Collections.Concurrent;
using GateDsl.Generators.Model;
using GateDsl.Generators.Parsing.Reading;
using GateDsl.Generators.Parsing.Reuse;
using Microsoft.CodeAnalysis;

namespace GateDsl.Generators.Analysis;

/// <summary>Says what follows from the model of a declaration without errors.</summary>
/// <remarks>
/// Findings of the declarations that were looked at last are kept, and models are compared by value: with every key an editor asks about every
/// declaration of the file again, of which at most one has changed.
/// </remarks>
public abstract class ModelAnalyzer : NetworkAnalyzer
{
    private const int MostDeclarations = 2048;

    private readonly ConcurrentDictionary<NetworkModel, ModelFinding[]> _known;

    private protected ModelAnalyzer(ConcurrentDictionary<NetworkModel, ModelFinding[]> known) => _known = known;

    private protected abstract IEnumerable<ModelFinding> Find(NetworkModel model, CancellationToken ct);

    private protected sealed override IEnumerable<Diagnostic> Find(INamedTypeSymbol type, Compilation compilation, CancellationToken ct) =>
        type.IsGatedNetwork() && ParsedNetworks.Of(type, compilation, ct).Model is { } model
            ? Known(model, ct).Select(finding => ToDiagnostic(finding, type, ct))
            : [];

    private static Diagnostic ToDiagnostic(ModelFinding finding, INamedTypeSymbol type, CancellationToken ct)
    {
        object[] arguments = [.. finding.Arguments];
        return Diagnostic.Create(
            finding.Descriptor, LocationOf(type, finding.Place, ct), finding.Severity, additionalLocations: null, finding.Properties, arguments);
    }

    /// <summary>The name of the layer or class, or the rule that an edge names.</summary>
    private static Location LocationOf(INamedTypeSymbol type, ModelPlace place, CancellationToken ct)
    {
        IPropertySymbol? layer = place.Layer is null ? null : type.GetMembers(place.Layer).OfType<IPropertySymbol>().FirstOrDefault();
        NameArgument? rule = place.Source is null || layer is null
            ? null
            : layer.Language(AttributeTable.From.Name).Select(attribute => LayerAttributes.ReadFrom(attribute, ct))
                .FirstOrDefault(from => from.Sources.Any(source => source.Name == place.Source))?.When;
        return rule?.Location ?? ((ISymbol?)layer ?? type).UserLocation() ?? Location.None;
    }

    private ModelFinding[] Known(NetworkModel model, CancellationToken ct)
    {
        if (_known.TryGetValue(model, out ModelFinding[]? findings))
        {
            return findings;
        }

        findings = [.. Find(model, ct)];
        if (_known.Count >= MostDeclarations)
        {
            _known.Clear();
        }

        _known[model] = findings;
        return findings;
    }
}
