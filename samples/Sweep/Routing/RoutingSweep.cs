using GateDsl;
using GateDsl.Sweeps;

namespace Sweep.Routing;

/// <summary>Does a decoder understand an encoder that it never met? Over gains of the initial weights, K and M.</summary>
internal static class RoutingSweep
{
    // The squared error is averaged over a pair's 28 outputs; the Sum loss has half of the sum.
    private const double PairAverage = 2.0 / 28;

    private static readonly Parameter<double> Gain = Parameter.Number("gain", 0.2, "Of the orthogonal initial weights.", least: 1e-3, most: 5);
    private static readonly Parameter<int> Trained =
        Parameter.Integer("trained", 4, "K, decoders that each encoder is trained with.", least: 1, most: RoutingNetwork.MostDomains);
    private static readonly Parameter<int> Domains = Parameter.Integer("domains", 7, "M, encoders and decoders.", least: 1, most: RoutingNetwork.MostDomains);
    private static readonly Parameter<int> Epochs = Parameter.Integer("epochs", 700, "Updates of the training.", least: 1, most: 1_000_000);

    public static Experiment Experiment { get; } = new(
        "routing", "A routing network (P2): the error of pairs that were trained and of pairs that never were.", [Gain, Trained, Domains, Epochs], Run)
    {
        WhyNot = point => point.Get(Trained) > point.Get(Domains) ? "an encoder cannot be trained with more decoders than there are." : null,
    };

    private static Dictionary<string, double> Run(SweepRun run)
    {
        double gain = run.Get(Gain);
        RoutingTask task = RoutingTask.Create(run.Get(Domains), run.Get(Trained));
        RoutingTask all = RoutingTask.Create(run.Get(Domains), run.Get(Domains));
        RoutingNetwork network = new(new OrthogonalEncoders(gain), run.Seed);
        TrainingLog log = network.Train(RoutingNetwork.Dataset.Create(task.Cues, task.Sinks, task.Targets), new TrainingOptions
        {
            Epochs = run.Get(Epochs),

            // Larger weights need smaller steps.
            StepSize = 0.006 / Math.Cbrt(gain) * PairAverage,
            CancellationToken = run.CancellationToken,
        });

        double[] outputs = new double[all.Count * all.TargetWidth];
        network.Predict(RoutingNetwork.Dataset.Create(all.Cues, all.Sinks, all.Targets), outputs);
        HashSet<(int, int)> trainedPairs = [.. task.Sources.Zip(task.Sinks)];
        return new()
        {
            ["loss"] = log.Loss[^1],
            ["trained_error"] = Error(all, outputs, trainedPairs.Contains),
            ["untrained_error"] = Error(all, outputs, pair => !trainedPairs.Contains(pair)),
            ["error_of_nothing"] = Error(all, new double[outputs.Length], _ => true),
        };
    }

    /// <summary>Half the squared distance of a pair's map from the targets, mean over the pairs; NaN: there are none.</summary>
    private static double Error(RoutingTask task, double[] outputs, Func<(int, int), bool> isCounted)
    {
        double sum = 0;
        HashSet<(int, int)> pairs = [];
        for (int n = 0; n < task.Count; n++)
        {
            (int, int) pair = (task.Sources[n], task.Sinks[n]);
            if (!isCounted(pair))
            {
                continue;
            }

            pairs.Add(pair);
            for (int property = 0; property < task.TargetWidth; property++)
            {
                double distance = outputs[(n * task.TargetWidth) + property] - task.Targets[(n * task.TargetWidth) + property];
                sum += distance * distance / 2;
            }
        }

        return sum / pairs.Count;
    }
}
