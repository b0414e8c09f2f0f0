using GateDsl;
using GateDsl.Samples.Drawing;
using GateDsl.Samples.Writing;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;
using ScottPlot;

namespace Paper.Fig7;

/// <summary>What there is to learn: the targets, and their modes, Syx = U S V^T over the four datapoints.</summary>
internal sealed class Modes
{
    private readonly double[,] _targets;
    private readonly Matrix<double> _u;
    private readonly Matrix<double> _v;

    /// <param name="task">Its inputs are one-hot, so that Syx is Y/N.</param>
    public Modes(HierarchyTask task)
    {
        // Row-major datapoints x properties is column-major properties x datapoints.
        Matrix<double> targets = Matrix<double>.Build.Dense(task.TargetWidth, task.Count, task.Targets);
        _targets = targets.Transpose().ToArray();
        int count = task.Count;
        Svd<double> svd = (targets / count).Svd();
        _u = svd.U.SubMatrix(0, svd.U.RowCount, 0, count);
        _v = svd.VT.Transpose();
        SingularValues = [.. svd.S];
        for (int mode = 0; mode < count; mode++)
        {
            // A mode has no sign: that of its largest property is drawn positive.
            if (_u.Column(mode)[_u.Column(mode).AbsoluteMaximumIndex()] < 0)
            {
                _u.SetColumn(mode, -_u.Column(mode));
                _v.SetColumn(mode, -_v.Column(mode));
            }
        }
    }

    /// <summary>s of each mode, falling.</summary>
    public double[] SingularValues { get; }

    /// <summary>Targets, U, S and V side by side.</summary>
    public Figure Draw()
    {
        string[] modes = [.. SingularValues.Select((_, mode) => $"{mode + 1}")];
        Figure figure = new(panels: 4);
        DrawTable(figure.Panel(0), _targets, "the data: who has which property", Fig7Settings.Items, Fig7Settings.Properties, 0, 1);
        DrawTable(figure.Panel(1), _u.Transpose().ToArray(), "U: the properties of each mode", modes, Fig7Settings.Properties, -1, 1);
        double[,] diagonal = Matrix<double>.Build.DenseOfDiagonalArray(SingularValues).ToArray();
        DrawTable(figure.Panel(2), diagonal, "S: how fast each is learned", modes, modes, 0, SingularValues[0]);
        DrawTable(figure.Panel(3), _v.ToArray(), "Vᵀ: the items of each mode", Fig7Settings.Items, modes, -1, 1);
        return figure;
    }

    /// <summary>A row per mode: s, its properties, its items, and the strength that each seed's network ended with.</summary>
    public CsvTable Table(IReadOnlyList<Fig7Run> runs)
    {
        CsvTable table = new(SingularValues.Length);
        table.Add("mode", Enumerable.Range(1, SingularValues.Length).ToArray());
        table.Add("s", SingularValues);
        for (int property = 0; property < Fig7Settings.Properties.Length; property++)
        {
            table.Add($"u_{Fig7Settings.Properties[property]}", _u.Row(property).ToArray());
        }

        for (int item = 0; item < Fig7Settings.Items.Length; item++)
        {
            table.Add($"v_{Fig7Settings.Items[item]}", _v.Row(item).ToArray());
        }

        for (int seed = 0; seed < runs.Count; seed++)
        {
            double[,] strengths = runs[seed].Trained.ModeStrengths.Values.Single();
            table.Add($"strength_{seed + 1}", Enumerable.Range(0, SingularValues.Length).Select(mode => strengths[strengths.GetLength(0) - 1, mode]).ToArray());
        }

        return table;
    }

    private static void DrawTable(Plot panel, double[,] table, string title, string[] columns, string[] rows, double smallest, double largest)
    {
        HeatPanel.Draw(panel, table, title, smallest, largest, "");
        HeatPanel.Name(panel, columns, rows);
    }
}
