using GateDsl;
using GateDsl.Sweeps;

namespace Sweep.Contexts;

/// <summary>A ReLU network over numbers of contexts, widths and sizes of the initial weights.</summary>
internal static class ContextSweep
{
    private const double StepSize = 1e-3;

    private static readonly Parameter<int> Contexts =
        Parameter.Integer("contexts", 3, "C, contexts with the same structure.", least: 2, most: ContextNetwork.MostContexts);
    private static readonly Parameter<int> Units = Parameter.Integer("units", 700, "H, hidden units.", least: 1, most: ContextNetwork.MostUnits);
    private static readonly Parameter<double> Sigma = Parameter.Number("sigma", 7.1e-6, "Standard deviation of the initial weights.", least: 1e-12, most: 1);
    private static readonly Parameter<int> Epochs = Parameter.Integer("epochs", 8001, "Updates of the training.", least: 2, most: 1_000_000);

    public static Experiment Experiment { get; } = new(
        "contexts", "A ReLU network on objects in contexts (P1 §5), beside what representative units predict from C, H and sigma.",
            [Contexts, Units, Sigma, Epochs], Run);

    private static Dictionary<string, double> Run(SweepRun run)
    {
        ContextTask task = ContextTask.Create(run.Get(Contexts), ContextStructure.Same);
        ContextNetwork.Dataset data = ContextNetwork.Dataset.Create(task.Items, task.Contexts, Padded(task));
        FirstUnits start = new(run.Get(Units), task.TargetWidth, run.Get(Sigma));
        TrainingLog trained = new ContextNetwork.ReluTwin(start, run.Seed).Train(data, new TrainingOptions
        {
            Epochs = run.Get(Epochs),
            StepSize = StepSize,
            CancellationToken = run.CancellationToken,
        });
        RaceLog predicted = ContextNetwork.Race.ForTwin(data, start.SigmaOfAll(ContextNetwork.MostUnits), seed: run.Seed).Integrate(run.Get(Epochs), StepSize);
        return Losses.Compare(trained.Loss, predicted.Loss);
    }

    /// <summary>The targets with zeros where the network has room for more contexts.</summary>
    private static double[] Padded(ContextTask task)
    {
        double[] targets = new double[task.Count * ContextNetwork.MostProperties];
        for (int n = 0; n < task.Count; n++)
        {
            task.Targets.AsSpan(n * task.TargetWidth, task.TargetWidth).CopyTo(targets.AsSpan(n * ContextNetwork.MostProperties));
        }

        return targets;
    }
}
