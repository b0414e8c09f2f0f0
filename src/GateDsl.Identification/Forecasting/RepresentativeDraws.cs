using System.Globalization;
using GateDsl.Theory.EffectiveData;

namespace GateDsl.Identifying;

/// <summary>Several draws of representative units in place of a network: their gates at some epochs, and the mean of their losses.</summary>
internal sealed class RepresentativeDraws
{
    private const int DefaultEpochs = 20;

    /// <summary>A loss so many times the first one, or that of a network that answers 0, has diverged.</summary>
    private const double GrowthBound = 1e6;

    private readonly int _draws;

    private RepresentativeDraws(LayerRecordings recordings, int[] epochs, double[] losses, int draws) =>
        (Recordings, Epochs, Losses, _draws) = (recordings, epochs, losses, draws);

    /// <summary>Draw by draw, each at every epoch.</summary>
    public LayerRecordings Recordings { get; }

    public int[] Epochs { get; }

    /// <summary>One per epoch before its update, on the scale asked for.</summary>
    public double[] Losses { get; }

    public static RepresentativeDraws Of(
        IdentificationData data, int units, double sigma, double stepSize, int epochs, IdentificationOptions options, LossScale scale)
    {
        if (options.Draws < 1)
        {
            throw new ArgumentException($"A forecast needs at least 1 draw, not {options.Draws}.");
        }

        int[] read = EpochsToRead(options, epochs);
        ReductionProblem problem = GatedProblem.Of(data, []);
        double factor = scale == LossScale.Sum ? 1 : 1.0 / data.Count;
        double[][] losses = new double[options.Draws][];
        List<(bool[,] Gates, double[] Strengths)>[] seen = new List<(bool[,], double[])>[options.Draws];
        Failure?[] failures = new Failure?[options.Draws];
        Parallel.For(0, options.Draws, draw =>
        {
            RepresentativeUnits run = RepresentativeUnits.Create(problem, units, sigma, sigma, options.Seed + (ulong)draw);
            seen[draw] = [];
            losses[draw] = new double[epochs];
            double bound = GrowthBound * Math.Max(run.Loss, 0.5 * data.TargetValues!.Sum(target => target * target));
            for (int epoch = 0; epoch < epochs && failures[draw] is null; epoch++)
            {
                losses[draw][epoch] = run.Loss;
                failures[draw] = Failure.Of(run, epoch, bound);
                if (failures[draw] is null)
                {
                    if (Array.BinarySearch(read, epoch) >= 0)
                    {
                        seen[draw].Add(Read(run, data.Count));
                    }

                    run.Step(stepSize * factor);
                }
            }
        });

        // Said outside the parallel loop, which would wrap it.
        if (failures.OfType<Failure>().OrderBy(failure => failure.Epoch).FirstOrDefault() is { } first)
        {
            throw new TrainingDivergedException(
                first.What, first.Epoch, factor * first.Loss, stepSize, StableBound.Of(data, units, sigma, options.Seed) / factor);
        }

        LayerRecordings recordings = new(data);
        foreach ((bool[,] gates, double[] strengths) in seen.SelectMany(draw => draw))
        {
            recordings.Add(gates, strengths);
        }

        return new(recordings, read, [.. Enumerable.Range(0, epochs).Select(epoch => factor * losses.Average(draw => draw[epoch]))], options.Draws);
    }

    /// <summary>The epochs whose gates are read, ascending.</summary>
    public static int[] EpochsToRead(IdentificationOptions options, int epochs)
    {
        int[] read = [.. (options.ForecastEpochs ?? Spread(epochs)).Distinct().Order()];
        return read.Length > 0 && read[0] >= 0 && read[^1] < epochs
            ? read
            : throw new ArgumentException($"Epochs to read are 0 to {epochs - 1}, at least one.");
    }

    /// <summary>Values by recording as values by epoch.</summary>
    public double[] MeanOverDraws(IReadOnlyList<double> byRecording) =>
        [.. Enumerable.Range(0, Epochs.Length).Select(e => Enumerable.Range(0, _draws).Average(draw => byRecording[(draw * Epochs.Length) + e]))];

    private static IEnumerable<int> Spread(int epochs) =>
        Enumerable.Range(1, DefaultEpochs).Select(i => (int)((long)(epochs - 1) * i / DefaultEpochs));

    private static (bool[,] Gates, double[] Strengths) Read(RepresentativeUnits run, int datapoints)
    {
        bool[,] gates = new bool[run.Count, datapoints];
        for (int unit = 0; unit < run.Count; unit++)
        {
            for (int n = 0; n < datapoints; n++)
            {
                gates[unit, n] = run.IsOn(unit, n);
            }
        }

        return (gates, [.. Enumerable.Range(0, run.Count).Select(run.PathStrength)]);
    }

    /// <summary>How a run failed.</summary>
    private sealed record Failure(string What, int Epoch, double Loss)
    {
        public static Failure? Of(RepresentativeUnits run, int epoch, double bound) =>
            !(run.Loss <= bound) || !double.IsFinite(run.Loss)
                ? new(string.Create(CultureInfo.InvariantCulture, $"The training diverged: before the update of epoch {epoch} the loss was {run.Loss:G6}"),
                    epoch, run.Loss)
            : !run.IsAlive()
                ? new(string.Create(CultureInfo.InvariantCulture,
                    $"The training killed all units: before the update of epoch {epoch} none is on at any datapoint"), epoch, run.Loss)
            : null;
    }
}
