using GateDsl;
using GateDsl.Samples.Drawing;
using GateDsl.Samples.Writing;
using ScottPlot;

namespace Digits.Reading;

/// <summary>Figure, table and metrics of networks that read digits.</summary>
/// <param name="runs">What was trained, by seed.</param>
/// <param name="predicted">What was predicted of which of them: losses on the images that train, and on those held out.</param>
internal sealed class ReadingFindings(
    IReadOnlyList<(Subject Subject, ReadingRun[] BySeed)> runs, IReadOnlyList<(Subject Subject, Subject Of, RaceLog Log)> predicted)
{
    private const string OnTest = "test_";
    private readonly int _seeds = runs[0].BySeed.Length;

    private CurveFamily[] Losses =>
        [.. Trained(run => run.Loss), .. predicted.Select(one => CurveFamily.OfAllSeeds(one.Subject, one.Log.Loss, _seeds))];

    private CurveFamily[] TestLosses =>
    [
        .. Trained(run => run.TestLoss),
        .. from one in predicted
           where one.Log.TestLoss is not null
           select CurveFamily.OfAllSeeds(one.Subject, one.Log.TestLoss!, _seeds),
    ];

    /// <summary>Losses and accuracies at the end, means over the seeds, and how well predictions follow what they are of.</summary>
    public void AddTo(Metrics metrics)
    {
        foreach ((CurveFamily[] families, string prefix) in new[] { (Losses, ""), (TestLosses, OnTest) })
        {
            foreach ((Subject subject, Subject of, RaceLog log) in predicted)
            {
                if (prefix == OnTest && log.TestLoss is null)
                {
                    continue;
                }

                metrics.AddAgreement(families.Single(family => family.Subject == subject), families.Single(family => family.Subject == of), prefix);
            }
        }

        foreach ((Subject subject, ReadingRun[] bySeed) in runs)
        {
            metrics.Add($"accuracy_{subject.Key}", bySeed.Average(run => run.Last.Training));
            metrics.Add($"{OnTest}accuracy_{subject.Key}", bySeed.Average(run => run.Last.HeldOut));
            metrics.Add($"loss_{subject.Key}", bySeed.Average(run => run.Loss[^1]));
            metrics.Add($"{OnTest}loss_{subject.Key}", bySeed.Average(run => run.TestLoss[^1]));
            metrics.Add($"least_{OnTest}loss_{subject.Key}", bySeed.Average(run => run.TestLoss.Min()));
        }
    }

    /// <summary>Columns <c>relu_1</c>, <c>test_relu_1</c>, <c>accuracy_relu_1</c>, <c>test_accuracy_relu_1</c>, ...</summary>
    public CsvTable Table() => LossColumns.Of(
        [
            ("", Losses),
            (OnTest, TestLosses),
            ("accuracy_", Trained(run => run.Accuracy)),
            ($"{OnTest}accuracy_", Trained(run => run.TestAccuracy)),
        ]);

    /// <summary>Loss on the images that train, loss on those held out, accuracy on those held out.</summary>
    public Figure Draw()
    {
        Figure figure = new(panels: 3);
        LossPanel.DrawLogarithmic(figure.Panel(0), Losses);
        Name(figure.Panel(0), "images that train", "cross-entropy, mean over images");
        figure.Panel(0).ShowLegend(Alignment.UpperRight);
        LossPanel.DrawLogarithmic(figure.Panel(1), TestLosses);
        Name(figure.Panel(1), "held-out images", "cross-entropy, mean over images");
        CurveFamily[] accuracies = Trained(run => run.TestAccuracy);
        LossPanel.DrawLinear(figure.Panel(2), accuracies);
        Name(figure.Panel(2), "held-out images", "accuracy");
        figure.Panel(2).Axes.SetLimitsY(Floor(accuracies), 1.005);
        figure.Panel(2).ShowLegend(Alignment.LowerRight);
        return figure;
    }

    /// <summary>A tenth below what the later nine tenths of the passes come to: what happens there is less than a line's width in the first ones.</summary>
    private static double Floor(CurveFamily[] accuracies) =>
        Math.Floor(accuracies.Min(family => family.BySeed.Min(curve => curve[(curve.Length / 10)..].Min())) * 10) / 10;

    private static void Name(Plot panel, string title, string height)
    {
        panel.Title(title);
        panel.XLabel("pass over the images");
        panel.YLabel(height);
    }

    private CurveFamily[] Trained(Func<ReadingRun, double[]> curve) => [.. runs.Select(run => new CurveFamily(run.Subject, [.. run.BySeed.Select(curve)]))];
}
