using GateDsl.Samples.Drawing;
using GateDsl.Samples.Running;
using GateDsl.Samples.Stories;
using GateDsl.Samples.Writing;

namespace Paper.Fig2;

/// <summary>P1 §3, Fig. 2: which of two gatings does a ReLU network become on exclusive-or with a margin?</summary>
internal sealed class Fig2Experiment : IExperiment
{
    public string Name => "fig2";

    public string Description => "Exclusive-or with a margin (P1 §3): the ReLU network beside the linear and the XoR gating that race in it.";

    public ExperimentDefaults Defaults { get; } = new(Seeds: 3, Fig2Settings.Epochs);

    public Story Story => Fig2Story.Story;

    public Findings Run(RunSettings settings, WorkRunner runner)
    {
        MarginRun[] runs = MarginRun.OfAllMargins(settings, runner);
        double crossover = Crossover.OfSpeeds();
        double? trained = Crossover.OfTrainedTimes(settings, runner);
        DecisionSurface[] surfaces = DecisionSurface.OfShownMargins(settings, runner);
        LearningTimes times = new(runs, crossover);

        Findings findings = new();
        findings.Metrics.Add("crossover", crossover);
        if (trained is { } found)
        {
            findings.Metrics.Add("crossover_trained", found);
        }

        times.AddTo(findings.Metrics);
        findings.Add("losses", LossFigure(runs));
        findings.Add("losses", LossColumns.Of([.. runs.Select(run => ($"{Fig2Settings.NameOf(run.Margin)}_", run.Families))]));
        findings.Add("learning_times", times.Draw());
        findings.Add("learning_times", times.Table());
        findings.Add("surfaces", DecisionSurface.Draw(surfaces));
        findings.Add("surfaces", DecisionSurface.Table(surfaces));
        findings.AddCaption(
            "Below a margin of 0.8165 the XoR gating is the faster one, above it the linear gating, and at every margin the ReLU network learns about when "
            + "the faster of the two does: it has become the winner of their race. Its decision surface shows which one won, a saddle that "
            + "parts the four points by their bits at a small margin, and one that turns flat where the margin alone tells the labels apart.");
        return findings;
    }

    private static Figure LossFigure(MarginRun[] runs)
    {
        MarginRun[] shown = [.. runs.Where(run => Fig2Settings.Shown.Contains(run.Margin))];
        Figure figure = new(shown.Length);
        double shared = shown.Max(LastOfInterest);
        for (int i = 0; i < shown.Length; i++)
        {
            LossPanel.DrawLinear(figure.Panel(i), shown[i].Families);
            figure.Panel(i).Axes.SetLimitsX(0, shared);
            figure.Panel(i).Title($"margin {Fig2Settings.NameOf(shown[i].Margin)[1..]}");
            figure.Panel(i).YLabel("loss L (mean over datapoints)");
            figure.Panel(i).HideLegend();
        }

        // One legend serves all panels; at the largest margin everything is learned early, and the right half is free.
        figure.Panel(shown.Length - 1).ShowLegend();

        return figure;
    }

    /// <summary>A little after the slowest curve has come below 1% of its start, or the last epoch.</summary>
    private static double LastOfInterest(MarginRun run)
    {
        int epochs = run.Trained[0].BySeed[0].Length;
        int last = run.Families.Max(family => Array.FindLastIndex(family.Mean(), loss => loss > 0.01 * family.BySeed[0][0]));
        return Math.Max(1, Math.Min(epochs - 1, 1.1 * last));
    }
}
