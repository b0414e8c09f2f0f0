using GateDsl;
using GateDsl.Samples.Running;

namespace Paper.RichLazy;

/// <summary>Trains and predicts the network from any start, up to the end.</summary>
internal sealed class StudentRuns
{
    private readonly Student.Dataset _data = Teacher.Data();
    private readonly int _mostEpochs;

    /// <param name="mostEpochs">No training has more updates.</param>
    public StudentRuns(int mostEpochs)
    {
        _mostEpochs = mostEpochs;

        // Averages over the datapoints; on the Sum scale N times as much, and d = 1.
        Strengths = [.. Student.Race.Modes(_data, sigma: 1).Select(mode => mode.InputOutputStrength * RichLazySettings.Datapoints)];
    }

    /// <summary>s of every mode, falling, on the Sum scale: the teacher's, as the network's effective dataset has them.</summary>
    public double[] Strengths { get; }

    /// <summary>Index of the strongest and of the weakest mode: d c/s.</summary>
    public (double Strongest, double Weakest) LazinessOf(Start start) => (start.C / Strengths[0], start.C / Strengths[^1]);

    /// <summary>Updates until every mode has learned what it can, from its expected curve.</summary>
    public int EpochsOf(Start start)
    {
        double longest = Strengths.Max(s =>
        {
            ModeCurve curve = ModeCurve.FromGaussian(s, 1, RichLazySettings.Units, start.SigmaIn, start.SigmaOut);
            return curve.TimeTo(RichLazySettings.Learned * curve.End);
        });
        return (int)Math.Clamp(Math.Ceiling(longest / RichLazySettings.StepSize(Strengths[0], start.C)), 1, _mostEpochs);
    }

    /// <summary>From the distribution of the initial weights.</summary>
    public KernelDistances Predict(Start start, WorkContext context) => KernelDistances.Of(
        Student.Race.Expect(_data, RichLazySettings.Initializer(start)).Integrate(Options(start, context)).Snapshots);

    /// <summary>From the seed.</summary>
    public KernelDistances Train(Start start, WorkContext context) => KernelDistances.Of(
        new Student(RichLazySettings.Initializer(start), context.Seed).Train(_data, Options(start, context)).Snapshots);

    private TrainingOptions Options(Start start, WorkContext context)
    {
        int epochs = EpochsOf(start);
        return new TrainingOptions
        {
            Epochs = epochs,
            StepSize = RichLazySettings.StepSize(Strengths[0], start.C),
            RecordEvery = epochs,
            SnapshotEpochs = [0, epochs],
            CancellationToken = context.CancellationToken,
        };
    }
}
