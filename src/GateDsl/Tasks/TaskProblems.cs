using GateDsl.Theory.EffectiveData;
using GateDsl.Theory.Tasks;

namespace GateDsl;

/// <summary>The tasks of the papers as reduction problems, by the gatings that race on them.</summary>
internal static class TaskProblems
{
    private const int Item = 0;
    private const int Context = 1;

    /// <summary>
    /// The contextual task with, if wanted, the common pathway over object and context, and for every named size one pathway over objects per
    /// subset of so many contexts.
    /// </summary>
    public static ReductionProblem OfContexts(ContextTaskData task, bool common, params int[] subsetSizes)
    {
        int contexts = task.Contexts.Max() + 1;
        List<Pathway> pathways = new();
        if (common)
        {
            pathways.Add(new("Common", [0], [new(Item, null), new(Context, null)], [new(0, null)]));
        }

        foreach (int[]? subset in subsetSizes.SelectMany(size => Subsets(contexts, size)))
        {
            bool[] gate = task.Contexts.Select(context => subset.Contains(context)).ToArray();
            pathways.Add(new($"Contexts {string.Join(",", subset)}", [pathways.Count], [new(Item, gate)], [new(0, null)]));
        }

        return new()
        {
            Count = task.Items.Length,
            Inputs =
            [
                new("Item", task.Items.Max() + 1, OneHot(task.Items)),
                new("Context", contexts, OneHot(task.Contexts)),
            ],
            Outputs = [new("Properties", task.TargetWidth, task.Targets, null)],
            Modules = pathways.Select(pathway => pathway.Name).ToArray(),
            Pathways = pathways.ToArray(),
        };
    }

    /// <summary>Exclusive-or with one pathway per label (linear gating) or one per point (XoR gating).</summary>
    public static ReductionProblem OfXor(XorTaskData task, bool onePerPoint)
    {
        IEnumerable<bool[]> gates = onePerPoint
            ? task.Samples.Select(sample => task.Samples.Select(other => other == sample).ToArray())
            : new[] { 1.0, -1.0 }.Select(label => task.Targets.Select(target => target == label).ToArray());
        Pathway[] pathways = gates.Select((gate, p) => new Pathway($"Pathway {p}", [p], [new(0, gate)], [new(0, null)])).ToArray();
        return new()
        {
            Count = task.Samples.Length,
            Inputs = [new("Stimulus", XorTaskData.InputWidth, task.Inputs)],
            Outputs = [new("Label", 1, task.Targets, null)],
            Modules = pathways.Select(pathway => pathway.Name).ToArray(),
            Pathways = pathways,
        };
    }

    /// <summary>Row-major N x values.</summary>
    public static double[] OneHot(int[] indices)
    {
        int width = indices.Length == 0 ? 0 : indices.Max() + 1;
        double[] rows = new double[indices.Length * width];
        for (int n = 0; n < indices.Length; n++)
        {
            rows[(n * width) + indices[n]] = 1;
        }

        return rows;
    }

    /// <summary>Subsets of 0 .. count - 1 of one size, in lexicographic order.</summary>
    public static IEnumerable<int[]> Subsets(int count, int size)
    {
        int[] subset = Enumerable.Range(0, size).ToArray();
        while (size <= count)
        {
            yield return (int[])subset.Clone();
            int at = size - 1;
            while (at >= 0 && subset[at] == count - size + at)
            {
                at--;
            }

            if (at < 0)
            {
                yield break;
            }

            subset[at]++;
            for (int i = at + 1; i < size; i++)
            {
                subset[i] = subset[i - 1] + 1;
            }
        }
    }
}
