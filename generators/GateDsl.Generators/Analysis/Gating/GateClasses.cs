using GateDsl.Gating;
using GateDsl.Generators.Model;
using GateDsl.Generators.Planning;

namespace GateDsl.Generators.Analysis.Gating;

/// <summary>The classes of the gates of each layer that could be a ReLU layer, for its documentation.</summary>
internal static class GateClasses
{
    /// <summary>By layer, in order of precedence, each once; a layer whose gates were not decided is left out.</summary>
    public static EquatableArray<LayerClasses> Of(NetworkModel model, CancellationToken ct)
    {
        GatedDeclaration declaration = new(model, ct);
        List<LayerClasses> classes = [];
        foreach (LayerModel layer in model.Layers.Where(layer => layer.Kind == LayerKindModel.Hidden))
        {
            PatternClass?[] found = [.. LayerGates.Verdicts(declaration, layer).Select(Class)];
            if (found.All(known => known is not null))
            {
                classes.Add(new LayerClasses(
                    layer.Name, found.OfType<PatternClass>().Distinct().OrderBy(known => known).Select(known => known.ToString()).ToEquatableArray()));
            }
        }

        return classes.ToEquatableArray();
    }

    private static PatternClass? Class(ModuleVerdict verdict) =>
        verdict.Unseen is not null ? PatternClass.NotImplementable
        : verdict.IsNeverOn ? PatternClass.NeverOn
        : verdict.Verdict?.Class;
}
