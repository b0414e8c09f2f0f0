using System.Collections.Concurrent;
using GateDsl.Generators.Model;

namespace GateDsl.Generators.Analysis;

/// <summary>
/// Findings of the declarations that were looked at last. They follow from the model alone, and models are compared by value: with every key an editor
/// asks about every declaration of the file again, of which at most one has changed.
/// </summary>
internal sealed class KnownFindings<TFinding>(Func<NetworkModel, CancellationToken, IEnumerable<TFinding>> find)
{
    private const int MostDeclarations = 2048;

    private readonly ConcurrentDictionary<NetworkModel, TFinding[]> _known = new();

    public TFinding[] Of(NetworkModel model, CancellationToken ct)
    {
        if (_known.TryGetValue(model, out TFinding[]? findings))
        {
            return findings;
        }

        findings = [.. find(model, ct)];
        if (_known.Count >= MostDeclarations)
        {
            _known.Clear();
        }

        _known[model] = findings;
        return findings;
    }
}
