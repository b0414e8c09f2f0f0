using GateDsl.Theory.EffectiveData;
using GateDsl.Theory.Tasks;

namespace GateDsl;

/// <summary>
/// Who wins the race (P1 Prop. 4.2, App. E): candidate gatings of a task by the time at which their fastest mode is predicted to be half
/// learned, each trained by itself in expectation over weights from N(0, sigma^2).
/// </summary>
public static class GatingRace
{
    /// <summary>The contextual task: everything, and pathways over objects that are on in 1, ..., C - 1 contexts. Fastest first.</summary>
    /// <param name="contexts">Number of contexts C, at least 1.</param>
    /// <param name="structure">Whether the contexts share their structure.</param>
    /// <param name="sigma">Standard deviation of the initial weights, positive and finite.</param>
    /// <param name="unitsPerPathway">Hidden units of every pathway, positive and finite.</param>
    /// <param name="objects">Number of objects, a power of two.</param>
    /// <param name="points">Points of each predicted curve, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public static IReadOnlyList<RankedGating> OfContexts(
        int contexts, ContextStructure structure, double sigma, double unitsPerPathway, int objects = 8, int points = 1000)
    {
        Positive.Require(sigma);
        Positive.Require(unitsPerPathway);
        ContextTaskData task = ContextTaskData.Create(contexts, objects, structure == ContextStructure.Different);
        Candidate everything = Candidate("common", TaskProblems.OfContexts(task, common: true));
        return Rank([everything, .. Enumerable.Range(1, contexts - 1)
            .Select(size => Candidate($"{size} of {contexts} contexts", TaskProblems.OfContexts(task, common: false, size)))], points);

        Candidate Candidate(string name, ReductionProblem problem) => new(name, problem, PathwaySpread.Uniform(problem, unitsPerPathway, sigma));
    }

    /// <summary>Exclusive-or: one pathway per label against one per point. Fastest first.</summary>
    /// <param name="margin">The margin D, finite and not negative.</param>
    /// <param name="sigma">Standard deviation of the initial weights, positive and finite.</param>
    /// <param name="unitsPerLabel">Hidden units of each pathway of the linear gating.</param>
    /// <param name="unitsPerPoint">Hidden units of each pathway of the XoR gating.</param>
    /// <param name="points">Points of each predicted curve, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public static IReadOnlyList<RankedGating> OfXor(
        double margin, double sigma, double unitsPerLabel = 64, double unitsPerPoint = 32, int points = 1000)
    {
        Positive.Require(sigma);
        XorTaskData task = XorTaskData.Create(margin);
        ReductionProblem labels = TaskProblems.OfXor(task, onePerPoint: false);
        ReductionProblem samples = TaskProblems.OfXor(task, onePerPoint: true);
        return Rank(
            [
                new("one per label", labels, PathwaySpread.Uniform(labels, Positive.Require(unitsPerLabel), sigma)),
                new("one per point", samples, PathwaySpread.Uniform(samples, Positive.Require(unitsPerPoint), sigma)),
            ],
            points);
    }

    private static RankedGating[] Rank(IReadOnlyList<Candidate> candidates, int points)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(points, 1);
        return [.. RaceRanking.Rank(candidates, points).Select(ranked => new RankedGating(
            ranked.Name, ranked.FirstSingularValue, ranked.FirstHalfTime, ranked.LossHalfTime, ranked.Times, ranked.Losses))];
    }
}
