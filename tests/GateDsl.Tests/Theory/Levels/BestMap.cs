namespace GateDsl.Tests.Theory.Levels;

/// <summary>
/// min over A = P Q of rank r of 1/2 |Y - P Q X|^2 by alternating least squares on the normal equations of P and of Q: slow, and its own linear algebra.
/// </summary>
internal static class BestMap
{
    public static double Loss(ContextTask task, int rank, int rounds)
    {
        int inputs = task.ObjectCount + task.ContextCount;
        double[][] x = [.. Enumerable.Range(0, task.Count).Select(n =>
            Enumerable.Range(0, inputs).Select(i => i == task.Items[n] || i == task.ObjectCount + task.Contexts[n] ? 1.0 : 0).ToArray())];
        double[][] y = [.. Enumerable.Range(0, task.Count).Select(n => task.Targets[(n * task.TargetWidth)..((n + 1) * task.TargetWidth)])];
        Random random = new(1);
        double[][] q = [.. Enumerable.Range(0, rank).Select(_ => Enumerable.Range(0, inputs).Select(_ => random.NextDouble() - 0.5).ToArray())];
        double loss = double.PositiveInfinity;
        for (int round = 0; round < rounds; round++)
        {
            // Outputs on the hidden values, then the hidden values that these outputs want on the inputs.
            double[][] hidden = [.. x.Select(row => q.Select(weights => Dot(weights, row)).ToArray())];
            double[][] p = LeastSquares(hidden, y);
            loss = 0.5 * hidden.Zip(y, (h, target) => p.Index().Sum(output => Math.Pow(target[output.Index] - Dot(output.Item, h), 2))).Sum();
            double[][] wanted = LeastSquares([.. Transpose(p)], [.. Transpose(p)], y);
            q = LeastSquares(x, wanted);
        }

        return loss;
    }

    /// <summary>For every datapoint the hidden values h with p h nearest its targets: (p^T p) h = p^T y.</summary>
    private static double[][] LeastSquares(double[][] columns, double[][] same, double[][] targets)
    {
        double[][] gram = [.. columns.Select(a => same.Select(b => Dot(a, b)).ToArray())];
        return [.. targets.Select(target => Solve(gram, [.. columns.Select(column => Dot(column, target))]))];
    }

    /// <summary>Weights from features to targets over all datapoints, one row per target.</summary>
    private static double[][] LeastSquares(double[][] features, double[][] targets)
    {
        double[][] columns = [.. Transpose(features)];
        double[][] gram = [.. columns.Select(a => columns.Select(b => Dot(a, b)).ToArray())];
        return [.. Transpose(targets).Select(target => Solve(gram, [.. columns.Select(column => Dot(column, target))]))];
    }

    /// <summary>Gauss elimination with a small ridge: the one-hot inputs together are dependent.</summary>
    private static double[] Solve(double[][] matrix, double[] right)
    {
        int n = right.Length;
        double[][] rows = [.. matrix.Select((row, i) => row.Append(right[i]).ToArray())];
        for (int i = 0; i < n; i++)
        {
            rows[i][i] += 1e-9;
        }

        for (int i = 0; i < n; i++)
        {
            int pivot = Enumerable.Range(i, n - i).MaxBy(k => Math.Abs(rows[k][i]));
            (rows[i], rows[pivot]) = (rows[pivot], rows[i]);
            for (int k = 0; k < n; k++)
            {
                double factor = k == i ? 0 : rows[k][i] / rows[i][i];
                for (int j = i; j <= n; j++)
                {
                    rows[k][j] -= factor * rows[i][j];
                }
            }
        }

        return [.. rows.Select((row, i) => row[n] / row[i])];
    }

    private static IEnumerable<double[]> Transpose(double[][] rows) =>
        Enumerable.Range(0, rows[0].Length).Select(column => rows.Select(row => row[column]).ToArray());

    private static double Dot(double[] a, double[] b) => a.Zip(b, (left, right) => left * right).Sum();
}
