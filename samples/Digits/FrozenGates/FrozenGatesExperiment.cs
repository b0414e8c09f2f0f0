using GateDsl.Samples.Drawing;
using GateDsl.Samples.Running;
using GateDsl.Samples.Writing;

namespace Digits.FrozenGates;

/// <summary>A ReLU network is a gated one as long as no gate flips (P1 Def. 3.1): until when is that, and what comes after?</summary>
internal sealed class FrozenGatesExperiment : IExperiment
{
    public string Name => "frozen-gates";

    public string Description => "A ReLU network's gates, frozen at moments of its training, in a gated network beside it: until the first flip and after.";

    public ExperimentDefaults Defaults { get; } = new(Seeds: 3, FrozenSettings.Epochs) { Counts = [FrozenSettings.Count] };

    public Findings Run(RunSettings settings, WorkRunner runner)
    {
        (Images images, _) = Images.Load(settings.Count(FrozenSettings.Count));
        FrozenTraining[] bySeed = runner.Run(settings.Seeds.Select(seed => new Work<FrozenTraining>(
            Subject.Relu.Label + " and its frozen gates", seed, context => FrozenTraining.Of(images, settings.Epochs, context))));

        Findings findings = new();
        for (int moment = 0; moment < FrozenSettings.Freezings.Length; moment++)
        {
            Freezing freezing = FrozenSettings.Freezings[moment];
            AddMetrics(findings.Metrics, freezing, [.. bySeed.Select(seed => seed.Frozen[moment])]);
            findings.Add($"frozen_at{freezing.Percent}", FrozenFigure.Table(bySeed, moment));
        }

        findings.Add("frozen", FrozenFigure.Draw(bySeed));
        findings.AddCaption(
            "With the gates frozen at a moment the gated network is the ReLU network until the first of its gates flips: to rounding. Small changes follow, as most gates stay: the losses "
            + "keep within a few percent of their start to the end, although by then many gates have flipped. At the start the first flip takes some updates; later single units rest on their "
            + "threshold at some image, and flip there with almost every update.");
        return findings;
    }

    private static void AddMetrics(Metrics metrics, Freezing freezing, FrozenRun[] runs)
    {
        metrics.AddAgreement(
            new CurveFamily(freezing.Subject, [.. runs.Select(run => run.Gated)]), new CurveFamily(Subject.Relu, [.. runs.Select(run => run.Relu)]),
                freezing.Prefix);
        metrics.Add($"{freezing.Prefix}apart_before_flip", runs.Max(run => run.Apart[..run.FirstFlip].DefaultIfEmpty().Max()));
        metrics.Add($"{freezing.Prefix}flipped_at_end", runs.Average(run => run.Flipped[^1]));
        metrics.Add($"{freezing.Prefix}final_loss_relu", runs.Average(run => run.Relu[^1]));
        metrics.Add($"{freezing.Prefix}final_loss_gdln", runs.Average(run => run.Gated[^1]));
        if (runs.All(run => run.HasFlip))
        {
            metrics.Add($"{freezing.Prefix}first_flip", runs.Average(run => run.FirstFlip));
        }
    }
}
