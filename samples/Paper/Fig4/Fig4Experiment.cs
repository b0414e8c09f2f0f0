using GateDsl;
using GateDsl.Samples.Drawing;
using GateDsl.Samples.Running;
using GateDsl.Samples.Stories;
using GateDsl.Samples.Writing;
using Paper.Gates;

namespace Paper.Fig4;

/// <summary>P1 §4, Fig. 4: which gated deep linear network does a ReLU network become on three contexts?</summary>
internal sealed class Fig4Experiment : IExperiment
{
    public string Name => "fig4";

    public string Description => "Three contexts (P1 §4): the ReLU network beside the gatings that race to imitate it.";

    public ExperimentDefaults Defaults { get; } = new(Seeds: 3, Fig4Settings.Epochs, ContextStructure.Different);

    public Story Story => Fig4Story.Story;

    public Findings Run(RunSettings settings, WorkRunner runner)
    {
        ContextTask task = ContextTask.Create(contexts: 3, settings.Structure ?? ContextStructure.Different);
        ThreeContexts.Dataset data = ThreeContexts.Dataset.Create(task.Items, task.Contexts, task.Targets);
        double[,] targets = Snapshots.ToTable(task.Targets, task.Count, task.TargetWidth);
        CurveFamily[] losses = Train(settings, task, runner);
        Predictions predictions = Predictions.Compute(settings, data, runner);
        Snapshots[] snapshots = Snapshots.Take(settings, task, data, runner);

        Findings findings = new();
        AddAgreements(findings.Metrics, losses, predictions.Losses());
        findings.Add("losses", LossFigure(losses));
        findings.Add("losses", LossColumns.Of(losses));
        CurveFamily[] predicted = [losses[0], losses[1], .. predictions.Losses()];
        findings.Add("predictions", LossFigure(predicted));
        findings.Add("predictions", LossColumns.Of(predicted));
        findings.Add("strengths", StrengthsFigure.Draw(predictions.Exact[0], predictions.Expected));
        findings.Add("strengths", StrengthsFigure.Table(predictions.Exact[0], predictions.Expected));
        findings.Add("outputs_relu", OutputsFigure.Draw(snapshots[0], targets, "ReLU network"));
        findings.Add("outputs_relu", OutputsFigure.Table(snapshots[0], targets));
        findings.Add("outputs_gdln", OutputsFigure.Draw(snapshots[1], targets, "GDLN"));
        findings.Add("outputs_gdln", OutputsFigure.Table(snapshots[1], targets));
        HiddenMap[] maps = [HiddenMap.Of("ReLU network", snapshots[0]), HiddenMap.Of("GDLN: common + pairs", snapshots[1])];
        findings.Add("hidden", HiddenMap.Draw(maps, task.Contexts));
        findings.Add("hidden_relu", maps[0].Table());
        findings.Add("hidden_gdln", maps[1].Table());
        CensusTrace census = FirstLayerCensus.Take(settings, data, runner);
        findings.Add("census", CensusFigure(census));
        findings.Add("census", CensusPanel.Table(census));
        findings.AddCaption(
            "With one pathway per pair of contexts beside the common one, the gated network follows the ReLU network stage by stage, down to a "
            + "few percent of the initial loss. With one pathway per single context instead it is left behind for good in the later stages, "
            + "and beside the pairs the singles change little: the pairs win the race. The predictions saw no training: neither the gated network's, "
            + "from the distribution of its initial weights alone, nor the ReLU network's, by representative units.");
        return findings;
    }

    private static void AddAgreements(Metrics metrics, CurveFamily[] trained, CurveFamily[] predicted)
    {
        CurveFamily Named(Subject subject) => trained.Concat(predicted).First(family => family.Subject == subject);

        CurveFamily relu = Named(Subject.Relu);
        CurveFamily gdln = Named(Subject.Gdln);
        foreach (CurveFamily gating in trained[1..])
        {
            metrics.AddAgreement(gating, relu);
        }

        metrics.AddAgreement(Named(Subject.Exact), gdln);
        metrics.AddAgreement(Named(Subject.Modes), gdln);
        metrics.AddAgreement(Named(Subject.Expected), gdln);
        metrics.AddAgreement(Named(Subject.Expected), relu);
        metrics.AddAgreement(Named(Subject.Twin), relu);
        metrics.AddAgreement(Named(Subject.Widths), relu);
    }

    private static CurveFamily[] Train(RunSettings settings, ContextTask task, WorkRunner runner)
    {
        Candidate[] candidates = Candidate.For(task);
        TrainingLog[] logs = runner.Run(
            from candidate in candidates
            from seed in settings.Seeds
            select new Work<TrainingLog>(candidate.Subject.Label, seed, context => candidate.Train(seed, Options(settings, context))));

        int seeds = settings.Seeds.Count;
        return [.. candidates.Select((candidate, i) =>
            new CurveFamily(candidate.Subject, [.. logs.Skip(i * seeds).Take(seeds).Select(log => log.Loss)]))];
    }

    private static TrainingOptions Options(RunSettings settings, WorkContext context) => new()
    {
        Epochs = settings.Epochs,
        StepSize = Fig4Settings.StepSize,
        LossScale = LossScale.Sum,
        Progress = context.Progress,
        CancellationToken = context.CancellationToken,
    };

    private static Figure CensusFigure(CensusTrace census)
    {
        Figure figure = new(panels: 1);
        CensusPanel.Draw(figure.Panel(0), census);
        return figure;
    }

    private static Figure LossFigure(CurveFamily[] losses)
    {
        Figure figure = new(panels: 2);
        LossPanel.DrawLinear(figure.Panel(0), losses);
        LossPanel.DrawLogarithmic(figure.Panel(1), losses);
        return figure;
    }
}
