using GateDsl.Identifying;

namespace GateDsl;

/// <summary>
/// Recordings of every hidden layer of one ReLU network while it trains. Only the gates, activation &gt; 0, and a path strength for each unit are
/// kept. Whatever is refused leaves the recordings of before as they were.
/// </summary>
public sealed class DeepRecordings
{
    private readonly IdentificationData _data;
    private readonly List<LayerRecordings[]> _recordings = [];
    private readonly List<int> _epochs = [];

    /// <summary>No recordings yet.</summary>
    /// <param name="data">The data whose datapoints the layers are recorded at.</param>
    public DeepRecordings(IdentificationData data)
    {
        ArgumentNullException.ThrowIfNull(data);
        _data = data;
    }

    /// <summary>Number of hidden layers; 0 before the first recording.</summary>
    public int Layers => Widths.Count;

    /// <summary>Units of every hidden layer, first to last; empty before the first recording.</summary>
    public IReadOnlyList<int> Widths { get; private set; } = [];

    /// <summary>The epochs recorded, ascending.</summary>
    public IReadOnlyList<int> Epochs => _epochs;

    /// <summary>Where path strengths come from; the same for all recordings.</summary>
    public PathStrengthSource StrengthSource { get; private set; }

    internal SparseInputs Inputs => _data.Columns;

    /// <summary>
    /// Adds the activations of all layers at one epoch. Path strengths are estimated: |w_in| of a unit is that of the shortest weights that give
    /// what it answers to the layer below, and |w_out| equals it to a good approximation where weights were small at first. Of dead units nothing is
    /// seen: they count as of no strength.
    /// </summary>
    /// <param name="epoch">Updates made before, beyond those of the recordings before.</param>
    /// <param name="activations">By hidden layer, first to last, at least two: row-major, units x datapoints.</param>
    /// <exception cref="ArgumentException">
    /// The epoch is none beyond the last one; there are fewer than two layers or others than before; sizes do not match; or activations are not those of ReLU
    /// layers on these inputs, as in <see cref="LayerRecordings.Add(ReadOnlySpan{double}, int)"/>. The message names the layer, the unit and the datapoint.
    /// </exception>
    public void Add(int epoch, IReadOnlyList<double[]> activations)
    {
        ArgumentNullException.ThrowIfNull(activations);
        SparseInputs below = _data.Columns;
        Keep(epoch, activations, (layer, values) =>
        {
            int units = values.Length / _data.Count;
            layer.AddAbove(below, values, units);
            below = SparseInputs.Of(values, units, _data.Count);
        });
    }

    /// <summary>Adds layers whose weights are known, by their gates: <c>recordings.Add(epoch, [twin.Census(data, 1), twin.Census(data, 2)])</c>.</summary>
    /// <param name="epoch">Updates made before, beyond those of the recordings before.</param>
    /// <param name="censuses">By hidden layer, first to last, at least two.</param>
    /// <exception cref="ArgumentException">As for activations.</exception>
    public void Add(int epoch, IReadOnlyList<GateCensus> censuses)
    {
        ArgumentNullException.ThrowIfNull(censuses);
        Keep(epoch, censuses, (layer, census) => layer.Add(census));
    }

    /// <summary>The gates of a layer, from 0, by class.</summary>
    internal GateCensus Census(int recording, int layer, LayerDatapoints datapoints)
    {
        LayerRecordings recorded = _recordings[recording][layer];
        bool[,] gates = new bool[recorded.Units, recorded.Datapoints];
        for (int unit = 0; unit < recorded.Units; unit++)
        {
            for (int n = 0; n < recorded.Datapoints; n++)
            {
                gates[unit, n] = IsOn(recorded, unit, n);
            }
        }

        return GateCensus.Take(gates, recorded.Strengths(0), datapoints);
    }

    /// <summary>Share of the units of a layer, from 0, that are on everywhere.</summary>
    internal double AlwaysOn(int recording, int layer)
    {
        LayerRecordings recorded = _recordings[recording][layer];
        return Enumerable.Range(0, recorded.Units).Average(unit => Enumerable.Range(0, recorded.Datapoints).All(n => IsOn(recorded, unit, n)) ? 1.0 : 0.0);
    }

    private static bool IsOn(LayerRecordings recorded, int unit, int datapoint) =>
        (recorded.Gates(0)[(unit * recorded.Words) + (datapoint >> 6)] >> (datapoint & 63) & 1) != 0;

    private void Keep<T>(int epoch, IReadOnlyList<T> layers, Action<LayerRecordings, T> add)
    {
        if (epoch < 0 || (_epochs.Count > 0 && epoch <= _epochs[^1]))
        {
            throw new ArgumentException(
                _epochs.Count == 0
                    ? $"Epoch {epoch} is none: they count from 0."
                    : $"Epoch {epoch} does not come after epoch {_epochs[^1]}: recordings are added in their order.", nameof(epoch));
        }

        if (layers.Count < 2 || (Layers > 0 && layers.Count != Layers))
        {
            throw new ArgumentException(Layers > 0
                ? $"A recording of {layers.Count} layers does not match the first one, of {Layers}."
                : $"Recordings of several hidden layers have at least 2, not {layers.Count}; of one layer they are {nameof(LayerRecordings)}.");
        }

        LayerRecordings[] recorded = new LayerRecordings[layers.Count];
        for (int layer = 0; layer < recorded.Length; layer++)
        {
            recorded[layer] = new LayerRecordings(_data);
            try
            {
                add(recorded[layer], layers[layer]);
            }
            catch (ArgumentException exception)
            {
                throw new ArgumentException($"Hidden layer {layer + 1} at epoch {epoch}: {exception.Message}", exception);
            }

            if (Layers > 0 && (recorded[layer].Units != Widths[layer] || recorded[layer].StrengthSource != StrengthSource))
            {
                throw new ArgumentException(recorded[layer].Units != Widths[layer]
                    ? $"Hidden layer {layer + 1} at epoch {epoch} has {recorded[layer].Units} units, not {Widths[layer]} as before."
                    : "Either all recordings are activations, or all are gates with path strengths.");
            }
        }

        Widths = [.. recorded.Select(layer => layer.Units)];
        StrengthSource = recorded[0].StrengthSource;
        _recordings.Add(recorded);
        _epochs.Add(epoch);
    }
}
