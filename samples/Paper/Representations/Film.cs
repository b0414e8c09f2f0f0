using System.Globalization;
using GateDsl;
using GateDsl.Samples.Drawing;
using GateDsl.Samples.Writing;
using ScottPlot;
using ScottPlot.Plottables;
using ScottPlot.TickGenerators;

namespace Paper.Representations;

/// <summary>Dissimilarities of the hidden layer as a film: one network that was trained above, the prediction below it.</summary>
internal static class Film
{
    private const int Columns = 4;

    /// <summary>What the time of the whole training counts beside a loss that falls to 0.</summary>
    private const double Patience = 0.2;

    /// <summary>What a loss e times smaller counts beside one that falls to 0.</summary>
    private const double Logarithm = 0.1;

    /// <summary>Every frame has colours of its own: dissimilarities grow by many powers of ten.</summary>
    public static Figure Draw(RepresentationRuns runs)
    {
        int[] frames = Frames(runs, RepresentationsSettings.Frames);
        double[][,] trained = runs.Trained[0].Rdms(RdmMetric.SquaredEuclidean);
        double[][,] predicted = runs.Predicted.Rdms(RdmMetric.SquaredEuclidean);
        int rows = (frames.Length + Columns - 1) / Columns;
        Figure figure = new(Columns, 2 * rows, (350, 340));
        for (int i = 0; i < frames.Length; i++)
        {
            int above = (i / Columns * 2 * Columns) + (i % Columns);
            (int snapshot, int epoch) = (frames[i], runs.Epochs[frames[i]]);
            string agreement = Representation.Correlation(trained[snapshot], predicted[snapshot]).ToString("F3", CultureInfo.InvariantCulture);
            DrawFrame(figure.Panel(above), runs, trained[snapshot], string.Create(
                CultureInfo.InvariantCulture, $"epoch {epoch}, loss {Percent(runs.Trained[0].ShareOfLoss(epoch))}"));
            DrawFrame(figure.Panel(above + Columns), runs, predicted[snapshot], $"predicted, r = {agreement}");
            figure.Panel(above).YLabel(i % Columns == 0 ? "trained: context" : "");
            figure.Panel(above + Columns).YLabel(i % Columns == 0 ? "predicted: context" : "");
            figure.Panel(above + Columns).XLabel(i / Columns == rows - 1 ? "context (8 objects each)" : "");
        }

        return figure;
    }

    /// <summary>
    /// A row per pair of datapoints, the columns <c>epoch_100_trained</c>, <c>epoch_100_predicted</c>, ...: squared Euclidean dissimilarities of the
    /// first seed's network, and of the prediction.
    /// </summary>
    public static CsvTable Table(RepresentationRuns runs)
    {
        double[][,] trained = runs.Trained[0].Rdms(RdmMetric.SquaredEuclidean);
        double[][,] predicted = runs.Predicted.Rdms(RdmMetric.SquaredEuclidean);
        int count = trained[0].GetLength(0);
        CsvTable table = new(count * count);
        table.Add("first", Enumerable.Range(0, count * count).Select(cell => cell / count).ToArray());
        table.Add("second", Enumerable.Range(0, count * count).Select(cell => cell % count).ToArray());
        foreach (int snapshot in Frames(runs, RepresentationsSettings.SliderFrames))
        {
            table.Add($"epoch_{runs.Epochs[snapshot]}_trained", trained[snapshot].Cast<double>().ToArray());
            table.Add($"epoch_{runs.Epochs[snapshot]}_predicted", predicted[snapshot].Cast<double>().ToArray());
        }

        return table;
    }

    /// <summary>
    /// Snapshots between which about as much happens: the loss falls, or its logarithm does, or time passes. Each once, the first and the last among them.
    /// </summary>
    /// <param name="runs">The runs.</param>
    /// <param name="most">How many, where there are as many snapshots.</param>
    internal static int[] Frames(RepresentationRuns runs, int most)
    {
        double[] progress = [.. runs.Epochs.Select(epoch => Progress(runs.Trained[0].ShareOfLoss(epoch)))];
        double[] way = new double[progress.Length];
        for (int i = 1; i < way.Length; i++)
        {
            way[i] = way[i - 1] + Math.Abs(progress[i] - progress[i - 1]) + (Patience / way.Length);
        }

        int[] frames = new int[Math.Min(most, way.Length)];
        for (int frame = 1; frame < frames.Length; frame++)
        {
            double goal = way[^1] * frame / (frames.Length - 1);
            int last = way.Length - (frames.Length - frame);
            frames[frame] = Enumerable.Range(frames[frame - 1] + 1, last - frames[frame - 1]).MinBy(i => Math.Abs(way[i] - goal));
        }

        return frames;
    }

    private static string Percent(double share) => (100 * share).ToString(share < 0.0995 ? "G2" : "F0", CultureInfo.InvariantCulture) + "%";

    private static double Progress(double shareOfLoss) => -shareOfLoss - (Logarithm * Math.Log(shareOfLoss));

    private static void DrawFrame(Plot panel, RepresentationRuns runs, double[,] rdm, string title)
    {
        double largest = rdm.Cast<double>().Max();
        HeatPanel.Draw(panel, rdm, title, largest > 0 ? largest : 1);
        int contexts = runs.Task.Contexts;
        int objects = rdm.GetLength(0) / contexts;
        double[] middles = [.. Enumerable.Range(0, contexts).Select(context => (context * objects) + ((objects - 1) / 2.0))];
        string[] names = [.. Enumerable.Range(1, contexts).Select(context => context.ToString(CultureInfo.InvariantCulture))];
        panel.Axes.Bottom.TickGenerator = new NumericManual(middles, names);
        panel.Axes.Left.TickGenerator = new NumericManual(middles, names);
        for (int context = 1; context < contexts; context++)
        {
            foreach (AxisLine line in new AxisLine[] { panel.Add.VerticalLine((context * objects) - 0.5), panel.Add.HorizontalLine((context * objects) - 0.5) })
            {
                line.Color = Colors.White;
                line.LineWidth = 1.5f;
            }
        }
    }
}
