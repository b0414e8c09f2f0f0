using GateDsl;
using GateDsl.Samples.Running;
using GateDsl.Samples.Stories;
using GateDsl.Samples.Writing;

namespace Paper.Generalisation;

/// <summary>The loss on data that were held out, over the training: what networks do beyond what they were shown, and what was predicted of it.</summary>
internal sealed class GeneralisationExperiment : IExperiment
{
    public string Name => "generalisation";

    public string Description => "Loss on held-out data: pairs of item and context (P1), digits, routes never trained (P2); trained and predicted.";

    public ExperimentDefaults Defaults { get; } = new(Seeds: 20, GeneralisationSettings.Epochs, ContextStructure.Same);

    public Story Story => GeneralisationStory.Story;

    public Findings Run(RunSettings settings, WorkRunner runner)
    {
        HeldOutPairs pairs = new(settings.Structure ?? ContextStructure.Same);
        LearnerRuns[] all = LearnerRuns.Compute(
            [.. Learners.OfContexts(pairs), .. Learners.OfDigits(), .. Learners.OfDirectRouting(), .. Learners.OfRouting()], settings, runner);
        Findings findings = new();
        foreach (LearnerRuns runs in all)
        {
            AddMetrics(findings.Metrics, runs);
        }

        findings.Add("held_out", HeldOutFigure.Draw(all));
        foreach (IGrouping<string, LearnerRuns> task in all.GroupBy(runs => runs.Learner.Task))
        {
            findings.Add(task.Key, HeldOutFigure.Table([.. task]));
        }

        findings.AddCaption(
            "Bands are one standard deviation of the seeds, broken lines predictions. Of pairs of item and context that they never saw networks learn what all contexts share, and then some of what "
            + "is the context's own. Routes that were never trained are answered from small weights and not from large ones. Images held out lie partly where nothing is learned; there large "
            + "weights keep on answering by chance, and the expectation knows how much that costs.");
        return findings;
    }

    private static void AddMetrics(Metrics metrics, LearnerRuns runs)
    {
        string task = $"{runs.Learner.Task}_";
        metrics.AddAgreement(runs.Losses.Predicted, runs.Losses.Trained, task);
        metrics.AddAgreement(runs.TestLosses.Predicted, runs.TestLosses.Trained, $"{task}test_");
        string network = runs.Learner.Trained.Key;
        metrics.Add($"{task}test_loss_start_{network}", runs.Trained.Average(log => log.TestLoss[0]));
        metrics.Add($"{task}test_loss_least_{network}", runs.TestLosses.Trained.Mean().Min());
        metrics.Add($"{task}test_loss_end_{network}", runs.Trained.Average(log => log.TestLoss[^1]));
        metrics.Add($"{task}test_loss_end_{runs.Learner.Predicted.Key}", runs.Predicted.TestLoss[^1]);
        if (runs.StandardErrorsApart() is { } apart)
        {
            metrics.Add($"{task}test_standard_errors_apart_max_{network}", apart.Max());
            metrics.Add($"{task}test_within_two_standard_errors_{network}", apart.Average(errors => errors <= 2 ? 1 : 0));
        }
    }
}
