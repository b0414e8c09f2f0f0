using GateDsl.Theory.EffectiveData;
using GateDsl.Theory.Reductions;

namespace GateDsl;

/// <summary>A gating that competes: the network it makes, and from what its pathways start.</summary>
internal sealed record Candidate(string Name, ReductionProblem Problem, PathwaySpread[] Spreads);

/// <summary>What a gating is predicted to do.</summary>
/// <param name="Name">Name of the candidate.</param>
/// <param name="FirstSingularValue">Largest singular value of its pathways' effective datasets.</param>
/// <param name="FirstHalfTime">When its fastest mode alone is at half its end, in tau: what the ranking goes by.</param>
/// <param name="LossHalfTime">When its loss is first half of the start, in tau; infinity: not on the curve.</param>
/// <param name="Times">Times of the curve in tau.</param>
/// <param name="Losses">Its predicted Sum loss at these times.</param>
internal sealed record RankedCandidate(
    string Name, double FirstSingularValue, double FirstHalfTime, double LossHalfTime, double[] Times, double[] Losses);

/// <summary>
/// Who wins the race (mathematics.md, Who wins): candidates by the time at which their fastest mode is predicted to be half learned, with the predicted
/// loss curves as evidence.
/// </summary>
internal static class RaceRanking
{
    private const double StepOfFastestMode = 0.1;

    /// <summary>The candidates, fastest first; ties in the order given.</summary>
    /// <param name="candidates">Candidate gatings of one data set.</param>
    /// <param name="steps">Points of each loss curve; all curves have the same times.</param>
    public static RankedCandidate[] Rank(IReadOnlyList<Candidate> candidates, int steps)
    {
        (Candidate candidate, ReductionProblem problem, ModeRow[] rows)[] prepared = candidates.Select(candidate =>
        {
            ReductionProblem problem = DataBasis.Reduce(candidate.Problem);
            GatedData data = GatedData.Of(problem);
            return (candidate, problem, rows: ModeTable.Of(problem, data, EffectiveDataset.Of(data), candidate.Spreads));
        }).ToArray();
        double fastest = prepared.SelectMany(entry => entry.rows.Select(row => row.S * entry.problem.Count)).DefaultIfEmpty(0).Max();
        double stepSize = fastest > 0 ? StepOfFastestMode / fastest : 1;
        return prepared.Select(entry =>
        {
            double[] times = Enumerable.Range(0, steps).Select(i => i * stepSize * entry.problem.Count).ToArray();
            double[] losses = GramReduction.Expect(entry.problem, entry.candidate.Spreads).Run(steps, stepSize);
            int half = Array.FindIndex(losses, loss => loss <= losses[0] / 2);
            return new RankedCandidate(
                entry.candidate.Name,
                entry.rows.Select(row => row.S).DefaultIfEmpty(0).Max(),
                entry.rows.Select(row => row.HalfTime).DefaultIfEmpty(double.PositiveInfinity).Min(),
                half < 0 ? double.PositiveInfinity : times[half],
                times,
                losses);
        }).OrderBy(ranked => ranked.FirstHalfTime).ToArray();
    }
}
