using GateDsl;
using GateDsl.Samples.Running;

namespace Paper.Depth;

/// <summary>Trainings and predictions of one depth from one size of initial weights: whole, or until the loss has first dropped.</summary>
/// <param name="network">The depth.</param>
/// <param name="size">sigma sqrt(H).</param>
/// <param name="epochs">The most epochs that are asked for.</param>
/// <param name="drop">Where the first drop is dated.</param>
internal sealed class DepthRuns(DepthNetwork network, double size, int epochs, FirstDrop drop)
{
    /// <summary>Updates between two looks at the loss.</summary>
    private const int Piece = 250;

    // A drop that by the formula is beyond the epochs that there are is not waited for.
    private readonly int _epochs = size == DepthSettings.Shown || !(drop.Formula(network.Layers, size) > epochs) ? epochs : 1;

    /// <summary>Whether all epochs are wanted.</summary>
    public bool IsWhole => size == DepthSettings.Shown;

    /// <summary>The trainings of all seeds.</summary>
    public IEnumerable<Work<DepthRun>> Trained(IReadOnlyList<ulong> seeds) => seeds.Select(seed => new Work<DepthRun>(network.Trained.Label, seed, Train));

    /// <summary>The prediction.</summary>
    public Work<DepthRun> Predicted(ulong seed) => new($"{network.Trained.Label}, predicted", seed, Predict);

    private DepthRun Train(WorkContext context)
    {
        Func<TrainingOptions, double[]> train = network.Start(DepthSettings.SigmaOf(size), context.Seed);
        if (IsWhole)
        {
            return new DepthRun(train(Options(_epochs, context) with { Progress = context.Progress }), []);
        }

        List<double> loss = [];
        while (loss.Count < _epochs && (loss.Count == 0 || loss[^1] > drop.Level))
        {
            loss.AddRange(train(Options(Math.Min(Piece, _epochs - loss.Count), context)));
        }

        return new DepthRun([.. loss], []);
    }

    /// <summary>How long it takes is not known before: twice as long until every draw has dropped.</summary>
    private DepthRun Predict(WorkContext context)
    {
        for (int length = IsWhole ? _epochs : Math.Min(_epochs, 2 * Piece); ; length = Math.Min(_epochs, 2 * length))
        {
            RaceLog log = network.Race(DepthSettings.SigmaOf(size), context.Seed, Options(length, context));
            double[][] draws = log.Draws.Count == 0 ? [log.Loss] : [.. log.Draws];
            if (length == _epochs || drop.MeanIn(draws) is not null)
            {
                return new DepthRun(log.Loss, draws);
            }
        }
    }

    private static TrainingOptions Options(int epochs, WorkContext context) =>
        new() { Epochs = epochs, StepSize = DepthSettings.StepSize, CancellationToken = context.CancellationToken };
}
