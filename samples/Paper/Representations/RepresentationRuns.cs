using GateDsl;
using GateDsl.Samples.Drawing;
using GateDsl.Samples.Running;
using Paper.Fig5;

namespace Paper.Representations;

/// <summary>What a ReLU network represents over its training, from every seed, and what was predicted of it.</summary>
/// <param name="Task">What it learns.</param>
/// <param name="Epochs">When it was looked at: updates made.</param>
/// <param name="Trained">By seed.</param>
/// <param name="Predicted">From the data and sigma.</param>
internal sealed record RepresentationRuns(RepresentedTask Task, int[] Epochs, HiddenTrace[] Trained, HiddenTrace Predicted)
{
    /// <summary>The runs of every task.</summary>
    public static RepresentationRuns[] Compute(RepresentedTask[] tasks, RunSettings settings, WorkRunner runner)
    {
        int[] epochs = Segments.Stops(settings.Epochs, RepresentationsSettings.Parts);
        ContextNetwork[] networks = [.. tasks.Select(task => task.Create())];
        HiddenTrace[] all = runner.Run(tasks.Zip(networks, (task, network) => Work(task, network, settings, epochs)).SelectMany(work => work));
        int each = settings.Seeds.Count + 1;
        return [.. tasks.Select((task, i) => new RepresentationRuns(task, epochs, all[(i * each)..((i * each) + each - 1)], all[(i * each) + each - 1]))];
    }

    /// <summary>Correlation of the prediction's dissimilarities with those of every seed: seeds x snapshots.</summary>
    public double[][] WithPrediction(RdmMetric metric)
    {
        double[][,] predicted = Predicted.Rdms(metric);
        return [.. Trained.Select(run => Correlations(run.Rdms(metric), predicted))];
    }

    /// <summary>The same between two seeds, for every two of them; empty where there is one.</summary>
    public double[][] BetweenSeeds(RdmMetric metric)
    {
        double[][][,] rdms = [.. Trained.Select(run => run.Rdms(metric))];
        return
        [
            .. from second in Enumerable.Range(0, rdms.Length)
               from first in Enumerable.Range(0, second)
               select Correlations(rdms[first], rdms[second]),
        ];
    }

    /// <summary>The first snapshot after the first drop of the trained loss, mean over the seeds; null: it has not come.</summary>
    public int? AfterFirstDrop
    {
        get
        {
            double[] loss = new CurveFamily(Subject.Relu, [.. Trained.Select(run => run.Loss)]).Mean();
            int dropped = Array.FindIndex(loss, now => now < RepresentationsSettings.Dropped * loss[0]);
            int snapshot = dropped < 0 ? -1 : Array.FindIndex(Epochs, epoch => epoch >= dropped);
            return snapshot < 0 ? null : snapshot;
        }
    }

    private static IEnumerable<Work<HiddenTrace>> Work(RepresentedTask task, ContextNetwork network, RunSettings settings, int[] epochs)
    {
        double sigma = Fig5Settings.Sigma(task.Contexts);
        return
        [
            .. settings.Seeds.Select(seed => new Work<HiddenTrace>($"{task.Words}: ReLU network", seed, context =>
            {
                TrainingLog log = network.TrainTwin(Gaussian.WithSigma(sigma), seed, Options(settings, epochs, context));
                return HiddenTrace.Of(log.Loss, log.Snapshots);
            })),
            new Work<HiddenTrace>($"{task.Words}: {Subject.Twin.Label}", settings.Seeds[0], context =>
            {
                RaceLog log = network.Foresee(sigma, context.Seed, Options(settings, epochs, context));
                return HiddenTrace.Of(log.Loss, log.Snapshots);
            }),
        ];
    }

    private static TrainingOptions Options(RunSettings settings, int[] epochs, WorkContext context) => new()
    {
        Epochs = settings.Epochs,
        StepSize = Fig5Settings.StepSize,
        SnapshotEpochs = epochs,
        Progress = context.Progress,
        CancellationToken = context.CancellationToken,
    };

    private static double[] Correlations(double[][,] a, double[][,] b) => [.. a.Zip(b, Representation.Correlation)];
}
