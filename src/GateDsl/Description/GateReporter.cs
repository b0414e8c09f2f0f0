namespace GateDsl;

/// <summary>Finds out what there is to say about each gate of a network.</summary>
internal sealed class GateReporter
{
    private readonly NetworkDescription _network;
    private readonly ILookup<string, EdgeDescription> _incoming;
    private readonly HashSet<string> _inputs;
    private readonly HashSet<string> _selfGated;
    private readonly HashSet<string> _biased;
    private readonly bool _isTabulated;

    private GateReporter(NetworkDescription network)
    {
        _network = network;
        _incoming = network.Edges.ToLookup(edge => edge.Target, StringComparer.Ordinal);
        _inputs = [.. network.Layers.Where(layer => layer.IsInput).Select(layer => layer.Name)];
        _biased = [.. network.Edges.Where(edge => edge.Source == BiasInput.Name).Select(edge => edge.Target)];
        _isTabulated = network.Domain.Aggregate(1L, (size, index) => Math.Min(size * index.Units, int.MaxValue)) <= CompilerServices.RuleValues.MostDatapoints;
        _selfGated = SelfGatedAndDownstream();
    }

    public static GateReport Report(NetworkDescription network)
    {
        GateReporter reporter = new(network);
        IEnumerable<GateReportEntry> hidden = network.Layers
            .Where(layer => layer.Kind == LayerKind.Hidden)
            .SelectMany(layer => layer.Copies, (_, copy) => reporter.Hidden(copy));
        IEnumerable<GateReportEntry> outputs = network.Layers
            .Where(layer => layer.Kind == LayerKind.Output)
            .SelectMany(layer => layer.Copies)
            .Where(copy => !copy.Gate.IsAlways)
            .Select(copy => reporter.Beyond(copy.Name, copy.Gate, "An output is no ReLU layer."));
        IEnumerable<GateReportEntry> edges = network.Edges
            .Where(edge => !edge.Gate.IsAlways && !reporter.IsFolded(edge.Target))
            .Select(edge => reporter.Beyond(edge.Name, edge.Gate, "A ReLU network has no gates on single edges."));
        return new([.. hidden, .. outputs, .. edges]);
    }

    private GateReportEntry Hidden(CopyDescription copy)
    {
        if (_selfGated.Contains(copy.Name))
        {
            return new(copy.Name, copy.Gate, null, "Not checked: it is self-gated, or downstream of a self-gated layer.");
        }

        if (!IsFirst(copy.Name))
        {
            return Beyond(copy.Name, copy.Gate, "It reads from other layers: a unit behind a ReLU layer can have any gate that the network input can tell.");
        }

        return IsFolded(copy.Name)
            ? Checked(copy.Name, copy.Gate.And(_incoming[copy.Name].Select(edge => edge.Gate).FirstOrDefault(GateDescription.Always)))
            : new(copy.Name, copy.Gate, null, "Not checked: the gates of its incoming edges differ.");
    }

    /// <summary>A gate of the first layer.</summary>
    private GateReportEntry Checked(string name, GateDescription gate)
    {
        if (!gate.IsAlways && gate.Table is null)
        {
            return new(name, gate, null, "Not checked: its values are not known before data are given, or the domain is too large.");
        }

        if (!_isTabulated)
        {
            return new(name, gate, null, "On everywhere: the layer is linear.");
        }

        GateDomain inputs = _biased.Contains(name) ? _network.Inputs.WithConstant(BiasInput.Name) : _network.Inputs;
        GateProof proof = inputs.Decide(n => gate.Table is null || gate.Table[n]);
        return new(name, gate, proof, proof.Explanation);
    }

    /// <summary>A gate that no unit of the first layer has to have; what the network cannot see is beyond every ReLU network.</summary>
    private GateReportEntry Beyond(string name, GateDescription gate, string reason)
    {
        if (gate.Table is not null && _isTabulated && Decide(gate) is { EqualInputs: not null } unseen)
        {
            return new(name, gate, unseen, unseen.Explanation);
        }

        return new(name, gate, null, reason);
    }

    private GateProof Decide(GateDescription gate) => _network.Inputs.Decide(n => gate.Table is null || gate.Table[n]);

    private bool IsFirst(string copy) => _incoming[copy].All(edge => _inputs.Contains(edge.Source));

    /// <summary>The gate of the edges into a layer is the layer's own.</summary>
    private bool IsFolded(string copy) =>
        _network.Layers.Any(layer => layer.Kind == LayerKind.Hidden && layer.Copies.Any(candidate => candidate.Name == copy))
        && IsFirst(copy)
        && _incoming[copy].Select(edge => edge.Gate.Text).Distinct(StringComparer.Ordinal).Count() <= 1;

    private HashSet<string> SelfGatedAndDownstream()
    {
        HashSet<string> found = [.. _network.Layers.Where(layer => layer.SelfGated).SelectMany(layer => layer.Copies).Select(copy => copy.Name)];
        Queue<string> open = new(found);
        ILookup<string, string> targets = _network.Edges.ToLookup(edge => edge.Source, edge => edge.Target, StringComparer.Ordinal);
        while (open.TryDequeue(out string? source))
        {
            foreach (string target in targets[source].Where(found.Add))
            {
                open.Enqueue(target);
            }
        }

        return found;
    }
}
