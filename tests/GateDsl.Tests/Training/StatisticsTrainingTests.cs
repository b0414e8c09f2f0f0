using GateDsl.CompilerServices;

namespace GateDsl.Tests.Training;

/// <summary>What every training by statistics inherits, on one written by hand, against training by batch.</summary>
public sealed class StatisticsTrainingTests
{
    [Theory]
    [InlineData(4, false)]
    [InlineData(9, false)]
    [InlineData(9, true)]
    public void TheLossesAreThoseOfTrainingByBatch(int hidden, bool isNarrow)
    {
        TinyData data = TinyData.Create(12, 64);
        TinyNetwork byBatch = new(hidden, 64);
        TinyNetwork byStatistics = Network(hidden, data, isNarrow);
        TrainingOptions options = new() { Epochs = 20, StepSize = 0.05 };
        TrainingLog expected = byBatch.Train(data, options);
        TrainingLog log = byStatistics.Train(data, options);

        Assert.Equal(TrainingMethod.Statistics, log.Method);
        Assert.All(log.Loss.Zip(expected.Loss), pair => Assert.Equal(pair.Second, pair.First, 1e-13));
        Assert.All(
            BatchTrainingTests.Copy(byStatistics).SelectMany(edge => edge).Zip(BatchTrainingTests.Copy(byBatch).SelectMany(edge => edge)),
            pair => Assert.Equal(pair.Second, pair.First, 1e-13));
    }

    [Fact]
    public void WeightsThatDidNotMoveComeBackAsTheyWere()
    {
        TinyNetwork network = new(9, 64);
        double[][] before = BatchTrainingTests.Copy(network);
        TinyMaps training = new(TinyNetwork.UnitsOf(5), TinyData.Create(12, 64));
        training.Enter(network.Weights.All, new ReductionChoice(true, false, "Narrow."));
        training.Leave(goesOn: false);

        Assert.Equal(before, BatchTrainingTests.Copy(network));
        Assert.Equal("Narrow.", training.Reason);
    }

    [Fact]
    public void WeightsOfTheSameShapeAreCopiedInAndOut()
    {
        (TinyNetwork network, TinyNetwork other) = (new TinyNetwork(4, 64), new TinyNetwork(4, 32));
        Array.Clear(other.Weights.All[0].Values);
        TinyMaps training = new(TinyNetwork.UnitsOf(4), TinyData.Create(12, 64));
        training.Enter(network.Weights.All);
        training.Leave(other.Weights.All);

        Assert.Equal(BatchTrainingTests.Copy(network), BatchTrainingTests.Copy(other));
    }

    private static TinyNetwork Network(int hidden, TinyData data, bool isNarrow)
    {
        TinyMaps training = new(TinyNetwork.UnitsOf(isNarrow ? 5 : hidden), data);
        TinyNetwork network = new(hidden, 64) { Method = TrainingMethod.Statistics, Statistics = training };
        training.Enter(network.Weights.All, new ReductionChoice(isNarrow, false, "The test wants it."));
        return network;
    }

    /// <summary>F = W2 W1, E = Syx - F Sx, the loss from sums over the datapoints.</summary>
    private sealed class TinyMaps : StatisticsTraining<double>
    {
        private readonly TinyData _data;
        private readonly MatrixView<double> _w1;
        private readonly MatrixView<double> _w2;
        private readonly MatrixView<double> _f;
        private readonly MatrixView<double> _b;
        private readonly MatrixView<double> _errorOfH;

        public TinyMaps(LayerUnits units, TinyData data)
            : base(units, hasFeatureRows: false)
        {
            _data = data;
            (_w1, _w2) = (EdgeBuffers.Edge("XToH", "X", "H"), EdgeBuffers.Edge("HToY", "H", "Y"));
            MapBuffers.Stack("Y", ("Y_X", "X"));
            ErrorBuffers.Stack("Y", ("Y_X", "X"));
            (_f, _b, _errorOfH) = (MapBuffers.Part("Y_X"), ErrorBuffers.Part("Y_X"), ErrorBuffers.Matrix("H", "X"));
        }

        protected override void ComposeMaps() => SetProduct(_w2, _w1, _f);

        protected override double FindErrors()
        {
            double squares = 0;
            _b.Span.Clear();
            for (int n = 0; n < _data.Count; n++)
            {
                for (int o = 0; o < 2; o++)
                {
                    double left = _data.Y[(2 * n) + o];
                    for (int i = 0; i < 3; i++)
                    {
                        left -= _f.Span[(o * _f.Stride) + i] * _data.X[(3 * n) + i];
                    }

                    squares += left * left;
                    for (int i = 0; i < 3; i++)
                    {
                        _b.Span[(o * _b.Stride) + i] += left * _data.X[(3 * n) + i];
                    }
                }
            }

            return squares / 2;
        }

        protected override void Descend(double eta)
        {
            SetProductFromTransposed(_w2, _b, _errorOfH);
            AddProductWithTransposed(_b, _w1, _w2, eta);
            Add(_errorOfH, _w1, eta);
        }
    }
}
