using GateDsl.Theory.EffectiveData;
using GateDsl.Theory.LinearAlgebra;

namespace GateDsl.Theory.Reductions;

/// <summary>Which closed form describes a network on its data: one of them, or none and why.</summary>
internal abstract record ClosedFormChoice
{
    /// <summary>Couplings below this share of the modes' own input strengths count as none.</summary>
    private const double Independence = 1e-9;

    private ClosedFormChoice()
    {
    }

    /// <summary>Eq. 7 in every mode of every pathway: they learn alone.</summary>
    public sealed record IndependentModes : ClosedFormChoice;

    /// <summary>Common and all (C - 1)-subsets on the contextual task with equal structures (P1 App. F, G): see ContextForm.</summary>
    /// <param name="Task">What was recognised.</param>
    public sealed record Contexts(ContextRecognition Task) : ClosedFormChoice;

    /// <summary>Routing (P2), from weights of the aligned form: see RoutingForm.</summary>
    /// <param name="Task">What was recognised.</param>
    public sealed record Routing(RoutingRecognition Task) : ClosedFormChoice;

    /// <summary>No closed form applies.</summary>
    /// <param name="Reason">The assumption that fails, and by how much.</param>
    public sealed record None(string Reason) : ClosedFormChoice;

    /// <summary>Decides by the data and the gates alone.</summary>
    public static ClosedFormChoice Of(ReductionProblem problem)
    {
        GatedData data = GatedData.Of(problem);
        return Of(problem, data, EffectiveDataset.Of(data));
    }

    /// <summary>The same where the effective datasets are known already; they may be those of the problem in the bases of its data.</summary>
    public static ClosedFormChoice Of(ReductionProblem problem, GatedData data, EffectiveDataset[] datasets)
    {
        if (Array.Find(problem.Pathways, pathway => pathway.Modules.Length != 1) is { } other)
        {
            (RoutingRecognition? routing, string? off) = RoutingRecognition.Of(problem);
            return routing is not null ? new Routing(routing)
                : new None(other.Modules.Length == 0
                    ? "Eq. 7 assumes paths with one hidden layer; there are paths without one"
                    : $"Eq. 7 assumes paths with one hidden layer; {other.Name} has {other.Modules.Length}, and {off}");
        }

        ModeOverlap? strongest = ModeCouplings.Of(data, datasets).Strongest(datasets);
        if (strongest is null || strongest.Coupling <= Independence)
        {
            return new IndependentModes();
        }

        (ContextRecognition? task, string? why) = ContextRecognition.Of(problem);
        return task is not null
            ? new Contexts(task)
            : new None(FormattableString.Invariant($"Eq. 7 assumes that every mode learns alone; mode {strongest.Mode} of ")
                + FormattableString.Invariant($"{problem.Pathways[strongest.Pathway].Name} and mode {strongest.OtherMode} of ")
                + FormattableString.Invariant(
                    $"{problem.Pathways[strongest.OtherPathway].Name} are coupled by {strongest.Coupling:G3} of their own strength, and {why}"));
    }
}

/// <summary>The contextual task recognised in a problem: C contexts with the structure H in every block, and the pathways of its closed form.</summary>
/// <param name="ContextCount">C.</param>
/// <param name="Structure">H, properties x objects.</param>
/// <param name="Common">Index of the pathway that is always on.</param>
/// <param name="Missing">By context, the index of the pathway that is on in all others.</param>
internal sealed record ContextRecognition(int ContextCount, Matrix Structure, int Common, int[] Missing)
{
    /// <summary>The task, or why it is not: a clause that names what differs.</summary>
    public static (ContextRecognition? Task, string Why) Of(ReductionProblem problem)
    {
        if (problem.Inputs.Length != 2 || problem.Outputs.Length != 1 || problem.Outputs[0].Active is not null)
        {
            return (null, "the closed form of contexts takes two one-hot inputs and one output");
        }

        int objects = problem.Inputs[0].Width;
        int contexts = problem.Inputs[1].Width;
        int rows = problem.Outputs[0].Width / (contexts + 1);
        if (contexts < 2 || problem.Count != objects * contexts || rows * (contexts + 1) != problem.Outputs[0].Width)
        {
            return (null, "the data are not every object once in every context with one block of properties for each and one in common");
        }

        int[]?[] values = problem.Inputs.Select(input => HotValues(input, problem.Count)).ToArray();
        if (values.Any(of => of is null) || values[0]!.Zip(values[1]!, (o, c) => (o, c)).Distinct().Count() != problem.Count)
        {
            return (null, "the data are not every object once in every context");
        }

        Matrix structure = new(rows, objects);
        for (int n = 0; n < problem.Count; n++)
        {
            for (int row = 0; row < rows; row++)
            {
                structure[row, values[0]![n]] = problem.Outputs[0].Targets[(n * problem.Outputs[0].Width) + row];
            }
        }

        double furthest = FurthestTarget(problem, values[0]!, values[1]!, structure);
        return furthest > 0
            ? (null, FormattableString.Invariant($"the contexts do not share one structure: targets differ from it by up to {furthest:0.###}"))
            : Pathways(problem, values[1]!, contexts, structure);
    }

    private static (ContextRecognition? Task, string Why) Pathways(ReductionProblem problem, int[] contextOf, int contexts, Matrix structure)
    {
        int? common = null;
        int[] missing = Enumerable.Repeat(-1, contexts).ToArray();
        for (int p = 0; p < problem.Pathways.Length; p++)
        {
            Pathway pathway = problem.Pathways[p];
            if (pathway.Outputs.Length != 1)
            {
                return (null, $"{pathway.Name} does not feed the one output");
            }

            bool[] on = Enumerable.Range(0, problem.Count)
                .Select(n => (pathway.Outputs[0].On?[n] ?? true) && pathway.Inputs.All(input => input.On?[n] ?? true)).ToArray();
            int[] off = Enumerable.Range(0, contexts).Where(c => Enumerable.Range(0, on.Length).All(n => contextOf[n] != c || !on[n])).ToArray();
            bool isByContext = Enumerable.Range(0, on.Length).All(n => on[n] != off.Contains(contextOf[n]));
            int[] inputs = pathway.Inputs.Select(input => input.Block).ToArray();
            if (isByContext && off.Length == 0 && common is null && inputs.SequenceEqual([0, 1]))
            {
                common = p;
            }
            else if (isByContext && off.Length == 1 && missing[off[0]] < 0 && inputs.SequenceEqual([0]))
            {
                missing[off[0]] = p;
            }
            else
            {
                return (null,
                    $"{pathway.Name} is neither the one common pathway over object and context nor one over objects that misses a context of its own");
            }
        }

        return common is { } always && missing.All(p => p >= 0)
            ? (new(contexts, structure, always, missing), "")
            : (null, common is null ? "there is no common pathway" : $"no pathway misses context {Array.IndexOf(missing, -1)}");
    }

    private static double FurthestTarget(ReductionProblem problem, int[] objectOf, int[] contextOf, Matrix structure)
    {
        int width = problem.Outputs[0].Width;
        double furthest = 0.0;
        for (int n = 0; n < problem.Count; n++)
        {
            for (int i = 0; i < width; i++)
            {
                int block = (i / structure.Rows) - 1;
                double expected = block < 0 || block == contextOf[n] ? structure[i % structure.Rows, objectOf[n]] : 0;
                furthest = Math.Max(furthest, Math.Abs(problem.Outputs[0].Targets[(n * width) + i] - expected));
            }
        }

        return furthest;
    }

    // Null: not one-hot.
    private static int[]? HotValues(InputBlock input, int count)
    {
        int[] values = new int[count];
        for (int n = 0; n < count; n++)
        {
            values[n] = Array.IndexOf(input.Values, 1.0, n * input.Width, input.Width) - (n * input.Width);
            if (values[n] < 0 || Enumerable.Range(0, input.Width).Any(i => input.Values[(n * input.Width) + i] != (i == values[n] ? 1 : 0)))
            {
                return null;
            }
        }

        return values;
    }
}
