using GateDsl;
using GateDsl.Samples.Drawing;
using GateDsl.Samples.Writing;

namespace Paper.Fig6;

/// <summary>The stages of training: where the loss rests, by the nearest predicted level, and when it crosses the levels in between.</summary>
/// <param name="race">The levels.</param>
internal sealed class Stages(DeepContextRace race)
{
    /// <summary>Adds the levels that the data fix, and when representative networks leave them, averaged over the draws.</summary>
    public void AddPredicted(Metrics metrics, CurveFamily draws)
    {
        for (int k = 0; k < race.Levels.Count; k++)
        {
            metrics.Add($"predicted_level_{k + 1}", race.Levels[k]);
        }

        AddAll(metrics, "predicted_drop", [.. draws.BySeed.Select(loss => LevelCrossing.Epochs(loss, race.HalfWay))]);
    }

    /// <summary>Adds the plateaus and drops of a network, averaged over the seeds, each where every seed has it.</summary>
    public void AddMeasured(Metrics metrics, CurveFamily family)
    {
        double?[][] plateaus = [.. family.BySeed.Select(PlateausOf)];
        for (int k = 0; k < race.Levels.Count; k++)
        {
            int level = k;
            if (plateaus.All(seed => seed[level] is not null))
            {
                metrics.Add($"{family.Subject.Key}_plateau_{k + 1}", plateaus.Average(seed => seed[level]!.Value));
            }
        }

        AddAll(metrics, $"{family.Subject.Key}_drop", [.. family.BySeed.Select(loss => LevelCrossing.Epochs(loss, race.HalfWay))]);
    }

    /// <summary>The level of the plateau that belongs to each predicted level, the longest one where there are several; null: there is none.</summary>
    public double?[] PlateausOf(double[] loss)
    {
        LossPlateau[] plateaus = [.. LossPlateau.Find(loss)];
        return
        [
            .. Enumerable.Range(0, race.Levels.Count).Select(level => plateaus
                .Where(plateau => Nearest(plateau.Level) == level)
                .OrderByDescending(plateau => plateau.Epochs)
                .Select(plateau => (double?)plateau.Level)
                .FirstOrDefault()),
        ];
    }

    private int Nearest(double level) => Enumerable.Range(0, race.Levels.Count).MinBy(k => Math.Abs(race.Levels[k] - level));

    private static void AddAll(Metrics metrics, string name, double[][] bySeed)
    {
        for (int k = 0; k < bySeed.Min(seed => seed.Length); k++)
        {
            metrics.Add($"{name}_{k + 1}", bySeed.Average(seed => seed[k]));
        }
    }
}
