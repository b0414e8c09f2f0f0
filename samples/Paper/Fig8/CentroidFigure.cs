using GateDsl;
using GateDsl.Samples.Drawing;
using GateDsl.Samples.Writing;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace Paper.Fig8;

/// <summary>P1 Fig. 8: the centroids of k clusters of units, a row each, and last the gates that were identified.</summary>
internal static class CentroidFigure
{
    private const int Columns = 4;

    public static Figure Draw(IdentificationResult found, ContextTask task)
    {
        ModuleCandidate[] candidates = [.. Drawn(found)];
        Figure figure = new(Columns, (candidates.Length + Columns) / Columns);
        for (int i = 0; i < candidates.Length; i++)
        {
            string elbow = candidates[i].Clusters == found.Elbow.Clusters ? " (elbow)" : "";
            DrawRows(figure.Panel(i), candidates[i].Centroids, $"k = {candidates[i].Clusters}{elbow}", task);
        }

        Plot gates = figure.Panel(candidates.Length);
        DrawRows(
            gates,
            [.. found.Modules.Select(module => (IReadOnlyList<double>)[.. module.Gate.Select(isOn => isOn ? 1.0 : 0.0)])],
            "identified gates",
            task,
            scale: "share of the cluster's units that are on");
        gates.Axes.Left.TickGenerator = new NumericManual(
            [.. Enumerable.Range(0, found.Modules.Count).Select(row => (double)row)], [.. found.Modules.Select(module => module.Name)]);
        return figure;
    }

    /// <summary>A row per cluster: k, its number by falling size, then the centroid at every datapoint.</summary>
    public static CsvTable Table(IdentificationResult found)
    {
        (int Clusters, int Number, IReadOnlyList<double> Centroid)[] rows =
        [
            .. from candidate in Drawn(found)
               from centroid in candidate.Centroids.Index()
               select (candidate.Clusters, centroid.Index + 1, centroid.Item),
        ];
        CsvTable table = new(rows.Length);
        table.Add("k", rows.Select(row => row.Clusters).ToArray());
        table.Add("cluster", rows.Select(row => row.Number).ToArray());
        for (int n = 0; n < found.Modules[0].Gate.Count; n++)
        {
            int datapoint = n;
            table.Add($"on_{n}", rows.Select(row => row.Centroid[datapoint]).ToArray());
        }

        return table;
    }

    private static IEnumerable<ModuleCandidate> Drawn(IdentificationResult found) =>
        found.Candidates.Where(candidate => candidate.Clusters is >= Fig8Settings.FewestClusters and <= Fig8Settings.MostClusters);

    private static void DrawRows(Plot panel, IReadOnlyList<IReadOnlyList<double>> rows, string title, ContextTask task, string? scale = null)
    {
        double[,] table = new double[task.Count, rows.Count];
        for (int n = 0; n < task.Count; n++)
        {
            for (int row = 0; row < rows.Count; row++)
            {
                table[n, row] = rows[row][n];
            }
        }

        if (scale is null)
        {
            HeatPanel.Draw(panel, table, title, largest: 1);
        }
        else
        {
            HeatPanel.Draw(panel, table, title, smallest: 0, largest: 1, scale);
        }

        int objects = task.ObjectCount;
        for (int context = 1; context < task.ContextCount; context++)
        {
            var border = panel.Add.VerticalLine((context * objects) - 0.5);
            border.Color = Colors.White;
            border.LineWidth = 2;
        }

        panel.Axes.Bottom.TickGenerator = new NumericManual(
            [.. Enumerable.Range(0, task.ContextCount).Select(context => (context * objects) + ((objects - 1) / 2.0))],
            [.. Enumerable.Range(0, task.ContextCount).Select(context => $"context {context}")]);
        panel.Axes.Left.TickGenerator = new NumericManual(
            [.. Enumerable.Range(0, rows.Count).Select(row => (double)row)], [.. Enumerable.Range(1, rows.Count).Select(row => $"{row}")]);
    }
}
