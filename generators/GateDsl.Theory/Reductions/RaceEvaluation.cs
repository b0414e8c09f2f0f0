using GateDsl.Theory.EffectiveData;
using GateDsl.Theory.Integration;

namespace GateDsl.Theory.Reductions;

/// <summary>
/// The race of a declared network run to its end in expectation, for whoever must say before training which pathways lose (GDSL203) and which
/// steps are stable (GDSL204). Until the first mode is at 1% of its end every mode grows by itself, which is skipped in closed form; from there
/// on the Gram reduction runs from what has grown, balanced and aligned, as the flow of small steps.
/// </summary>
internal sealed class RaceEvaluation
{
    /// <summary>A pathway has taken part once one of its modes is at this share of s/d ...</summary>
    public const double ShareOfParticipants = 0.05;

    /// <summary>... by the time the loss is at this share of its start.</summary>
    public const double LossAtTheEnd = 0.01;

    private const double FreeGrowth = 0.01;
    private const double PullAtRest = 3e-3;

    private const double FirstStepOfFastestMode = 0.25;
    private const double ErrorPerStep = 0.02;

    // The loss falls by orders in a step of the last modes: its crossing must not be passed by far.
    private const double LossAtCrossing = 0.9;
    private const double MostShorteningAtCrossing = 0.9;

    // What an evaluation of few numbers takes is the calls.
    private const long LeastWork = 200;

    // The bound on the step may take a part of the race's work on top of it.
    private const int ShareOfBound = 4;

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
    /// <returns>Null where the race would take more, or the bound on the step a quarter of it.</returns>
    public static RaceEvaluation? Of(ReductionProblem problem, PathwaySpread[] spreads, long mostWork)
    {
        ReductionProblem reduced = DataBasis.Reduce(problem);
        GatedData data = GatedData.Of(reduced);
        return Of(data, EffectiveDataset.Of(data), reduced, spreads, mostWork);
    }

    /// <summary>The same of a problem that is in the bases of its data already, with its effective datasets.</summary>
    public static RaceEvaluation? Of(
        GatedData data, EffectiveDataset[] datasets, ReductionProblem reduced, PathwaySpread[] spreads, long mostWork)
    {
        ModeRow[] modes = ModeTable.Of(reduced, data, datasets, spreads);
        double fastest = data.Count * modes.Select(mode => mode.S).DefaultIfEmpty(0).Max();
        double freeTime = FreeTime(reduced, modes);
        double[][] grown = datasets.Select((_, p) => modes.Where(mode => mode.Pathway == p)
            .Select(mode => mode.Start * Math.Exp(2 * mode.S * freeTime)).ToArray()).ToArray();
        GramReduction race = GramReduction.Balanced(reduced, data, datasets, grown);
        return Run(race, datasets, freeTime, fastest > 0 ? FirstStepOfFastestMode / fastest : 1, mostWork);
    }

    // In tau. A path without hidden layer learns from the first epoch on: then nothing can be skipped.
    private static double FreeTime(ReductionProblem problem, ModeRow[] modes) =>
        problem.Pathways.Any(pathway => pathway.Modules.Length == 0) ? 0 : modes
            .Select(mode => mode.Start > 0 ? Math.Log(FreeGrowth * mode.End / mode.Start) / (2 * mode.S) : double.PositiveInfinity)
            .Where(time => !double.IsInfinity(time)).Select(time => Math.Max(0, time)).DefaultIfEmpty(0).Min();

    private static RaceEvaluation? Run(GramReduction race, EffectiveDataset[] datasets, double freeTime, double firstStep, long mostWork)
    {
        // Without weights the loss is half the targets' square.
        double initialLoss = race.Data.LossFloor + (0.5 * race.Data.Groups.Sum(group => group.Y.SquaredNorm()));
        double targetLoss = LossAtTheEnd * initialLoss;
        GramFlow state = new(race);
        ChebyshevFlow flow = new(state.Start, state.SlopeAt, state.LargestShare, ErrorPerStep, firstStep);
        (double loss, double pull) = (race.Loss, state.LargestPull);
        double pullAtRest = PullAtRest * pull;
        double[]? shares = null;
        double? endTime = null;
        while (pull > pullAtRest)
        {
            if (flow.IsStuck || flow.Evaluations * Math.Max(race.WorkPerStep, LeastWork) > mostWork)
            {
                // The losers are known once the race is run; what is missing is the last approach to rest.
                flow.Revisit();
                break;
            }

            if (!flow.Propose())
            {
                continue;
            }

            if (endTime is null && race.Loss < LossAtCrossing * targetLoss)
            {
                double between = 0.5 * (1 + LossAtCrossing) * targetLoss;
                flow.Shorten(Math.Min(MostShorteningAtCrossing, Math.Log(loss / between) / Math.Log(loss / race.Loss)));
                continue;
            }

            flow.Accept();
            (loss, pull) = (race.Loss, state.LargestPull);
            if (endTime is null && loss < targetLoss)
            {
                endTime = freeTime + (flow.Time * race.Data.Count);
                shares = BestSharesOf(race, datasets);
            }
        }

        return (pull <= pullAtRest || endTime is not null) && StableStep.Estimate(race, mostWork / ShareOfBound) is { } bound
            ? new(shares ?? BestSharesOf(race, datasets), endTime, bound, initialLoss, race.Loss)
            : null;
    }

    private static double[] BestSharesOf(GramReduction race, EffectiveDataset[] datasets) => datasets.Select((dataset, p) =>
    {
        double[] strengths = dataset.StrengthsIn(race.Maps[p]);
        return strengths.Select((strength, k) => strength * dataset.D[k] / dataset.S[k]).DefaultIfEmpty(0).Max();
    }).ToArray();
}
