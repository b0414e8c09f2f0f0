using GateDsl.Samples.Drawing;
using GateDsl.Samples.Writing;
using ScottPlot;
using ScottPlot.Plottables;

namespace Paper.Generalisation;

/// <summary>Losses on held-out data over the training: a band of one standard deviation around the mean of the seeds, and the prediction.</summary>
internal static class HeldOutFigure
{
    /// <summary>No more decades are drawn below the largest loss.</summary>
    private const int MostDecades = 5;

    private static readonly (string Task, string Title, bool IsLogarithmic)[] Panels =
    [
        (Learners.Contexts, "pairs of item and context held out (P1)", false),
        (Learners.Digits, "digits: images held out", false),
        (Learners.Direct, "routing through one hidden layer: pairs never trained", true),
        (Learners.Routing, "routing through two (P2): pairs never trained", true),
    ];

    public static Figure Draw(IReadOnlyList<LearnerRuns> all)
    {
        Figure figure = new(2, 2, (720, 560));
        for (int i = 0; i < Panels.Length; i++)
        {
            LearnerRuns[] runs = [.. all.Where(one => one.Learner.Task == Panels[i].Task)];
            Draw(figure.Panel(i), runs, Panels[i].IsLogarithmic);
            figure.Panel(i).Title(Panels[i].Title);
        }

        return figure;
    }

    /// <summary>
    /// The columns <c>relu_1</c>, <c>twin_1</c>, ... of losses on the data that train, and <c>test_relu_1</c>, <c>test_twin_1</c>, ... of those held out.
    /// </summary>
    public static CsvTable Table(IReadOnlyList<LearnerRuns> runs)
    {
        CsvTable table = new(runs[0].Epochs.Length);
        table.Add("epoch", runs[0].Epochs);
        foreach ((string prefix, Func<LearnerRuns, (CurveFamily, CurveFamily)> losses) in
            new (string, Func<LearnerRuns, (CurveFamily, CurveFamily)>)[] { ("", one => one.Losses), ("test_", one => one.TestLosses) })
        {
            foreach (LearnerRuns one in runs)
            {
                (CurveFamily trained, CurveFamily predicted) = losses(one);
                foreach (CurveFamily family in new[] { trained, predicted })
                {
                    for (int seed = 0; seed < family.BySeed.Count; seed++)
                    {
                        table.Add(FormattableString.Invariant($"{prefix}{family.Subject.Key}_{seed + 1}"), family.BySeed[seed]);
                    }
                }
            }
        }

        return table;
    }

    private static void Draw(Plot panel, LearnerRuns[] runs, bool isLogarithmic)
    {
        double largest = runs.Max(one => one.Trained.Max(log => log.TestLoss[Early(log)..].Max()));
        double smallest = runs.Min(one => one.Trained.Min(log => log.TestLoss.Min()));
        double bottom = isLogarithmic ? Math.Max(Math.Log10(largest) - MostDecades, Math.Floor(Math.Log10(smallest))) : 0;
        double Height(double loss) => isLogarithmic ? Math.Max(bottom, Math.Log10(Math.Max(loss, double.Epsilon))) : loss;

        foreach (LearnerRuns one in runs)
        {
            DrawBand(panel, one, Height);
        }

        foreach (LearnerRuns one in runs)
        {
            DrawMean(panel, one.Epochs, one.TestLosses.Trained, Height, one.Learner.Trained.Label);
        }

        foreach (LearnerRuns one in runs)
        {
            // Of many gains one line says what a broken line is.
            bool isNamed = !isLogarithmic || one == runs[0];
            string words = !isLogarithmic ? one.Learner.Predicted.Label : "expected";
            DrawMean(panel, one.Epochs, one.TestLosses.Predicted, Height, isNamed ? words : "");
        }

        panel.XLabel("epoch");
        panel.YLabel("loss on held-out data, mean over them");
        panel.Axes.SetLimits(0, Math.Max(1, runs[0].Epochs[^1]), bottom, isLogarithmic ? Math.Log10(largest) + 0.15 : 1.05 * largest);
        if (isLogarithmic)
        {
            panel.Axes.Left.TickGenerator = new DecadeTicks();
        }

        panel.ShowLegend(Edge.Bottom);
    }

    /// <summary>What large weights answer by chance, before anything is learned, would leave no room for the rest.</summary>
    private static int Early(HeldOutLog log) => log.TestLoss.Length / 50;

    private static void DrawBand(Plot panel, LearnerRuns runs, Func<double, double> height)
    {
        (double Mean, double Deviation)[] spread =
        [
            .. runs.Epochs.Select((_, i) =>
            {
                double mean = runs.Trained.Average(log => log.TestLoss[i]);
                return (mean, Math.Sqrt(runs.Trained.Average(log => (log.TestLoss[i] - mean) * (log.TestLoss[i] - mean))));
            }),
        ];
        FillY band = panel.Add.FillY(
            Array.ConvertAll(runs.Epochs, epoch => (double)epoch),
            [.. spread.Select(at => height(Math.Max(0, at.Mean - at.Deviation)))],
            [.. spread.Select(at => height(at.Mean + at.Deviation))]);
        band.FillColor = runs.Learner.Trained.Color.WithOpacity(0.22);
        band.LineWidth = 0;
        band.MarkerSize = 0;
    }

    private static void DrawMean(Plot panel, int[] epochs, CurveFamily family, Func<double, double> height, string label)
    {
        Scatter line = panel.Add.Scatter(epochs, family.Mean().Select(height).ToArray());
        (line.MarkerSize, line.LineWidth, line.Color, line.LinePattern) = (0, FigureStyle.ThickLine, family.Subject.Color, family.Subject.Pattern);
        line.LegendText = label;
    }
}
