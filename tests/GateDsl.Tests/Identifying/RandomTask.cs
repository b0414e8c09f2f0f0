namespace GateDsl.Tests.Identifying;

/// <summary>Random inputs of all kinds, side by side also as plain rows; units of random weights on them.</summary>
internal sealed class RandomTask
{
    private RandomTask(IdentificationData data, double[][] rows) => (Data, Rows) = (data, rows);

    public IdentificationData Data { get; }

    /// <summary>The network input of each datapoint, all inputs side by side.</summary>
    public double[][] Rows { get; }

    /// <summary>One to three inputs: one-hot, dense and listed, dense of any vectors; some values and vectors come again.</summary>
    public static RandomTask Of(Random random, int datapoints, bool hasTargets = true)
    {
        IdentificationData data = IdentificationData.Of(datapoints);
        List<double>[] rows = [.. Enumerable.Range(0, datapoints).Select(_ => new List<double>())];
        int inputs = random.Next(1, 4);
        for (int i = 0; i < inputs; i++)
        {
            int values = random.Next(2, 6);
            int[] at = [.. Enumerable.Range(0, datapoints).Select(_ => random.Next(values))];
            int features = random.Next(1, 4);
            double[][] vectors = random.Next(2) == 0
                ? [.. Enumerable.Range(0, values).Select(v => Enumerable.Range(0, values).Select(f => v == f ? 1.0 : 0).ToArray())]
                : [.. Enumerable.Range(0, values)
                    .Select(_ => Enumerable.Range(0, features).Select(_ => Math.Round((4 * random.NextDouble()) - 2, random.Next(1, 4))).ToArray())];
            double[] dense = [.. at.SelectMany(value => vectors[value])];
            string name = $"Input{i}";
            data = vectors[0].Length == values && vectors[0].All(x => x is 0 or 1) ? data.OneHot(name, values, at)
                : random.Next(2) == 0 ? data.Dense(name, $"Selector{i}", features, dense)
                : data.Dense(name, features, dense);
            for (int n = 0; n < datapoints; n++)
            {
                rows[n].AddRange(vectors[at[n]]);
            }
        }

        data = hasTargets ? data.WithTargets([.. Enumerable.Range(0, 3 * datapoints).Select(_ => random.NextDouble() - 0.5)], 3) : data;
        return new(data, [.. rows.Select(row => row.ToArray())]);
    }

    /// <summary>Activations, units x datapoints, of random weights; the last unit is dead where there are several.</summary>
    public static double[] Activations(Random random, double[][] rows, int units)
    {
        double[] activations = new double[units * rows.Length];
        for (int unit = 0; unit < (units > 1 ? units - 1 : 1); unit++)
        {
            double[] weights = [.. rows[0].Select(_ => (2 * random.NextDouble()) - 1)];
            for (int n = 0; n < rows.Length; n++)
            {
                activations[(unit * rows.Length) + n] = Math.Max(0, weights.Zip(rows[n], (w, x) => w * x).Sum());
            }
        }

        return activations;
    }

    /// <summary>Squared length of the shortest weights that answer so where the unit is on: by Gram-Schmidt over the inputs there.</summary>
    public static double ShortestSquared(double[][] rows, ReadOnlySpan<double> activations)
    {
        List<double[]> basis = [];
        List<double> along = [];
        for (int n = 0; n < rows.Length; n++)
        {
            if (activations[n] <= 0)
            {
                continue;
            }

            double[] rest = [.. rows[n]];
            double left = activations[n];
            for (int pass = 0; pass < 2; pass++)
            {
                for (int b = 0; b < basis.Count; b++)
                {
                    double part = basis[b].Zip(rest, (x, y) => x * y).Sum();
                    rest = [.. rest.Zip(basis[b], (x, y) => x - (part * y))];
                    left -= part * along[b];
                }
            }

            double length = Math.Sqrt(rest.Sum(x => x * x));
            if (length > 1e-9)
            {
                basis.Add([.. rest.Select(x => x / length)]);
                along.Add(left / length);
            }
        }

        return along.Sum(value => value * value);
    }

    /// <summary>Rows of a matrix, row-major, as columns.</summary>
    public static double[][] Columns(double[] matrix, int columns) =>
        [.. Enumerable.Range(0, columns).Select(n => Enumerable.Range(0, matrix.Length / columns).Select(row => matrix[(row * columns) + n]).ToArray())];
}
