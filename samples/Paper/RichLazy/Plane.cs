using GateDsl.Samples.Running;

namespace Paper.RichLazy;

/// <summary>The plane of starts.</summary>
/// <param name="Predicted">By ratio and sigma.</param>
/// <param name="Trained">By trained ratio, trained sigma and seed.</param>
internal sealed record Plane(KernelDistances[][] Predicted, KernelDistances[][][] Trained)
{
    /// <summary>Predicts all of it, row by row, and trains the points.</summary>
    public static Plane Compute(StudentRuns runs, RunSettings settings, WorkRunner runner)
    {
        (double[] sigmas, double[] ratios) = (Start.Sigmas, Start.Ratios);
        KernelDistances[][] predicted = runner.Run(ratios.Select(ratio => new Work<KernelDistances[]>(
            FormattableString.Invariant($"predicted, ratio {ratio:G3}"),
            settings.Seeds[0],
            context => [.. sigmas.Select(sigma => runs.Predict(new Start(sigma, ratio), context))])));
        KernelDistances[][] trained = runner.Run(
            from row in Start.TrainedRows
            from column in Start.TrainedColumns
            select new Work<KernelDistances[]>(
                FormattableString.Invariant($"trained, ratio {ratios[row]:G3}, sigma {sigmas[column]:G3}"),
                settings.Seeds[0],
                context => [.. settings.Seeds.Select(seed => runs.Train(new Start(sigmas[column], ratios[row]), context with { Seed = seed }))]));
        return new Plane(predicted, [.. trained.Chunk(RichLazySettings.TrainedSigmas)]);
    }

    /// <summary>Every trained point: where, what was predicted, what was trained by seed.</summary>
    public IEnumerable<(Start Start, KernelDistances Predicted, KernelDistances[] Trained)> Points()
    {
        (int[] rows, int[] columns) = (Start.TrainedRows, Start.TrainedColumns);
        return
            from i in Enumerable.Range(0, rows.Length)
            from j in Enumerable.Range(0, columns.Length)
            select (new Start(Start.Sigmas[columns[j]], Start.Ratios[rows[i]]), Predicted[rows[i]][columns[j]], Trained[i][j]);
    }

    /// <summary>Distances of the predictions from the means of the trained points.</summary>
    /// <param name="of">Of which kernel.</param>
    public double[] Errors(Func<KernelDistances, double> of) => [.. Points().Select(point => Math.Abs(of(point.Predicted) - point.Trained.Average(of)))];
}
