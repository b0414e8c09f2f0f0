using GateDsl;
using GateDsl.Samples.Running;
using MathNet.Numerics.LinearAlgebra;

namespace Paper.Routing;

/// <summary>What is left of a run of the sweep.</summary>
/// <param name="Gain">Of its initial weights.</param>
/// <param name="Maps">Of every pair at the end.</param>
/// <param name="Trained">Error of the trained pairs.</param>
/// <param name="Untrained">Error of the others; null: every pair is trained.</param>
/// <param name="Similarity">Cosines between what the encoders write for each of their items, encoder by encoder.</param>
internal sealed record GainRun(double Gain, Matrix<double>[,] Maps, double Trained, double? Untrained, double[,] Similarity)
{
    /// <summary>Every gain and seed; the gains in order, and the seeds of each.</summary>
    public static GainRun[][] Sweep(RunSettings settings, RoutingProblem problem, WorkRunner runner)
    {
        GainRun[] runs = runner.Run(
            from gain in RoutingSettings.Gains
            from seed in settings.Seeds
            select new Work<GainRun>(
                FormattableString.Invariant($"routing network, gain {gain}, to its end"), seed, context => Of(gain, settings, problem, context)));
        return [.. runs.Chunk(settings.Seeds.Count)];
    }

    /// <summary>The mean similarity of one item seen by two encoders: 1 where all of them write the same, 0 where each writes its own.</summary>
    public double Sharing
    {
        get
        {
            List<double> cosines = [];
            for (int i = 0; i < Similarity.GetLength(0); i++)
            {
                for (int j = i + RoutingNetwork.Items; j < Similarity.GetLength(0); j += RoutingNetwork.Items)
                {
                    cosines.Add(Similarity[i, j]);
                }
            }

            return cosines.Count == 0 ? 1 : cosines.Average();
        }
    }

    private static GainRun Of(double gain, RunSettings settings, RoutingProblem problem, WorkContext context)
    {
        RoutingNetwork network = new(RoutingSettings.Start(gain), context.Seed);
        int epochs = RoutingSettings.SweepEpochs(settings.Epochs);
        if (epochs > 0)
        {
            network.Train(problem.TrainedPairs, new TrainingOptions
            {
                Epochs = epochs,
                StepSize = RoutingSettings.SweepStepSize(gain),
                Progress = context.Progress,
                CancellationToken = context.CancellationToken,
            });
        }

        Matrix<double>[,] maps = problem.MapsOf(network);
        return new GainRun(
            gain,
            maps,
            problem.ErrorOf(maps, trained: true)!.Value,
            problem.ErrorOf(maps, trained: false),
            SimilarityOf(network, RoutingNetwork.Items * problem.Domains));
    }

    private static double[,] SimilarityOf(RoutingNetwork network, int cues)
    {
        var weights = network.CueToFirst;
        Vector<double>[] written = new Vector<double>[cues];
        for (int cue = 0; cue < cues; cue++)
        {
            written[cue] = Vector<double>.Build.Dense((int)weights.Lengths[0]);
            for (int unit = 0; unit < written[cue].Count; unit++)
            {
                written[cue][unit] = weights[unit, cue];
            }

            written[cue] = written[cue].Normalize(2);
        }

        double[,] cosines = new double[cues, cues];
        for (int i = 0; i < cues; i++)
        {
            for (int j = 0; j < cues; j++)
            {
                cosines[i, j] = written[i].DotProduct(written[j]);
            }
        }

        return cosines;
    }
}
