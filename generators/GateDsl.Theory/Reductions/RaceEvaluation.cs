namespace GateDsl.Theory.Reductions;

/// <summary>
/// The race of a declared network run to its end in expectation, for whoever must say before training which pathways lose (GDSL203) and which
/// steps are stable (GDSL204). Until the first mode is at 1% of its end every mode grows by itself, which is skipped in closed form; from there
/// on the Gram reduction runs from what has grown, balanced and aligned.
/// </summary>
internal sealed class RaceEvaluation
{
    /// <summary>A pathway has taken part once one of its modes is at this share of s/d ...</summary>
    public const double ShareOfParticipants = 0.05;

    /// <summary>... by the time the loss is at this share of its start.</summary>
    public const double LossAtTheEnd = 0.01;

    private const double StepOfFastestMode = 0.25;
    private const double FreeGrowth = 0.01;
    private const int MostHalvings = 8;
    private const double PullAtRest = 3e-3;
    private const int CheckEvery = 16;

    private RaceEvaluation(double[] bestShares, double? endTime, double stableStep, double initialLoss, double finalLoss)
    {
        BestShares = bestShares;
        EndTime = endTime;
        StableStepSize = stableStep;
        InitialLoss = initialLoss;
        FinalLoss = finalLoss;
    }

    /// <summary>Per pathway the largest b d/s of its modes when the loss first was below 1% of its start, or at the end where it never was.</summary>
    public double[] BestShares { get; }

    /// <summary>When the loss first was below 1% of its start, in tau; null: it never was.</summary>
    public double? EndTime { get; }

    /// <summary>2 / lambda_max of the Sum loss at the end state.</summary>
    public double StableStepSize { get; }

    public double InitialLoss { get; }

    public double FinalLoss { get; }

    /// <summary>Whether a pathway loses the race by GDSL203's criterion.</summary>
    public bool Loses(int pathway) => EndTime is not null && BestShares[pathway] < ShareOfParticipants;

    /// <summary>Runs the race.</summary>
    /// <param name="problem">The network; it is reduced to the bases of its data.</param>
    /// <param name="spreads">From what each pathway starts.</param>
    /// <param name="mostWork">Multiply-adds that may be spent.</param>
    /// <returns>Null where the race would take more.</returns>
    public static RaceEvaluation? Of(ReductionProblem problem, PathwaySpread[] spreads, long mostWork)
    {
        var reduced = DataBasis.Reduce(problem);
        var data = GatedData.Of(reduced);
        var datasets = EffectiveDataset.Of(data);
        var modes = ModeTable.Of(reduced, data, datasets, spreads);
        var fastest = data.Count * modes.Select(mode => mode.S).DefaultIfEmpty(0).Max();
        var freeTime = FreeTime(reduced, modes);
        var grown = datasets.Select((_, p) => modes.Where(mode => mode.Pathway == p)
            .Select(mode => mode.Start * Math.Exp(2 * mode.S * freeTime)).ToArray()).ToArray();
        var work = mostWork;
        for (var halving = 0; halving <= MostHalvings; halving++)
        {
            // The bound for one pathway is 1/s_1; several that share a target can bend the loss more.
            var stepSize = fastest > 0 ? StepOfFastestMode / fastest / (1 << halving) : 1;
            var race = GramReduction.Balanced(reduced, data, datasets, grown);
            switch (Attempt(race, datasets, freeTime, stepSize, ref work))
            {
                case (RaceEvaluation done, _):
                    return done;
                case (null, true):
                    return null;
            }
        }

        return null;
    }

    // In tau. A path without hidden layer learns from the first epoch on: then nothing can be skipped.
    private static double FreeTime(ReductionProblem problem, ModeRow[] modes) =>
        problem.Pathways.Any(pathway => pathway.Modules.Length == 0) ? 0 : modes
            .Select(mode => mode.Start > 0 && mode.D > 0 ? Math.Log(FreeGrowth * mode.End / mode.Start) / (2 * mode.S) : double.PositiveInfinity)
            .Where(time => !double.IsInfinity(time)).Select(time => Math.Max(0, time)).DefaultIfEmpty(0).Min();

    private static (RaceEvaluation? Done, bool OutOfWork) Attempt(
        GramReduction race, EffectiveDataset[] datasets, double freeTime, double stepSize, ref long work)
    {
        // Without weights the loss is half the targets' square.
        var initialLoss = race.Data.LossFloor + (0.5 * race.Data.Groups.Sum(group => group.Y.SquaredNorm()));
        var initialPull = LargestPull(race);
        double[]? shares = null;
        double? endTime = null;
        for (var epoch = 0; ; epoch++)
        {
            if (double.IsNaN(race.Loss) || race.Loss > (2 * initialLoss) + double.Epsilon)
            {
                return (null, false);
            }

            if (endTime is null && race.Loss < LossAtTheEnd * initialLoss)
            {
                endTime = freeTime + (epoch * stepSize * race.Data.Count);
                shares = BestSharesOf(race, datasets);
            }

            if (initialPull == 0 || (epoch % CheckEvery == 0 && LargestPull(race) <= PullAtRest * initialPull))
            {
                return (new(shares ?? BestSharesOf(race, datasets), endTime, StableStep.Estimate(race), initialLoss, race.Loss), false);
            }

            work -= race.WorkPerStep;
            if (work < 0)
            {
                // The losers are known once the race is run; what is missing is the last approach to rest.
                var known = shares is null ? null : new RaceEvaluation(shares, endTime, StableStep.Estimate(race), initialLoss, race.Loss);
                return (known, known is null);
            }

            race.Step(stepSize);
        }
    }

    private static double LargestPull(GramReduction race) => race.Pulls().Select(pull => pull.LargestMagnitude()).DefaultIfEmpty(0).Max();

    private static double[] BestSharesOf(GramReduction race, EffectiveDataset[] datasets) => datasets.Select((dataset, p) =>
    {
        var strengths = dataset.StrengthsIn(race.Maps[p]);
        return strengths.Select((strength, k) => strength * dataset.D[k] / dataset.S[k]).DefaultIfEmpty(0).Max();
    }).ToArray();
}
