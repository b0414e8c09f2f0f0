using System.ComponentModel;
using System.Numerics;

namespace GateDsl.CompilerServices;

/// <summary>A network as users look at it: activations, gates, weights by name, files, what it represents. Used by generated code.</summary>
/// <typeparam name="T">Float or double.</typeparam>
/// <typeparam name="TData">The network's data sets.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
[Obsolete(GeneratedCode.Only, DiagnosticId = GeneratedCode.Id, UrlFormat = GeneratedCode.Page)]
public abstract class InspectedNetwork<T, TData> : BatchNetwork<T, TData>
    where T : struct, IFloatingPointIeee754<T>
    where TData : BatchData
{
    /// <param name="units">Units of every layer.</param>
    /// <param name="blockSize">Datapoints of a block.</param>
    protected InspectedNetwork(LayerUnits units, int blockSize)
        : base(units, blockSize)
    {
    }

    /// <summary>Which unit of a hidden layer is on at which datapoint: its pre-activation is > 0.</summary>
    /// <param name="data">The datapoints.</param>
    /// <param name="hiddenLayer">Counted from the inputs, from 1.</param>
    /// <returns>[unit, datapoint].</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such layer.</exception>
    /// <exception cref="ArgumentException">A weight is not finite: it is named.</exception>
    public bool[,] Gates(TData data, int hiddenLayer)
    {
        ArgumentNullException.ThrowIfNull(data);
        MatrixView<T>[] layers = HiddenLayers;
        if (hiddenLayer < 1 || hiddenLayer > layers.Length)
        {
            throw new ArgumentOutOfRangeException(nameof(hiddenLayer), hiddenLayer, $"The twin has the hidden layers 1 to {layers.Length}.");
        }

        CheckWeights();
        using NetworkUse.Lease use = Use.Enter();
        MatrixView<T> h = layers[hiddenLayer - 1];
        Memory.RequireBytes(nameof(data), $"The gates of {h.Columns:N0} units at {data.Count:N0} datapoints", (decimal)h.Columns * data.Count);
        bool[,] gates = new bool[h.Columns, data.Count];
        for (int n = 0; n < data.Count; n++)
        {
            (int block, int row) = Math.DivRem(n, data.BlockSize);
            if (row == 0)
            {
                Enter(block, data.BlockSize);
                Forward(data);
            }

            for (int unit = 0; unit < h.Columns; unit++)
            {
                gates[unit, n] = h.Span[(row * h.Columns) + unit] > T.Zero;
            }
        }

        return gates;
    }

    /// <summary>
    /// The gates of a hidden layer as they are now, to be given to a network with as many gates (P1 Def. 3.1 by construction): 1 where a unit is on, the
    /// slope where it is off.
    /// </summary>
    /// <param name="data">The datapoints.</param>
    /// <param name="hiddenLayer">Counted from the inputs, from 1.</param>
    /// <param name="slope">What a unit is multiplied with where it is off.</param>
    /// <returns>Datapoints x units, row by row.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such layer.</exception>
    public double[] FrozenGates(TData data, int hiddenLayer, double slope)
    {
        bool[,] gates = Gates(data, hiddenLayer);
        (int units, int datapoints) = (gates.GetLength(0), gates.GetLength(1));
        double[] frozen = new double[units * datapoints];
        for (int i = 0; i < frozen.Length; i++)
        {
            frozen[i] = gates[i % units, i / units] ? 1 : slope;
        }

        return frozen;
    }

    /// <summary>What the units of a layer do at every datapoint; 0 where the layer is off.</summary>
    /// <param name="data">The datapoints.</param>
    /// <param name="layer">
    /// A hidden layer or an output by its name. Of a bank the units of all copies, copy after copy, or of one by its name with the index, Pairs[2].
    /// </param>
    /// <returns>Units x datapoints.</returns>
    /// <exception cref="ArgumentException">There is no such layer, or a weight is not finite.</exception>
    public double[,] Activations(TData data, string layer)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(layer);
        CheckWeights();
        using NetworkUse.Lease use = Use.Enter();
        return ActivationsOf(data, layer);
    }

    /// <summary>The live weights, by name and shape.</summary>
    public IReadOnlyList<EdgeWeights<T>> NamedWeights =>
        [.. Weights.All.Select(edge => new EdgeWeights<T>(edge.Name, edge.Source, edge.Target, edge.Targets, edge.Sources, edge.Values))];

    /// <summary>Writes the weights by their names, target x source, in the network's precision: all of them, or the file stays as it was.</summary>
    /// <param name="path">Ends in .npz, as numpy.savez writes, or in .safetensors.</param>
    /// <exception cref="ArgumentException">The path has neither ending.</exception>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="InvalidOperationException">A weight is not finite, as after a divergence: it is named.</exception>
    public void Save(string path)
    {
        using NetworkUse.Lease use = Use.Enter();
        WeightFile.Save(path, Weights.All);
    }

    /// <summary>A network with the weights of a file, in single or double precision.</summary>
    /// <param name="path">Ends in .npz or in .safetensors.</param>
    /// <exception cref="ArgumentException">The path has neither ending.</exception>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">A weight is missing, unknown, of another shape or not finite, or the file is damaged: it is named.</exception>
    public void Load(string path) => WeightFile.Load(path, Weights.All);

    /// <summary>
    /// The gates that the units of a hidden layer have on the data: for each observed pattern its class, the units that have it and their share of
    /// path strength |w_in| |w_out|. Classes are over the network's input, whichever the layer: in a deeper one NotImplementable are the gates that
    /// no unit of the first layer could have. To follow a training, train in segments and take a census after each: without momentum the weights are
    /// those of a training in one, bit for bit.
    /// </summary>
    /// <param name="data">The datapoints.</param>
    /// <param name="hiddenLayer">Counted from the inputs, from 1.</param>
    /// <param name="inputs">The datapoints as the network sees them.</param>
    public GateCensus Census(TData data, int hiddenLayer, Func<TData, LayerDatapoints> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        bool[,] gates = Gates(data, hiddenLayer);
        return GateCensus.Take(gates, Strengths($"Hidden{hiddenLayer}"), inputs(data));
    }

    /// <summary>Path strengths |w_in| |w_out| of the units of a layer.</summary>
    /// <param name="layer">Its name.</param>
    internal double[] Strengths(string layer) => PathStrengths.Of(
        Weights.All,
        [.. Weights.All.Where(edge => edge.Target == layer).Select(edge => edge.Name)],
        [.. Weights.All.Where(edge => edge.Source == layer).Select(edge => edge.Name)]);

    /// <summary>What a snapshot on some data holds.</summary>
    private protected SnapshotShape RepresentationShape(TData data) => new(data.Count, Units.HiddenLayers, Units.Outputs);

    /// <summary>What the network represents at the present weights.</summary>
    private protected Snapshot Represent(TData data, int epoch, double[] factors)
    {
        SnapshotTaker<T> taker = new(RepresentationShape(data), ErrorBuffers, Steps.All, layer => ActivationsOf(data, layer), Single(data));
        Snapshot? snapshot = null;
        KeepSteps(() => snapshot = taker.Take(epoch, factors));
        return snapshot!;
    }

    private double[,] ActivationsOf(TData data, string layer) =>
        LayerActivations.Of(ActivationBuffers.Modules, layer, data.Count, data.BlockSize, block =>
        {
            Enter(block, data.BlockSize);
            Forward(data);
        });

    /// <summary>The gradients at one datapoint of what has been written into the errors of outputs.</summary>
    private Action<int, Action> Single(TData data)
    {
        BatchWindow window = data.Batches(1);
        return (datapoint, seed) =>
        {
            window.Fill([datapoint]);
            TData single = (TData)window.Data!;
            Enter(0, single.BlockSize);
            Forward(single);
            Steps.Clear();
            MovesAtOnce = false;
            SetScale(T.One);
            seed();
            Backward(single);
        };
    }
}
