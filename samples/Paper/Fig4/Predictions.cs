using GateDsl;
using GateDsl.Samples.Drawing;
using GateDsl.Samples.Running;

namespace Paper.Fig4;

/// <summary>What the race reductions say of the figure's two networks; nothing in them was fitted to a training.</summary>
/// <param name="Exact">From the weights of each seed.</param>
/// <param name="Modes">Eq. 6 from the weights of each seed.</param>
/// <param name="Expected">From the distribution of the gated network's weights.</param>
/// <param name="Twin">The ReLU network by representative units.</param>
/// <param name="Widths">The ReLU network by the declared pathways, as wide as the width rule says.</param>
internal sealed record Predictions(RaceLog[] Exact, RaceLog[] Modes, RaceLog Expected, RaceLog Twin, RaceLog Widths)
{
    public static Predictions Compute(RunSettings settings, ThreeContexts.Dataset data, WorkRunner runner)
    {
        RaceLog Integrate(ThreeContexts.Race race, Reduction reduction = Reduction.Exact) =>
            race.Integrate(settings.Epochs, Fig4Settings.StepSize, LossScale.Sum, reduction);
        ThreeContexts.Race From(ulong seed) => ThreeContexts.Race.From(new ThreeContexts(Fig4Settings.Pairs, seed), data);

        ulong first = settings.Seeds[0];
        RaceLog[] logs = runner.Run(
        [
            .. settings.Seeds.Select(seed => new Work<RaceLog>(Subject.Exact.Label, seed, _ => Integrate(From(seed)))),
            .. settings.Seeds.Select(seed => new Work<RaceLog>(Subject.Modes.Label, seed, _ => Integrate(From(seed), Reduction.Modes))),
            new(Subject.Expected.Label, first, _ => Integrate(ThreeContexts.Race.Expect(data, Fig4Settings.Pairs))),
            new(Subject.Twin.Label, first, _ => Integrate(ThreeContexts.Race.ForTwin(data, Fig4Settings.Sigma, seed: first))),
            new(Subject.Widths.Label, first, _ => Integrate(ThreeContexts.Race.ForTwin(data, Fig4Settings.Sigma, TwinPrediction.Pathways))),
        ]);
        int seeds = settings.Seeds.Count;
        return new Predictions(logs[..seeds], logs[seeds..(2 * seeds)], logs[^3], logs[^2], logs[^1]);
    }

    /// <summary>The predicted losses: exact, modes, expected, twin, widths.</summary>
    public CurveFamily[] Losses() =>
    [
        new(Subject.Exact, [.. Exact.Select(log => log.Loss)]),
        new(Subject.Modes, [.. Modes.Select(log => log.Loss)]),
        CurveFamily.OfAllSeeds(Subject.Expected, Expected.Loss, Exact.Length),
        CurveFamily.OfAllSeeds(Subject.Twin, Twin.Loss, Exact.Length),
        CurveFamily.OfAllSeeds(Subject.Widths, Widths.Loss, Exact.Length),
    ];
}
