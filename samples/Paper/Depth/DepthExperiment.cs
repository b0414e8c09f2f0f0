using System.Globalization;
using GateDsl;
using GateDsl.Samples.Drawing;
using GateDsl.Samples.Running;
using GateDsl.Samples.Stories;
using GateDsl.Samples.Writing;

namespace Paper.Depth;

/// <summary>One to four hidden layers on the three contexts: trained, and predicted before; when the loss first falls, by depth and initial weights.</summary>
internal sealed class DepthExperiment : IExperiment
{
    public string Name => "depth";

    public string Description => "One to four hidden layers on the three contexts, trained and predicted; the first drop by depth and sigma.";

    public ExperimentDefaults Defaults { get; } = new(Seeds: 5, DepthSettings.Epochs, ContextStructure.Same);

    public Story Story => DepthStory.Story;

    public Findings Run(RunSettings settings, WorkRunner runner)
    {
        ContextTask task = ContextTask.Create(contexts: 3, settings.Structure ?? ContextStructure.Same);
        DepthResult[][] results = Compute(settings, task, runner);
        DepthResult[] shown = [.. results.Select(sizes => sizes.Single(result => result.Size == DepthSettings.Shown))];

        Findings findings = new();
        AddAgreement(findings.Metrics, shown);
        AddDrops(findings.Metrics, results);
        findings.Add("losses", Draw(shown));
        findings.Add("losses", LossColumns.Of([.. shown.Select(result => (result.Network.Prefix, (IReadOnlyList<CurveFamily>)[result.Relu, result.Twin]))]));
        DropsFigure drops = new(results);
        findings.Add("drops", drops.Draw());
        findings.Add("drops", drops.Table());
        findings.AddCaption(
            "From the same small weights a deeper ReLU network rests longer and falls more steeply, and the prediction, dashed, which saw no training, falls with it. "
            + "The time to the first drop grows as the weights' size to the power of 2 - L for L weight matrices, as the formula has it (dotted).");
        return findings;
    }

    private static DepthResult[][] Compute(RunSettings settings, ContextTask task, WorkRunner runner)
    {
        FirstDrop drop = new(task);
        DepthNetwork[] networks = DepthNetwork.For(task);
        DepthRuns[][] runs = [.. networks.Select(network => DepthSettings.Sizes.Select(size => new DepthRuns(network, size, settings.Epochs, drop)).ToArray())];

        // The deepest networks take longest: first, so that no core waits for one at the end.
        Work<DepthRun>[] work =
            [.. runs.Reverse().SelectMany(sizes => sizes).SelectMany(run => run.Trained(settings.Seeds).Prepend(run.Predicted(settings.Seeds[0])))];
        DepthRun[][] done = [.. runner.Run(work).Chunk(settings.Seeds.Count + 1)];
        return
        [
            .. networks.Select((network, n) => DepthSettings.Sizes.Select((size, s) =>
            {
                DepthRun[] own = done[((networks.Length - 1 - n) * DepthSettings.Sizes.Length) + s];
                return new DepthResult(network, size, own[1..], own[0], drop);
            }).ToArray()),
        ];
    }

    private static void AddAgreement(Metrics metrics, DepthResult[] shown)
    {
        foreach (DepthResult result in shown)
        {
            metrics.AddAgreement(result.Twin, result.Relu with { BySeed = [result.Relu.Mean()] }, result.Network.Prefix);
        }
    }

    private static void AddDrops(Metrics metrics, DepthResult[][] results)
    {
        foreach (DepthResult[] sizes in results)
        {
            foreach (DepthResult result in sizes)
            {
                string at = string.Create(CultureInfo.InvariantCulture, $"{result.Network.Prefix}drop_s{result.Size}");
                Add(metrics, at, result.Mean);
                Add(metrics, $"{at}_predicted", result.Expected);
                Add(metrics, $"{at}_formula", result.Formula);
            }

            Add(metrics, $"{sizes[0].Network.Prefix}power", Power(sizes, result => result.Mean));
            Add(metrics, $"{sizes[0].Network.Prefix}power_predicted", Power(sizes, result => result.Expected));
        }
    }

    /// <summary>The slope of log t over log sigma between the smallest and the next size at which the first drop comes.</summary>
    private static double? Power(DepthResult[] sizes, Func<DepthResult, double?> time)
    {
        DepthResult[] known = [.. sizes.Where(result => time(result) > 0).OrderBy(result => result.Size).Take(2)];
        return known.Length < 2 ? null : Math.Log(time(known[1])!.Value / time(known[0])!.Value) / Math.Log(known[1].Size / known[0].Size);
    }

    private static void Add(Metrics metrics, string name, double? value)
    {
        if (value is { } known)
        {
            metrics.Add(name, known);
        }
    }

    private static Figure Draw(DepthResult[] shown)
    {
        CurveFamily[] families =
            [.. shown.SelectMany(
                result => new[] { result.Relu, result.Twin with { Subject = result.Twin.Subject with { Label = result == shown[^1] ? "predicted" : "" } } })];
        Figure figure = new(panels: 2);
        LossPanel.DrawLinear(figure.Panel(0), families);
        LossPanel.DrawLogarithmic(figure.Panel(1), families);
        foreach (DepthResult result in shown.Where(result => result.Predicted.Draws.Count > 1))
        {
            (double[] low, double[] high) = (new RaceLog(result.Predicted.Loss, new Dictionary<string, double[,]>()) { Draws = result.Predicted.Draws })
                .Band(DepthSettings.BandShare);
            LossPanel.DrawBand(figure.Panel(0), result.Network.Trained, low, high, "");
        }

        return figure;
    }
}
