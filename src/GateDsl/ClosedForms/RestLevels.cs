using GateDsl.Theory.LinearAlgebra;

namespace GateDsl;

/// <summary>
/// Levels at which the Sum loss of a ReLU network with two hidden layers rests on the contextual task, from the data alone (P1 §6; derived). First the
/// best linear map of rank one; then what the contexts differ in; then one level of the hierarchy at a time in every context, common and context
/// block together.
/// </summary>
public static class RestLevels
{
    /// <summary>Levels that differ by less than this part of the initial loss are one.</summary>
    private const double Resolution = 1e-9;

    /// <summary>
    /// The levels of the contextual task, falling, without the initial loss and without 0. The first is min over A of rank 1 of 1/2 |Y - A X|^2. With
    /// the same structure in all contexts the others are 1/2 (|Y|^2 - sum over contexts c and k up to r of s_k(c)^2), r = 1, 2, 4, ... below the number
    /// of objects, s_k(c) the singular values of the targets of context c. With different structures networks were measured to rest near the
    /// best map of rank C instead of r = 1, and then at r = 2; further levels have no theory.
    /// </summary>
    /// <param name="task">The task. Three contexts of the same structure: 66, 51, 30, 12; of different ones: 70.97, 43.88, 29.33.</param>
    public static double[] Of(ContextTask task)
    {
        ArgumentNullException.ThrowIfNull(task);
        LinearMapModes linear = LinearMapModes.Of(Inputs(task), Targets(task));
        bool isSame = task.Structure == ContextStructure.Same;
        List<double> levels = [linear.LossOfRank(1), isSame ? LossOfRankPerContext(task, 1) : linear.LossOfRank(task.ContextCount)];
        int last = isSame ? task.ObjectCount / 2 : 2;
        for (int rank = 2; rank <= last; rank *= 2)
        {
            levels.Add(LossOfRankPerContext(task, rank));
        }

        return Distinct(levels, 0.5 * linear.SquaredTargets);
    }

    /// <summary>Levels half-way between the initial loss, the levels at which it rests, and 0: where to say that a stage has passed.</summary>
    /// <param name="initialLoss">The initial loss.</param>
    /// <param name="levels">Falling levels below it.</param>
    public static double[] HalfWay(double initialLoss, ReadOnlySpan<double> levels)
    {
        double[] all = [initialLoss, .. levels, 0];
        return [.. all.Skip(1).Zip(all, (below, above) => 0.5 * (above + below))];
    }

    internal static Matrix Inputs(ContextTask task)
    {
        Matrix inputs = new(task.Count, task.ObjectCount + task.ContextCount);
        for (int n = 0; n < task.Count; n++)
        {
            inputs[n, task.Items[n]] = 1;
            inputs[n, task.ObjectCount + task.Contexts[n]] = 1;
        }

        return inputs;
    }

    internal static Matrix Targets(ContextTask task) => new(task.Count, task.TargetWidth, task.Targets);

    private static double LossOfRankPerContext(ContextTask task, int rank)
    {
        double[] targets = task.Targets;
        double loss = 0.5 * targets.Sum(value => value * value);
        int size = task.ObjectCount * task.TargetWidth;
        for (int context = 0; context < task.ContextCount; context++)
        {
            double[] strengths = SingularValues.Of(new Matrix(task.ObjectCount, task.TargetWidth, targets[(context * size)..((context + 1) * size)])).S;
            loss -= 0.5 * strengths.Take(rank).Sum(s => s * s);
        }

        return loss;
    }

    private static double[] Distinct(List<double> levels, double initial)
    {
        List<double> distinct = [];
        double above = initial;
        foreach (double level in levels)
        {
            if (level < above - (Resolution * initial) && level > Resolution * initial)
            {
                distinct.Add(level);
                above = level;
            }
        }

        return [.. distinct];
    }
}
