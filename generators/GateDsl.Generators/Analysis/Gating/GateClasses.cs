using GateDsl.Gating;
using GateDsl.Generators.Model;
using GateDsl.Generators.Planning;

namespace GateDsl.Generators.Analysis.Gating;

/// <summary>The classes of the gates of each layer that could be a ReLU layer, for its documentation.</summary>
/// <remarks>
/// The gating analyzer decides the same gates for its findings. Neither waits for the other: an editor runs them at different times, and a build may
/// leave the analyzers out. Each keeps small results by model, the names of classes here and findings there, so that an edit elsewhere decides
/// nothing again. To decide once for both, tables and certificates would have to live as long as models do, to save a few hundredths of what plan and
/// print take.
/// </remarks>
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
