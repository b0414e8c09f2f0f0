namespace GateDsl.Samples.Running;

/// <summary>
/// A training that is stopped now and then, to look at the network or to change something. Gradient descent has no memory, so the losses are
/// those of a training in one.
/// </summary>
public static class Segments
{
    /// <summary>Equally spaced epochs from 0 to <paramref name="epochs"/>, at most <paramref name="parts"/> + 1 of them, each once.</summary>
    public static int[] Stops(int epochs, int parts) =>
        [.. Enumerable.Range(0, parts + 1).Select(part => (int)((long)epochs * part / parts)).Distinct()];

    /// <summary>Trains from stop to stop. Returns the loss before each update.</summary>
    /// <param name="stops">Rising numbers of updates; at each of them, 0 included, <paramref name="look"/> is called.</param>
    /// <param name="stepSize">Of every segment, on the Sum scale.</param>
    /// <param name="context">For progress over all segments, and to stop.</param>
    /// <param name="train">Trains the network by the options of one segment.</param>
    /// <param name="look">Told the number of updates made.</param>
    public static double[] Train(
        IReadOnlyList<int> stops, double stepSize, WorkContext context, Func<TrainingOptions, TrainingLog> train, Action<int> look)
    {
        List<double> losses = [];
        foreach (int stop in stops)
        {
            if (stop > losses.Count)
            {
                losses.AddRange(train(new TrainingOptions
                {
                    Epochs = stop - losses.Count,
                    StepSize = stepSize,
                    Progress = new Later(context.Progress, losses.Count, stops[^1]),
                    CancellationToken = context.CancellationToken,
                }).Loss);
            }

            look(stop);
        }

        return [.. losses];
    }

    /// <summary>Progress of a segment as progress of the whole.</summary>
    private sealed class Later(IProgress<TrainingProgress> whole, int done, int epochs) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value) => whole.Report(new TrainingProgress(done + value.Epoch, epochs, value.Loss));
    }
}
