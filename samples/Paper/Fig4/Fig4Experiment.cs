using GateDsl;
using Paper.Shared;
using Paper.Shared.Drawing;
using Paper.Shared.Running;
using Paper.Shared.Writing;

namespace Paper.Fig4;

/// <summary>P1 §4, Fig. 4: which gated deep linear network does a ReLU network become on three contexts?</summary>
internal sealed class Fig4Experiment : IExperiment
{
    public string Name => "fig4";

    public string Description => "Three contexts (P1 §4): the ReLU network beside the gatings that race to imitate it.";

    public ExperimentDefaults Defaults { get; } = new(Seeds: 3, Fig4Settings.Epochs, ContextStructure.Different);

    public Findings Run(RunSettings settings, WorkRunner runner)
    {
        CurveFamily[] losses = Train(settings, runner);

        Findings findings = new();
        foreach (CurveFamily gating in losses[1..])
        {
            findings.Metrics.AddAgreement(gating, reference: losses[0]);
        }

        findings.Add("losses", LossFigure(losses));
        findings.Add("losses", LossTable.Of(losses));
        findings.AddCaption(
            "With one pathway per pair of contexts beside the common one, the gated network follows the ReLU network stage by stage, down to a "
            + "few percent of the initial loss. With one pathway per single context instead it is left behind for good in the later stages, "
            + "and beside the pairs the singles change little: the pairs win the race.");
        return findings;
    }

    private static CurveFamily[] Train(RunSettings settings, WorkRunner runner)
    {
        Candidate[] candidates = Candidate.For(ContextTask.Create(contexts: 3, settings.Structure ?? ContextStructure.Different));
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

    private static Figure LossFigure(CurveFamily[] losses)
    {
        Figure figure = new(panels: 2);
        LossPanel.DrawLinear(figure.Panel(0), losses);
        LossPanel.DrawLogarithmic(figure.Panel(1), losses);
        return figure;
    }
}
