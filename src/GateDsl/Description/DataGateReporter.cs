using System.ComponentModel;

namespace GateDsl.CompilerServices;

/// <summary>The gates of a network on the datapoints of a data set, decided exactly on the inputs that they have. Used by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[Obsolete(GeneratedCode.Only, DiagnosticId = GeneratedCode.Id, UrlFormat = GeneratedCode.Page)]
public static class DataGateReporter
{
    /// <summary>Reports on every hidden module.</summary>
    /// <param name="network">The network.</param>
    /// <param name="datapoints">Number of datapoints.</param>
    /// <param name="inputs">Adds the inputs of the network to datapoints of which nothing is known.</param>
    /// <param name="gates">Where each hidden module is on, with the gate of its edges where all share one.</param>
    public static GateReport Report(
        NetworkDescription network, int datapoints, Func<LayerDatapoints, LayerDatapoints> inputs, params ReadOnlySpan<(string Name, RowSet On)> gates)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(inputs);
        List<GateReportEntry> entries = [];
        if (datapoints == 0)
        {
            return new GateReport(entries);
        }

        LayerDatapoints plain = inputs(LayerDatapoints.Of(datapoints));
        LayerDatapoints withConstant = plain.Constant(BiasInput.Name);
        ILookup<string, EdgeDescription> into = network.Edges.ToLookup(edge => edge.Target, StringComparer.Ordinal);
        HashSet<string> givenInputs = [.. network.Layers.Where(layer => layer.IsInput).Select(layer => layer.Name)];
        Dictionary<string, (LayerDescription Layer, GateDescription Gate)> copies = network.Layers
            .SelectMany(layer => layer.Copies, (layer, copy) => (layer, copy))
            .ToDictionary(pair => pair.copy.Name, pair => (pair.layer, pair.copy.Gate), StringComparer.Ordinal);
        foreach ((string name, RowSet on) in gates)
        {
            (LayerDescription layer, GateDescription gate) = copies[name];
            string? reason = layer.SelfGated ? "Not checked: it is self-gated."
                : !into[name].All(edge => givenInputs.Contains(edge.Source))
                    ? "It reads from other layers: a unit behind a ReLU layer can have any gate that the network input can tell."
                : into[name].Select(edge => edge.Gate.Text).Distinct(StringComparer.Ordinal).Count() > 1
                    ? "Not checked: the gates of its incoming edges differ."
                : null;
            if (reason is not null)
            {
                entries.Add(new GateReportEntry(name, gate, null, reason));
                continue;
            }

            bool hasBias = into[name].Any(edge => edge.Source == BiasInput.Name);
            GateProof proof = (hasBias ? withConstant : plain).Decide([.. Enumerable.Range(0, datapoints).Select(on.Contains)]);
            entries.Add(new GateReportEntry(name, gate, proof, proof.Explanation));
        }

        return new GateReport(entries);
    }
}
