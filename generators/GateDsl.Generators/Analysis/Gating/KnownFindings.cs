using System.Collections.Concurrent;
using GateDsl.Generators.Model;

namespace GateDsl.Generators.Analysis.Gating;

/// <summary>
/// Findings of the declarations that were looked at last. They follow from the model alone, and models are compared by value: with every key an editor
/// asks about every declaration of the file again, of which at most one has changed.
/// </summary>
internal static class KnownFindings
{
    private const int MostDeclarations = 512;

    private static readonly ConcurrentDictionary<NetworkModel, IReadOnlyList<GatingFinding>> Known = new();

    public static IReadOnlyList<GatingFinding> Of(NetworkModel model, CancellationToken ct)
    {
        if (Known.TryGetValue(model, out IReadOnlyList<GatingFinding>? findings))
        {
            return findings;
        }

        findings = GatingChecks.Find(model, ct);
        if (Known.Count >= MostDeclarations)
        {
            Known.Clear();
        }

        Known[model] = findings;
        return findings;
    }
}
