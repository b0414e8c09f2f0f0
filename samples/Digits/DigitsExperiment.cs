using GateDsl.Samples.Running;
using GateDsl.Samples.Writing;

namespace Digits;

/// <summary>P2's experiment on images: does a decoder that never met an encoder understand it?</summary>
internal sealed class DigitsExperiment : IExperiment
{
    public string Name => "digits";

    public string Description => "Routing on images (P2): accuracy of pairs of encoder and decoder that were never trained.";

    /// <summary>The epochs are those of the longest training; the others have fewer.</summary>
    public ExperimentDefaults Defaults { get; } =
        new(Seeds: 1, DigitsSettings.Gains.Max(setting => setting.Epochs)) { Counts = [DigitsSettings.Count, DigitsSettings.Copies] };

    public Findings Run(RunSettings settings, WorkRunner runner)
    {
        (Images training, Images heldOut) = Images.Load(settings.Count(DigitsSettings.Count));
        Routes routes = new(training);

        // One K after the other: only its data are held at a time.
        DigitsRun[][] runs = [.. DigitsSettings.TrainedCounts.SelectMany(count => Train(count, settings, routes, training, heldOut, runner))];
        DigitsRun[][] byGain = [.. runs.Where(seeds => seeds[0].Count == DigitsSettings.Trained)];

        // Alone: what else runs would be timed with it.
        int copies = settings.Count(DigitsSettings.Copies);
        double ratio = runner.Run(
        [
            new Work<double>($"time of an epoch with {copies} copies", settings.Seeds[0],
                context => EpochCost.Ratio(routes, training, copies, context.CancellationToken)),
        ])[0];

        Findings findings = new();
        foreach (DigitsRun[] seeds in runs)
        {
            string name = FormattableString.Invariant($"k{seeds[0].Count}_g{seeds[0].Gain}");
            findings.Metrics.Add($"trained_accuracy_{name}", seeds.Average(run => run.Trained));
            findings.Metrics.Add($"untrained_accuracy_{name}", seeds.Average(run => run.Untrained));
        }

        findings.Metrics.Add($"epoch_cost_ratio_x{copies}", ratio);
        findings.Add("accuracy", AccuracyFigure.Draw(runs));
        findings.Add("accuracy", AccuracyFigure.Table(runs));
        findings.Add("losses", LossesFigure.Draw(byGain));
        findings.Add("losses", LossesFigure.Table(byGain));
        findings.AddCaption(
            "From small initial weights every decoder reads what any encoder writes, also one that it was never trained with, as the shared edge makes them "
            + "agree on one code. From large ones the trained pairs are almost as good, and the others fall towards chance, unless most decoders "
            + "are trained with every encoder.");
        return findings;
    }

    private static DigitsRun[][] Train(int count, RunSettings settings, Routes routes, Images training, Images heldOut, WorkRunner runner)
    {
        RoutedDigits.Dataset data = routes.Data(training, Routes.TrainedPairs(count));
        GainSetting[] gains = count == DigitsSettings.Trained ? DigitsSettings.Gains : DigitsSettings.GainsOfCounts;
        DigitsRun[] runs = runner.Run(
            from setting in gains
            from seed in settings.Seeds
            select new Work<DigitsRun>(
                FormattableString.Invariant($"K = {count}, gain {setting.Gain}"),
                seed,
                context => DigitsRun.Of(count, setting, settings.Epochs, data, routes, heldOut, context)));
        return [.. runs.Chunk(settings.Seeds.Count)];
    }
}
