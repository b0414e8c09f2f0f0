using GateDsl;
using GateDsl.Samples.Running;

namespace Paper.Fig4;

/// <summary>A network looked at in the middle of its training.</summary>
/// <param name="Epochs">When: an eighth of the training, two eighths, ..., all of it.</param>
/// <param name="Outputs">By epoch, datapoints x properties.</param>
/// <param name="Hidden">By epoch, datapoints x hidden units, the units of all pathways side by side.</param>
internal sealed record Snapshots(int[] Epochs, double[][,] Outputs, double[][,] Hidden)
{
    private const int Parts = 8;

    /// <summary>The ReLU network and the gated one with common and pairs, from one seed.</summary>
    public static Snapshots[] Take(RunSettings settings, ContextTask task, ThreeContexts.Dataset data, WorkRunner runner) => runner.Run(
    [
        new Work<Snapshots>("ReLU network, looked at in between", settings.Seeds[0], context =>
        {
            ThreeContexts.ReluTwin network = new(Fig4Settings.Relu, context.Seed);
            return Take(settings, task, options => network.Train(data, options), output => network.Predict(data, output),
                () => HiddenActivations.Of(network, task), context);
        }),
        new Work<Snapshots>("GDLN, looked at in between", settings.Seeds[0], context =>
        {
            ThreeContexts network = new(Fig4Settings.Pairs, context.Seed);
            return Take(settings, task, options => network.Train(data, options), output => network.Predict(data, output),
                () => HiddenActivations.Of(network, task), context);
        }),
    ]);

    private static Snapshots Take(
        RunSettings settings, ContextTask task, Action<TrainingOptions> train, Action<double[]> predict, Func<double[,]> hidden, WorkContext context)
    {
        int[] epochs = [.. Enumerable.Range(1, Parts).Select(part => (settings.Epochs - 1) * part / Parts)];
        double[][,] outputs = new double[Parts][,];
        double[][,] activations = new double[Parts][,];
        int done = 0;
        for (int part = 0; part < Parts; part++)
        {
            train(new TrainingOptions
            {
                Epochs = epochs[part] - done,
                StepSize = Fig4Settings.StepSize,
                RecordEvery = Math.Max(1, epochs[part] - done),
                CancellationToken = context.CancellationToken,
            });
            done = epochs[part];
            double[] flat = new double[task.Count * task.TargetWidth];
            predict(flat);
            outputs[part] = ToTable(flat, task.Count, task.TargetWidth);
            activations[part] = hidden();
        }

        return new Snapshots(epochs, outputs, activations);
    }

    /// <summary>Row-major values as a table.</summary>
    public static double[,] ToTable(double[] flat, int rows, int columns)
    {
        double[,] table = new double[rows, columns];
        Buffer.BlockCopy(flat, 0, table, 0, flat.Length * sizeof(double));
        return table;
    }
}
