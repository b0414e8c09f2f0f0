using System.ComponentModel;
using System.Numerics;

namespace GateDsl.CompilerServices;

/// <summary>A ReLU twin as the C surface calls it. Used by generated code.</summary>
/// <typeparam name="TNetwork">The twin.</typeparam>
/// <typeparam name="TData">The network's data sets.</typeparam>
/// <typeparam name="T">Float or double.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
[Obsolete(GeneratedCode.Only, DiagnosticId = GeneratedCode.Id, UrlFormat = GeneratedCode.Page)]
public abstract class NativeTwin<TNetwork, TData, T> : NativeTrained<TNetwork, TData, T>
    where TNetwork : class
    where TData : BatchData
    where T : struct, IFloatingPointIeee754<T>
{
    /// <param name="network">The network whose twin it is.</param>
    /// <param name="hiddenLayers">Its hidden layers.</param>
    /// <param name="slope">What its units are multiplied with where they are off.</param>
    protected NativeTwin(NativeType network, int hiddenLayers, double slope)
        : base($"{network?.Name}.ReluTwin", $"{network?.FullName}.ReluTwin")
    {
        ArgumentNullException.ThrowIfNull(network);
        (Declared, GatedLayers, Slope) = (network, hiddenLayers, slope);
    }

    internal override NativeType Declared { get; }

    internal override int GatedLayers { get; }

    internal override double Slope { get; }

    internal override IReadOnlyList<EdgeDescription> Edges => field ??=
    [
        .. Weights(Create(Gaussian.WithSigma(0), 0)).Select(edge =>
            new EdgeDescription(edge.Name, edge.Source, edge.Target, edge.Targets, edge.Sources, GateDescription.Always)),
    ];

    internal override NetworkDescription Architecture => Declared.Architecture;

    /// <summary>Which unit of a hidden layer is on where.</summary>
    protected abstract bool[,] Gates(TNetwork network, TData data, int hiddenLayer);

    /// <summary>The same as numbers, datapoints x units.</summary>
    protected abstract double[] FrozenGates(TNetwork network, TData data, int hiddenLayer);

    /// <summary>The gates of a hidden layer, counted.</summary>
    protected abstract GateCensus Census(TNetwork network, TData data, int hiddenLayer);

    internal override bool[,] FindGates(object network, BatchData data, int layer) => Gates((TNetwork)network, (TData)data, layer);

    internal override double[] FindFrozenGates(object network, BatchData data, int layer) => FrozenGates((TNetwork)network, (TData)data, layer);

    internal override GateCensus TakeCensus(object network, BatchData data, int layer) => Census((TNetwork)network, (TData)data, layer);
}
