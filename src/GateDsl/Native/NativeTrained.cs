using System.ComponentModel;
using System.Numerics;

namespace GateDsl.CompilerServices;

/// <summary>
/// A network, or a twin, as the C surface calls it: generated classes hand every call on to the members that users have. Used by generated code.
/// </summary>
/// <typeparam name="TNetwork">The network.</typeparam>
/// <typeparam name="TData">Its data sets.</typeparam>
/// <typeparam name="T">Float or double.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
[Obsolete(GeneratedCode.Only, DiagnosticId = GeneratedCode.Id, UrlFormat = GeneratedCode.Page)]
public abstract class NativeTrained<TNetwork, TData, T> : NativeType
    where TNetwork : class
    where TData : BatchData
    where T : struct, IFloatingPointIeee754<T>
{
    /// <param name="name">By which callers know it.</param>
    /// <param name="fullName">With its namespace.</param>
    protected NativeTrained(string name, string fullName)
        : base(name, fullName)
    {
    }

    internal override string Precision => typeof(T) == typeof(float) ? "float32" : "float64";

    /// <summary>A network from an initialiser and a seed.</summary>
    protected abstract TNetwork Create(IInitializer initializer, ulong seed);

    /// <summary>A network from a file of weights.</summary>
    protected abstract TNetwork Load(string path);

    /// <summary>Writes the weights.</summary>
    protected abstract void Save(TNetwork network, string path);

    /// <summary>One step; returns the loss before it.</summary>
    protected abstract double Step(TNetwork network, TData data, double stepSize, LossScale scale);

    /// <summary>The loss.</summary>
    protected abstract double Loss(TNetwork network, TData data, LossScale scale);

    /// <summary>A training.</summary>
    protected abstract TrainingLog Train(TNetwork network, TData data, TrainingOptions options, TData? test);

    /// <summary>The live weights.</summary>
    protected abstract IReadOnlyList<EdgeWeights<T>> Weights(TNetwork network);

    /// <summary>dL/dW of every edge.</summary>
    protected abstract EdgeStore<T> Gradient(TNetwork network, TData data, LossScale scale);

    /// <summary>Fills one array for every output in the order of declaration.</summary>
    protected abstract void Predict(TNetwork network, TData data, T[][] predictions);

    /// <summary>What the units of a layer do.</summary>
    protected abstract double[,] Activations(TNetwork network, TData data, string layer);

    internal override object Make(IInitializer initializer, ulong seed) => Create(initializer, seed);

    internal override object Read(string path) => Load(path);

    internal override void Write(object network, string path) => Save((TNetwork)network, path);

    internal override double StepOnce(object network, BatchData data, double stepSize, LossScale scale) =>
        Step((TNetwork)network, (TData)data, stepSize, scale);

    internal override double FindLoss(object network, BatchData data, LossScale scale) => Loss((TNetwork)network, (TData)data, scale);

    internal override TrainingLog TrainOne(object network, BatchData data, TrainingOptions options, BatchData? test) =>
        Train((TNetwork)network, (TData)data, options, (TData?)test);

    internal override IReadOnlyList<(object Network, TrainingLog Log)> TrainSeeds(
        IInitializer initializer, ReadOnlySpan<ulong> seeds, BatchData data, TrainingOptions options, BatchData? test) =>
        ManyTrainings.Run<TData, TNetwork, (object, TrainingLog)>(
            (TData)data, initializer, seeds, options, (TData?)test,
            seed => Create(initializer, seed),
            (network, each) => (network, Train(network, (TData)data, each, (TData?)test)));

    internal override IEnumerable<ResultArray> ShowWeights(object network) =>
        Weights((TNetwork)network).Select(edge => new ResultArray(edge.Name, edge.Numbers, edge.Targets, edge.Sources));

    internal override IEnumerable<ResultArray> FindGradient(object network, BatchData data, LossScale scale) =>
        Gradient((TNetwork)network, (TData)data, scale).All.Select(edge => new ResultArray(edge.Name, edge.Values, edge.Targets, edge.Sources));

    internal override IEnumerable<ResultArray> FindPredictions(object network, BatchData data)
    {
        NativeArgument[] outputs = [.. Declared.Arguments.Where(argument => argument.IsOutput)];
        T[][] predictions = [.. outputs.Select(output =>
        {
            Memory.Require(output.Name, $"The predictions of {output.Name}", (long)data.Count * output.Units,
                System.Runtime.CompilerServices.Unsafe.SizeOf<T>());
            return new T[data.Count * output.Units];
        })];
        Predict((TNetwork)network, (TData)data, predictions);
        return outputs.Zip(predictions, (output, values) => new ResultArray(output.Name, values, data.Count, output.Units));
    }

    internal override double[,] FindActivations(object network, BatchData data, string layer) => Activations((TNetwork)network, (TData)data, layer);
}
