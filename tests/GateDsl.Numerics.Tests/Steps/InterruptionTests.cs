namespace GateDsl.Numerics.Tests.Steps;

/// <summary>
/// A training that is stopped at any epoch, or whose listener throws there, leaves the network with the weights after its last whole epoch, and as
/// usable as before.
/// </summary>
public sealed class InterruptionTests
{
    private const int Epochs = 12;

    private static readonly DenseRace.Dataset Data = DenseRace.Dataset.Create([1, 2, -1, 0, 0.5, 3], [1, -1, 2]);

    public static TheoryData<TrainingMethod, StateReductions> Ways => new()
    {
        { TrainingMethod.Batch, StateReductions.Auto },
        { TrainingMethod.Statistics, StateReductions.Never },
        { TrainingMethod.Statistics, StateReductions.Always },
    };

    [Theory]
    [MemberData(nameof(Ways))]
    public void CancelledAtAnyEpochTheWeightsAreThoseOfAllBefore(TrainingMethod method, StateReductions reductions)
    {
        for (int at = 0; at < Epochs; at++)
        {
            using CancellationTokenSource source = new();
            int epoch = at;
            Check(at, method, reductions, isLast => isLast ? null : typeof(OperationCanceledException), report =>
            {
                if (report.Epoch == epoch)
                {
                    source.Cancel();
                }
            }, source.Token);
        }
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void AListenerMayThrowAtAnyEpoch(TrainingMethod method, StateReductions reductions)
    {
        for (int at = 0; at < Epochs; at++)
        {
            int epoch = at;
            Check(at, method, reductions, _ => typeof(TimeoutException), report =>
            {
                if (report.Epoch == epoch)
                {
                    throw new TimeoutException("by the listener");
                }
            }, CancellationToken.None);
        }
    }

    [Fact]
    public void OfManyTrainingsTheListenersExceptionComesOut()
    {
        TrainingOptions options =
            Options(TrainingMethod.Batch, StateReductions.Auto) with { Progress = new Listener(_ => throw new TimeoutException("by the listener")) };
        Assert.Throws<TimeoutException>(() => DenseRace.TrainMany(Data, Gaussian.WithSigma(0.3), [1, 2, 3, 4], options));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void AWeightThatIsNoNumberIsNamedWhereverItStands(double value)
    {
        for (int i = 0; i < 30; i++)
        {
            DenseRace network = new(Gaussian.WithSigma(0.3), 1);
            string name;
            if (i < 20)
            {
                (network.PixelsToCode[i / 2, i % 2], name) =
                    (value, $"PixelsToCode is {value.ToString(System.Globalization.CultureInfo.InvariantCulture)} at [{i / 2}, {i % 2}]");
            }
            else
            {
                (network.CodeToAnswer[0, i - 20], name) =
                    (value, $"CodeToAnswer is {value.ToString(System.Globalization.CultureInfo.InvariantCulture)} at [0, {i - 20}]");
            }

            Says(name, () => network.Train(Data, Options(TrainingMethod.Batch, StateReductions.Auto)));
            Says(name, () => network.Train(Data, Options(TrainingMethod.Statistics, StateReductions.Auto)));
            Says(name, () => network.Step(Data, 1e-3));
            Says(name, () => network.Loss(Data));
            Says(name, () => DenseRace.Race.From(network, Data));
        }
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void ADatumThatIsNoNumberIsNamedWhereverItStands(double value)
    {
        for (int i = 0; i < 6; i++)
        {
            double[] pixels = [1, 2, 3, 4, 5, 6];
            pixels[i] = value;
            Says($"at datapoint {i / 2}, feature {i % 2}", () => DenseRace.Dataset.Create(pixels, [1, 2, 3]));
            double[] answers = [1, 2, 3];
            answers[i / 2] = value;
            Says($"at datapoint {i / 2}, feature 0", () => DenseRace.Dataset.Create([1, 2, 3, 4, 5, 6], answers));
        }
    }

    private static void Says(string part, Action action)
    {
        ArgumentException refused = Assert.ThrowsAny<ArgumentException>(action);
        Assert.Contains(part, refused.Message, StringComparison.Ordinal);
    }

    private static void Check(
        int at, TrainingMethod method, StateReductions reductions, Func<bool, Type?> thrown, Action<TrainingProgress> listener, CancellationToken cancellation)
    {
        TrainingOptions options = Options(method, reductions);
        DenseRace stopped = new(Gaussian.WithSigma(0.3), 1);
        Exception? exception =
            Record.Exception(() => stopped.Train(Data, options with { Progress = new Listener(listener), CancellationToken = cancellation }));
        Assert.Equal(thrown(at == Epochs - 1), exception?.GetType());

        DenseRace whole = new(Gaussian.WithSigma(0.3), 1);
        whole.Train(Data, options with { Epochs = at + 1 });
        AssertSame(whole, stopped, 1e-14);

        // And on from there, as if nothing had been.
        stopped.Train(Data, options);
        whole.Train(Data, options);
        AssertSame(whole, stopped, 1e-12);
    }

    private static void AssertSame(DenseRace expected, DenseRace found, double tolerance)
    {
        for (int unit = 0; unit < 10; unit++)
        {
            Assert.Equal(expected.PixelsToCode[unit, 0], found.PixelsToCode[unit, 0], tolerance);
            Assert.Equal(expected.PixelsToCode[unit, 1], found.PixelsToCode[unit, 1], tolerance);
            Assert.Equal(expected.CodeToAnswer[0, unit], found.CodeToAnswer[0, unit], tolerance);
        }
    }

    private static TrainingOptions Options(TrainingMethod method, StateReductions reductions) =>
        new() { Epochs = Epochs, StepSize = 1e-2, Method = method, Reductions = reductions };

    private sealed class Listener(Action<TrainingProgress> report) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value) => report(value);
    }
}
