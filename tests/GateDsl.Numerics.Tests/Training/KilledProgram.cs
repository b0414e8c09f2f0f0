namespace GateDsl.Numerics.Tests.Training;

/// <summary>A process of its own that trains with a checkpoint, slowly enough to be killed, and saves weights and log at the end.</summary>
internal static class KilledProgram
{
    public const int Epochs = 240;

    public static readonly TrainingOptions Options = new()
    {
        Epochs = Epochs,
        StepSize = 0.01,
        Momentum = 0.9,
        BatchSize = 5,
        ShuffleSeed = 9,
        LossScale = LossScale.Mean,
        RecordEvery = 3,
    };

    /// <param name="arguments">The checkpoint, the weights, the log.</param>
    public static int Main(string[] arguments)
    {
        Trainee network = new(Gaussian.WithSigma(0.2), 4);
        TrainingLog log = network.Train(
            TrainingData.Of(13, 1), Options with { Checkpoint = new Checkpoint(arguments[0], 2), Progress = new Pause() }, TrainingData.Of(6, 2));
        network.Save(arguments[1]);
        log.Save(arguments[2]);
        return 0;
    }

    private sealed class Pause : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value) => Thread.Sleep(5);
    }
}
