using Digits.Reading;
using GateDsl.Samples.Drawing;
using GateDsl.Samples.Running;
using GateDsl.Samples.Writing;

namespace Digits.GloballyGated;

/// <summary>How far do gates get that are drawn once and never learned?</summary>
internal sealed class GloballyGatedExperiment : IExperiment
{
    private static readonly Subject Gated = Subject.Gdln with { Label = $"globally gated: {GloballyGatedSettings.HalfSpaces} half-spaces" };

    public string Name => "globally-gated";

    public string Description => "Digits with 50 half-spaces as gates, drawn and fixed, beside a ReLU network of as many units.";

    public ExperimentDefaults Defaults { get; } = new(Seeds: 3, GloballyGatedSettings.Epochs) { Counts = [GloballyGatedSettings.Count] };

    public Findings Run(RunSettings settings, WorkRunner runner)
    {
        (Images training, Images heldOut) = Images.Load(settings.Count(GloballyGatedSettings.Count));
        GatedReaders readers = new(training, heldOut, GloballyGatedSettings.Training(settings.Epochs));
        ReadingRun[] runs = runner.Run(
        [
            .. settings.Seeds.Select(seed => new Work<ReadingRun>(Subject.Relu.Label, seed, readers.TrainRelu)),
            .. settings.Seeds.Select(seed => new Work<ReadingRun>(Gated.Label, seed, readers.TrainGated)),
        ]);
        int seeds = settings.Seeds.Count;
        ReadingFindings read = new([(Subject.Relu, runs[..seeds]), (Gated, runs[seeds..])], []);

        Findings findings = new();
        read.AddTo(findings.Metrics);
        findings.Metrics.Add("open_share", settings.Seeds.Average(readers.OpenShare));
        findings.Add("reading", read.Draw());
        findings.Add("reading", read.Table());
        findings.AddCaption(
            "Half-spaces that are drawn once and fixed do nearly as well on held-out images as gates that are learned, and the images that train are learned faster. Each of them is a gate that "
            + "a ReLU unit could implement; between them the network is linear.");
        return findings;
    }
}
