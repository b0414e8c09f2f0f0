using GateDsl;
using GateDsl.Samples.Drawing;
using GateDsl.Samples.Running;

namespace Paper.Fig5;

/// <summary>What is trained and predicted for one number of contexts: each a piece of work that yields its losses.</summary>
/// <param name="network">The network and its twin.</param>
/// <param name="closed">Its closed form.</param>
internal sealed class ContextTrainings(ContextNetwork network, ClosedContexts closed)
{
    private int Contexts => network.Contexts;

    /// <summary>The ReLU network and the gated one from every seed; then the twin by representative units and by the declared pathways.</summary>
    public IEnumerable<Work<double[]>> Work(RunSettings settings)
    {
        double sigma = Fig5Settings.Sigma(Contexts);
        IInitializer plain = Gaussian.WithSigma(sigma);
        IInitializer gated = Fig5Settings.Initializer(Contexts);
        return
        [
            .. settings.Seeds.Select(seed => Named(Subject.Relu, seed, context => network.TrainTwin(plain, seed, Options(settings, context)).Loss)),
            .. settings.Seeds.Select(seed => Named(Subject.Gdln, seed, context => network.Train(gated, seed, Options(settings, context)).Loss)),
            .. new[] { (Subject.Twin, TwinPrediction.RepresentativeUnits), (Subject.Widths, TwinPrediction.Pathways) }.Select(twin =>
                Named(twin.Item1, settings.Seeds[0], _ => network.PredictTwin(sigma, twin.Item2, settings.Seeds[0], settings.Epochs, Fig5Settings.StepSize))),
        ];
    }

    /// <summary>The losses in the order of <see cref="Work"/>, by what they are.</summary>
    public ContextResult Gather(ReadOnlySpan<double[]> losses, int seeds) => new(
        Contexts,
        new(Subject.Relu, losses[..seeds].ToArray()),
        new(ContextResult.GdlnSubject, losses[seeds..(2 * seeds)].ToArray()),
        CurveFamily.OfAllSeeds(Subject.Closed, closed.Losses, seeds),
        CurveFamily.OfAllSeeds(Subject.Twin, losses[^2], seeds),
        CurveFamily.OfAllSeeds(Subject.Widths, losses[^1], seeds));

    private Work<double[]> Named(Subject subject, ulong seed, Func<WorkContext, double[]> compute) =>
        new($"{Contexts} contexts: {(subject == Subject.Gdln ? ContextResult.GdlnSubject : subject).Label}", seed, compute);

    private static TrainingOptions Options(RunSettings settings, WorkContext context) => new()
    {
        Epochs = settings.Epochs,
        StepSize = Fig5Settings.StepSize,
        Progress = context.Progress,
        CancellationToken = context.CancellationToken,
    };
}
