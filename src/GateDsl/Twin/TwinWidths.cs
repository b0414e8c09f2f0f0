using GateDsl.Theory.EffectiveData;

namespace GateDsl;

/// <summary>
/// How many units each module gets to imitate a ReLU twin of H (theory.md §5, "pathways of the declaration"): always-on modules share H/2, the
/// others share H/2, and where there is only one kind it shares H. Half of the random units have a positive component along the common growth
/// direction; that the rest splits evenly is a rule of thumb, measured for contextual tasks.
/// </summary>
internal static class TwinWidths
{
    /// <summary>Units of each pathway; not whole numbers in general. A path without hidden layer has none.</summary>
    /// <exception cref="NotSupportedException">A pathway has more than one hidden layer.</exception>
    public static double[] Of(ReductionProblem problem, double twinUnits)
    {
        if (Array.Find(problem.Pathways, pathway => pathway.Modules.Length > 1) is { } deep)
        {
            throw new NotSupportedException(
                $"Pathway {deep.Name} has {deep.Modules.Length} hidden layers; the twin is predicted for networks with one.");
        }

        bool[] hidden = problem.Pathways.Select(pathway => pathway.Modules.Length == 1).ToArray();
        bool[] always = problem.Pathways.Select((pathway, p) => hidden[p] && IsAlwaysOn(pathway)).ToArray();
        int alwaysCount = always.Count(on => on);
        int otherCount = hidden.Count(on => on) - alwaysCount;
        double share = alwaysCount > 0 && otherCount > 0 ? twinUnits / 2 : twinUnits;
        return hidden.Select((isHidden, p) => !isHidden ? 0 : share / (always[p] ? alwaysCount : otherCount)).ToArray();
    }

    private static bool IsAlwaysOn(Pathway pathway) =>
        pathway.Inputs.Concat(pathway.Outputs).All(block => block.On is null || block.On.All(on => on));
}
