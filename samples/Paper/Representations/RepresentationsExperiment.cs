using GateDsl;
using GateDsl.Samples.Drawing;
using GateDsl.Samples.Running;
using GateDsl.Samples.Stories;
using GateDsl.Samples.Writing;

namespace Paper.Representations;

/// <summary>P1 §4 and §5: what the hidden layer of a ReLU network represents while it trains, beside what was predicted of it.</summary>
internal sealed class RepresentationsExperiment : IExperiment
{
    public string Name => "representations";

    public string Description => "P1 §4 and §5: dissimilarities of the hidden layer over the training, trained and predicted.";

    public ExperimentDefaults Defaults { get; } = new(Seeds: 5, RepresentationsSettings.Epochs) { Counts = [RepresentationsSettings.Contexts] };

    public Story Story => RepresentationsStory.Story;

    public string? WhyNot(RunSettings settings) =>
        settings.Count(RepresentationsSettings.Contexts) == 1 ? "--contexts 1 leaves nothing to gate: it must be 2 or more." : null;

    public Findings Run(RunSettings settings, WorkRunner runner)
    {
        RepresentedTask[] tasks = RepresentedTask.Of(settings.Count(RepresentationsSettings.Contexts));
        RepresentationRuns[] all = RepresentationRuns.Compute(tasks, settings, runner);
        Findings findings = new();
        foreach (RepresentationRuns runs in all)
        {
            AddMetrics(findings.Metrics, runs);
        }

        findings.Add("correlation", CorrelationFigure.Draw(all));
        findings.Add("correlation", CorrelationFigure.Table(all));
        foreach (RepresentationRuns runs in all)
        {
            findings.Add($"film_{runs.Task.Key}", Film.Draw(runs));
            findings.Add($"film_{runs.Task.Key}", Film.Table(runs));
        }

        findings.AddCaption(
            "Dark is alike, bright is unlike, and every frame has colours of its own. Where contexts have different structures they part first: one context stands out while the objects in it are "
            + "all the same; where they have one structure, halves of the objects part along with them. Smaller groups follow, and single objects at the end. The prediction, which knows the data "
            + "and sigma and saw no training, shows the same at every moment after the loss has begun to fall.");
        return findings;
    }

    private static void AddMetrics(Metrics metrics, RepresentationRuns runs)
    {
        string prefix = runs.Task.Prefix;
        CurveFamily trained = new(Subject.Relu, [.. runs.Trained.Select(run => run.Loss)]);
        metrics.AddAgreement(CurveFamily.OfAllSeeds(Subject.Twin, runs.Predicted.Loss, runs.Trained.Length), trained, prefix);
        if (runs.AfterFirstDrop is not { } first)
        {
            return;
        }

        metrics.Add($"{prefix}first_drop_epoch", runs.Epochs[first]);
        AddLowest(metrics, $"{prefix}rdm_correlation", runs.Epochs, first, runs.WithPrediction(RdmMetric.SquaredEuclidean));
        AddLowest(metrics, $"{prefix}rdm_between_seeds", runs.Epochs, first, runs.BetweenSeeds(RdmMetric.SquaredEuclidean));
        AddLowest(metrics, $"{prefix}cosine_rdm_correlation", runs.Epochs, first, runs.WithPrediction(RdmMetric.Cosine));
        AddLowest(metrics, $"{prefix}cosine_rdm_between_seeds", runs.Epochs, first, runs.BetweenSeeds(RdmMetric.Cosine));
    }

    /// <summary>The mean over seeds where it is lowest after the first drop, and when that is; then where the training ends.</summary>
    private static void AddLowest(Metrics metrics, string name, int[] epochs, int first, double[][] bySeed)
    {
        if (bySeed.Length == 0)
        {
            return;
        }

        double[] mean = [.. epochs.Select((_, i) => bySeed.Average(curve => curve[i]))];
        int lowest = Enumerable.Range(first, epochs.Length - first).MinBy(i => mean[i]);
        metrics.Add($"{name}_min", mean[lowest]);
        metrics.Add($"{name}_min_epoch", epochs[lowest]);
        metrics.Add($"{name}_end", mean[^1]);
    }
}
