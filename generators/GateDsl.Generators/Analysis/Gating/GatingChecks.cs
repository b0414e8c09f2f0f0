using GateDsl.Generators.Model;

namespace GateDsl.Generators.Analysis.Gating;

/// <summary>Everything there is to say about the gates of a declaration without errors, GDSL101-109. Needs its model alone.</summary>
internal static class GatingChecks
{
    public static IReadOnlyList<ModelFinding> Find(NetworkModel model, CancellationToken ct)
    {
        GatedDeclaration declaration = new(model, ct);
        List<ModelFinding> findings = [];
        foreach (LayerModel layer in model.Layers.Where(layer => layer.Kind is LayerKindModel.Hidden or LayerKindModel.Output))
        {
            ct.ThrowIfCancellationRequested();
            findings.AddRange(LayerGates.Find(declaration, layer));
            findings.AddRange(RectifiedClaim.Find(declaration, layer));
        }

        findings.AddRange(DuplicateModules.Find(declaration));
        if (ReachedOutputs.Find(declaration) is { } lost)
        {
            findings.Add(lost);
        }

        return findings;
    }
}
