using GateDsl.CompilerServices;

namespace GateDsl.Tests.Training;

/// <summary>Datapoints of three dense features and two targets.</summary>
internal sealed class TinyData : BatchData
{
    public TinyData(double[] x, double[] y, int blockSize)
        : base(x.Length / 3, blockSize)
    {
        (X, Y) = (x, y);
        On = new RowSet(Count, blockSize, _ => true);
        AddZeroLoss(y, On, 2);
    }

    public double[] X { get; }

    public double[] Y { get; }

    public RowSet On { get; }

    public static TinyData Create(int count, int blockSize)
    {
        Random random = new(count);
        return new TinyData(Numbers(random, 3 * count), Numbers(random, 2 * count), blockSize);
    }

    public static double[] Numbers(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => random.NextDouble() - 0.5)];
}

/// <summary>What a generator would write for a linear network x > H > y, written by hand: yhat = W2 W1 x.</summary>
internal sealed class TinyNetwork : BatchTraining<double, TinyData>
{
    private readonly MatrixView<double> _h;
    private readonly MatrixView<double> _yhat;
    private readonly MatrixView<double> _errorOfH;
    private readonly MatrixView<double> _errorOfY;
    private readonly MatrixView<double>[] _w;
    private readonly MatrixView<double>[] _d;

    public TinyNetwork(int hidden, int blockSize)
        : base(UnitsOf(hidden), blockSize)
    {
        (_w, _d) = (Edges(Weights), Edges(Steps));
        (_h, _yhat, _errorOfH, _errorOfY) = (ActivationBuffers.Module("H"), ActivationBuffers.Module("Y"), ErrorBuffers.Module("H"), ErrorBuffers.Module("Y"));
        Random random = new(hidden);
        foreach (EdgeMatrix<double> edge in Weights.All)
        {
            TinyData.Numbers(random, edge.Values.Length).CopyTo(edge.Values, 0);
        }
    }

    public TrainingMethod Method { get; init; } = TrainingMethod.Batch;

    public StatisticsTraining<double>? Statistics { get; init; }

    protected override MatrixView<double>[] HiddenLayers => [_h];

    public static LayerUnits UnitsOf(int hidden) => new LayerUnits().Input("X", 3).Hidden("H", hidden).Output("Y", 2);

    public static MatrixView<double>[] Edges(EdgeStore<double> store) => [store.Edge("XToH", "X", "H"), store.Edge("HToY", "H", "Y")];

    /// <summary>The rows that a block writes, block after block.</summary>
    public double[] Predict(TinyData data)
    {
        double[] predictions = new double[2 * data.Count];
        CheckOutput(data, "y", predictions, 2);
        for (int block = 0; PredictBlock(data, block); block++)
        {
            CopyRows(_yhat, data.On, predictions);
        }

        return predictions;
    }

    public static void Check(TinyData data, double[] predictions) => CheckOutput(data, "y", predictions, 2);

    public MethodChoice ChooseCheaper(TinyData data, TrainingOptions options, long statistics, long narrow, long span) =>
        Cheaper(data, options, statistics, narrow, span, 0);

    protected override void Forward(TinyData data)
    {
        Clear(_h, data.On);
        AddProduct(_w[0], data.X, _h, data.On);
        Clear(_yhat, data.On);
        AddProduct(_w[1], _h, _yhat, data.On);
    }

    protected override void FindResiduals(TinyData data) => AddResiduals(data.Y, _yhat, _errorOfY, data.On);

    protected override void Backward(TinyData data)
    {
        MatrixView<double>[] d = MovesAtOnce ? _w : _d;
        SetTransposedProduct(_w[1], _errorOfY, _errorOfH, data.On);
        AddOuterProducts(_errorOfY, _h, d[1], data.On);
        AddOuterProducts(_errorOfH, data.X, d[0], data.On);
    }

    protected override long BatchWork(TinyData data) => 100L * data.Count;

    protected override MethodChoice Choose(TinyData data, TrainingOptions options) => new(Method, "The test wants it.");

    protected override StatisticsTraining<double> ByStatistics(TinyData data, TrainingOptions options) => Statistics ?? base.ByStatistics(data, options);
}
