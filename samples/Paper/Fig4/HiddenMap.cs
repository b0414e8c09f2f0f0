using GateDsl.Samples.Drawing;
using GateDsl.Samples.Writing;
using MathNet.Numerics.LinearAlgebra;
using ScottPlot;
using ScottPlot.Plottables;

namespace Paper.Fig4;

/// <summary>
/// Classical multidimensional scaling of the hidden activations: every datapoint at every snapshot is a point of the plane, so that distances
/// are kept as well as two dimensions can. All snapshots of a network share one map.
/// </summary>
internal sealed record HiddenMap(string Network, int[] Epochs, double[][,] Positions)
{
    private static readonly string[] ContextColors = ["#0072B2", "#D55E00", "#009E73"];

    public static HiddenMap Of(string network, Snapshots snapshots)
    {
        int datapoints = snapshots.Hidden[0].GetLength(0);
        Matrix<double> points = snapshots.Hidden.Select(hidden => Matrix<double>.Build.DenseOfArray(hidden))
            .Aggregate((above, below) => above.Stack(below));
        Vector<double> mean = points.ColumnSums() / points.RowCount;
        Matrix<double> centred = points - Matrix<double>.Build.Dense(points.RowCount, points.ColumnCount, (_, unit) => mean[unit]);

        // The Gram matrix of the centred points is what double centring makes of the squared distances.
        var gram = (centred * centred.Transpose()).Svd();
        double[][,] positions = [.. snapshots.Hidden.Select((_, snapshot) => new double[datapoints, 2])];
        for (int row = 0; row < points.RowCount; row++)
        {
            for (int axis = 0; axis < 2; axis++)
            {
                positions[row / datapoints][row % datapoints, axis] = gram.U[row, axis] * Math.Sqrt(gram.S[axis]);
            }
        }

        return new HiddenMap(network, snapshots.Epochs, positions);
    }

    /// <summary>A line for every datapoint over the snapshots, with a dot at its end; a colour for every context.</summary>
    public static Figure Draw(HiddenMap[] maps, int[] contexts)
    {
        Figure figure = new(maps.Length);
        for (int m = 0; m < maps.Length; m++)
        {
            Plot panel = figure.Panel(m);
            panel.Title(maps[m].Network);
            panel.XLabel("first dimension");
            panel.YLabel("second dimension");
            for (int n = 0; n < contexts.Length; n++)
            {
                int datapoint = n;
                Color color = Color.FromHex(ContextColors[contexts[n] % ContextColors.Length]);
                double[] x = [.. maps[m].Positions.Select(position => position[datapoint, 0])];
                double[] y = [.. maps[m].Positions.Select(position => position[datapoint, 1])];
                Scatter line = panel.Add.Scatter(x, y);
                line.Color = color.WithOpacity(0.6);
                line.LineWidth = 1.2f;
                line.MarkerSize = 0;
                Marker end = panel.Add.Marker(x[^1], y[^1]);
                end.Color = color;
                end.Size = 9;
                if (n == Array.IndexOf(contexts, contexts[n]))
                {
                    end.LegendText = $"context {contexts[n]}, at the end";
                }
            }

            panel.ShowLegend(Edge.Bottom);
        }

        return figure;
    }

    /// <summary>A row per snapshot and datapoint.</summary>
    public CsvTable Table()
    {
        int datapoints = Positions[0].GetLength(0);
        int[] rows = [.. Enumerable.Range(0, Positions.Length * datapoints)];
        CsvTable table = new(rows.Length);
        table.Add("epoch", rows.Select(row => Epochs[row / datapoints]).ToArray());
        table.Add("datapoint", rows.Select(row => row % datapoints).ToArray());
        table.Add("first", rows.Select(row => Positions[row / datapoints][row % datapoints, 0]).ToArray());
        table.Add("second", rows.Select(row => Positions[row / datapoints][row % datapoints, 1]).ToArray());
        return table;
    }
}
