using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace GateDsl.CompilerServices;

/// <summary>
/// The weights of one training by statistics: packed copies, in other bases where that saves work. They live inside one call of Train; the
/// network gets its weights back before the call returns, throws or reports progress. Used by generated code.
/// </summary>
/// <typeparam name="T">Float or double.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
[Obsolete(GeneratedCode.Only, DiagnosticId = GeneratedCode.Id, UrlFormat = GeneratedCode.Page)]
public abstract class StatisticsTraining<T>
    where T : struct, INumber<T>
{
    private static readonly Dictionary<string, LayerBasis> NoBases = [];

    private Dictionary<string, LayerBasis> _bases = NoBases;
    private EdgeMatrix<T>[] _network = [];
    private T[][] _before = [];
    private T[][]? _start;

    /// <param name="units">Units of every layer while it trains.</param>
    /// <param name="hasFeatureRows">Maps stand with a row for every feature of their input.</param>
    protected StatisticsTraining(LayerUnits units, bool hasFeatureRows)
    {
        EdgeBuffers = new(units, hasFeatureRows);
        StepBuffers = new(units, hasFeatureRows);
        MapBuffers = new(units, hasFeatureRows);
        ErrorBuffers = new(units, hasFeatureRows);
    }

    /// <summary>W_ts, packed, in the order of the network's edges.</summary>
    public EdgeMatrix<T>[] Weights => EdgeBuffers.Edges;

    /// <summary>What was reduced and why, as a sentence.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>Makes the weights.</summary>
    protected StatisticsBuffers<T> EdgeBuffers { get; }

    /// <summary>Makes their steps, where they are summed up before weights move.</summary>
    protected StatisticsBuffers<T> StepBuffers { get; }

    /// <summary>Every edge moves as soon as the error is carried back over it; else steps are summed up first.</summary>
    protected bool MovesAtOnce { get; private set; } = true;

    /// <summary>Makes the maps.</summary>
    protected StatisticsBuffers<T> MapBuffers { get; }

    /// <summary>Makes their errors.</summary>
    protected StatisticsBuffers<T> ErrorBuffers { get; }

    /// <summary>One step of gradient descent from correlations (Eq. 3), W_ts += eta D_ts, on the Sum scale; returns the loss before it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public double Step(double eta)
    {
        ComposeMaps();
        double loss = FindErrors();
        Descend(T.CreateTruncating(eta));
        return loss;
    }

    /// <summary>The step of a training with momentum, decay or factors.</summary>
    /// <param name="update">What is more than W = W - eta dL/dW.</param>
    /// <param name="stepSize">The step size of the options.</param>
    /// <param name="scale">What the Sum loss is multiplied with.</param>
    /// <returns>Makes one update, whose size these say, and returns the loss before it, on the Sum scale.</returns>
    internal Func<double, double> Stepper(DescentOptions update, double stepSize, double scale)
    {
        EdgeMatrix<T>[] weights = Weights;
        EdgeMatrix<T>[] steps = [];
        Velocities = new Velocities<T>(update, weights);
        MovesAtOnce = false;
        return _ =>
        {
            ComposeMaps();
            double loss = FindErrors();
            foreach (EdgeMatrix<T> edge in steps)
            {
                Array.Clear(edge.Values);
            }

            Descend(T.One);
            if (steps.Length == 0)
            {
                // Where no path reaches an output nothing is summed up, and weights still decay.
                steps = StepBuffers.Edges is { Length: > 0 } made ? made : [.. weights.Select(edge => edge with { Values = new T[edge.Values.Length] })];
            }

            Velocities.Move(weights, steps, stepSize, scale);
            return loss;
        };
    }

    /// <summary>Takes the weights of a network.</summary>
    /// <param name="network">Its matrices.</param>
    /// <param name="choice">What is reduced, and why.</param>
    /// <param name="inputs">Bases of inputs; null: none.</param>
    public void Enter(EdgeMatrix<T>[] network, ReductionChoice choice, IReadOnlyDictionary<string, LayerBasis>? inputs = null)
    {
        _network = network;
        Reason = choice.Reason;
        _bases = ReducedWeights.Bases(network, Weights, inputs ?? NoBases);
        ReducedWeights.Enter(network, Weights, _bases);
        _before = [.. Weights.Select(Kept)];
        _start = null;
    }

    /// <summary>Takes weights of the same shape as they are.</summary>
    public void Enter(EdgeMatrix<T>[] weights) => ReducedWeights.Enter(weights, Weights, NoBases);

    /// <summary>Gives the network its weights.</summary>
    /// <param name="goesOn">The training goes on; else what the network started from is not kept.</param>
    internal void Leave(bool goesOn)
    {
        _start ??= goesOn ? [.. _network.Select(Kept)] : null;
        ReducedWeights.Leave(Weights, _before, _start, _network, _bases);
    }

    /// <summary>Copies the weights as they are.</summary>
    public void Leave(EdgeMatrix<T>[] weights) => ReducedWeights.Copy(Weights, weights);

    /// <summary>What moves of an edge are measured from, where weights are kept in other bases.</summary>
    private T[] Kept(EdgeMatrix<T> edge) => _bases.Count == 0 ? [] : (T[])edge.Values.Clone();

    /// <summary>F: the products of weights along paths.</summary>
    protected abstract void ComposeMaps();

    /// <summary>E of all maps into outputs (Eq. 4); returns the loss.</summary>
    protected abstract double FindErrors();

    /// <summary>Eq. 3 over whole maps, from the outputs on: d_ts += c D_ts, where d are the weights themselves (<see cref="MovesAtOnce"/>) or a sum.</summary>
    /// <param name="eta">c: the step size, or 1 where steps are summed up first.</param>
    protected abstract void Descend(T eta);

    /// <summary>C = A B.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static void SetProduct(in MatrixView<T> a, in MatrixView<T> b, in MatrixView<T> c) => MatrixProducts.SetProduct(a, b, c);

    /// <summary>C += A B.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static void AddProduct(in MatrixView<T> a, in MatrixView<T> b, in MatrixView<T> c) => MatrixProducts.AddProduct(a, b, c, T.One);

    /// <summary>C += eta A B.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static void AddProduct(in MatrixView<T> a, in MatrixView<T> b, in MatrixView<T> c, T eta) => MatrixProducts.AddProduct(a, b, c, eta);

    /// <summary>C = A^T B.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static void SetProductFromTransposed(in MatrixView<T> a, in MatrixView<T> b, in MatrixView<T> c) =>
        MatrixProducts.SetProductFromTransposed(a, b, c);

    /// <summary>C += A^T B.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static void AddProductFromTransposed(in MatrixView<T> a, in MatrixView<T> b, in MatrixView<T> c) =>
        MatrixProducts.AddProductFromTransposed(a, b, c, T.One);

    /// <summary>C += eta A^T B.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static void AddProductFromTransposed(in MatrixView<T> a, in MatrixView<T> b, in MatrixView<T> c, T eta) =>
        MatrixProducts.AddProductFromTransposed(a, b, c, eta);

    /// <summary>C = A B^T.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static void SetProductWithTransposed(in MatrixView<T> a, in MatrixView<T> b, in MatrixView<T> c) =>
        MatrixProducts.SetProductWithTransposed(a, b, c);

    /// <summary>C += eta A B^T.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static void AddProductWithTransposed(in MatrixView<T> a, in MatrixView<T> b, in MatrixView<T> c, T eta) =>
        MatrixProducts.AddProductWithTransposed(a, b, c, eta);

    /// <summary>B = A^T.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static void Transpose(in MatrixView<T> a, in MatrixView<T> b) => MatrixPacking.Transpose(a, b);

    /// <summary>B = A.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static void Copy(in MatrixView<T> a, in MatrixView<T> b) => MatrixPacking.Copy(a, b);

    /// <summary>B += A.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static void Add(in MatrixView<T> a, in MatrixView<T> b) => MatrixPacking.Add(a, b, T.One);

    /// <summary>B += eta A.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static void Add(in MatrixView<T> a, in MatrixView<T> b, T eta) => MatrixPacking.Add(a, b, eta);

    /// <summary>Velocities, where the training has them.</summary>
    internal Velocities<T>? Velocities { get; private set; }

    /// <summary>The errors of the maps as they are, for the race.</summary>
    internal double FindErrorsOfMaps() => FindErrors();

    /// <summary>The map of that name, for the race.</summary>
    internal MatrixView<T> Map(string name) => MapBuffers.Part(name);

    /// <summary>Its error.</summary>
    internal MatrixView<T> Error(string name) => ErrorBuffers.Part(name);

    /// <summary>Whether maps stand with a row for every feature.</summary>
    internal bool HasFeatureRows => MapBuffers.HasFeatureRows;

    /// <summary>Matrices for the same weights, all 0, not packed.</summary>
    internal EdgeMatrix<T>[] UnpackedWeights => EdgeBuffers.Unpacked;
}
