using Digits.Reading;
using GateDsl;
using GateDsl.Samples.Drawing;
using GateDsl.Samples.Running;
using GateDsl.Samples.Writing;

namespace Digits.MnistLike;

/// <summary>Images as P2 trained on them: a ReLU network and a linear one with cross-entropy, momentum and batches, and both predicted.</summary>
internal sealed class MnistLikeExperiment : IExperiment
{
    private static readonly Subject Predicted = Subject.Twin with { Label = "predicted ReLU network" };

    private static readonly Subject Expected = Subject.Expected with { Label = "predicted linear network" };

    public string Name => "mnist-like";

    public string Description => "Digits with cross-entropy, momentum and batches (P2): a ReLU network, a linear one, and their predictions.";

    public ExperimentDefaults Defaults { get; } = new(Seeds: 3, MnistLikeSettings.Epochs) { Counts = [MnistLikeSettings.Count] };

    public Findings Run(RunSettings settings, WorkRunner runner)
    {
        (Images training, Images heldOut) = Images.Load(settings.Count(MnistLikeSettings.Count));
        Readers readers = new(training, heldOut, MnistLikeSettings.Training(settings.Epochs));
        RaceLog[] predictions = runner.Run(
        [
            new Work<RaceLog>(Predicted.Label, settings.Seeds[0], readers.PredictRelu),
            new Work<RaceLog>(Expected.Label, settings.Seeds[0], readers.PredictLinear),
        ]);
        ReadingRun[] runs = runner.Run(
        [
            .. settings.Seeds.Select(seed => new Work<ReadingRun>(Subject.Relu.Label, seed, readers.TrainRelu)),
            .. settings.Seeds.Select(seed => new Work<ReadingRun>(Subject.Linear.Label, seed, readers.TrainLinear)),
        ]);
        int seeds = settings.Seeds.Count;
        ReadingFindings read = new(
            [(Subject.Relu, runs[..seeds]), (Subject.Linear, runs[seeds..])],
            [(Predicted, Subject.Relu, predictions[0]), (Expected, Subject.Linear, predictions[1])]);
        Findings findings = new();
        read.AddTo(findings.Metrics);
        findings.Add("reading", read.Draw());
        findings.Add("reading", read.Table());
        findings.AddCaption("Neither prediction saw a trained weight: both know the images, the size of the initial weights, the order of the batches and the momentum. They run along the "
            + "training of networks from any seed, that of the ReLU network on held-out images too. The ReLU network goes on where the linear one rests.");
        return findings;
    }
}
