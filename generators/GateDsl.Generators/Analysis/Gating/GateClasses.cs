using GateDsl.Gating;
using GateDsl.Generators.Model;
using GateDsl.Generators.Planning;

namespace GateDsl.Generators.Analysis.Gating;

/// <summary>The classes of the gates of each layer that could be a ReLU layer, for its documentation.</summary>
internal static class GateClasses
{
    /// <summary>By layer, in order of precedence, each once; a layer whose gates were not decided is left out.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<PatternClass>> Of(NetworkModel model)
    {
        var declaration = new GatedDeclaration(model, CancellationToken.None);
        var classes = new Dictionary<string, IReadOnlyList<PatternClass>>(StringComparer.Ordinal);
        foreach (LayerModel layer in model.Layers.Where(layer => layer.Kind == LayerKind.Hidden))
        {
            PatternClass?[] found = [.. LayerGates.Verdicts(declaration, layer).Select(Class)];
            if (found.All(known => known is not null))
            {
                classes.Add(layer.Name, [.. found.OfType<PatternClass>().Distinct().OrderBy(known => known)]);
            }
        }

        return classes;
    }

    private static PatternClass? Class(ModuleVerdict verdict) =>
        verdict.Unseen is not null ? PatternClass.NotImplementable
        : verdict.IsNeverOn ? PatternClass.NeverOn
        : verdict.Verdict?.Class;
}
