using GateDsl;
using GateDsl.Samples.Drawing;
using GateDsl.Samples.Running;

namespace Paper.Fig2;

/// <summary>The three networks at one margin, trained and predicted.</summary>
/// <param name="Margin">D.</param>
/// <param name="Trained">ReLU, linear and XoR gating, by seed.</param>
/// <param name="Predicted">The same, from the data and sigma alone.</param>
internal sealed record MarginRun(double Margin, CurveFamily[] Trained, CurveFamily[] Predicted)
{
    /// <summary>Everything that is drawn of this margin.</summary>
    public IReadOnlyList<CurveFamily> Families => [.. Trained, .. Predicted];

    /// <summary>All margins of the settings.</summary>
    public static MarginRun[] OfAllMargins(RunSettings settings, WorkRunner runner) => runner.Run(
        from margin in Fig2Settings.Margins
        select new Work<MarginRun>($"margin {Fig2Settings.NameOf(margin)[1..]}", settings.Seeds[0], context => Of(new XorProblem(margin), settings, context)));

    /// <summary>How the networks are trained.</summary>
    public static TrainingOptions Options(int epochs, CancellationToken cancellationToken) => new()
    {
        Epochs = epochs,
        StepSize = Fig2Settings.StepSize,
        LossScale = LossScale.Mean,
        CancellationToken = cancellationToken,
    };

    private static MarginRun Of(XorProblem problem, RunSettings settings, WorkContext context)
    {
        TrainingOptions options = Options(settings.Epochs, context.CancellationToken);
        IReadOnlyList<ulong> seeds = settings.Seeds;
        int[] epochs = [.. Enumerable.Range(0, settings.Epochs)];
        CurveFamily Expected(Subject subject, IEnumerable<double> curve) => CurveFamily.OfAllSeeds(subject, [.. curve], seeds.Count);

        return new MarginRun(
            problem.Margin,
            [
                new(Subject.Relu, [.. seeds.Select(seed => problem.TrainRelu(seed, options))]),
                new(Fig2Subjects.Linear, [.. seeds.Select(seed => problem.TrainLinear(seed, options))]),
                new(Fig2Subjects.Xor, [.. seeds.Select(seed => problem.TrainXor(seed, options))]),
            ],
            [
                Expected(Fig2Subjects.ReluPredicted, problem.PredictRelu(seeds[0], settings.Epochs)),
                Expected(Fig2Subjects.LinearPredicted, epochs.Select(epoch => problem.Closed.LinearLoss(epoch, Fig2Settings.Tau))),
                Expected(Fig2Subjects.XorPredicted, epochs.Select(epoch => problem.Closed.XorLoss(epoch, Fig2Settings.Tau))),
            ]);
    }
}
