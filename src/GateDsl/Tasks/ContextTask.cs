using GateDsl.Theory.Tasks;

namespace GateDsl;

/// <summary>
/// The contextual task (P1 §4, §5): n objects in C contexts, one datapoint for every pair, N = C n, contexts outer and objects inner.
/// The target of object o in context c stacks the hierarchy of o on one block per context, of which only block c is not zero.
/// </summary>
public sealed class ContextTask
{
    private readonly ContextTaskData _data;

    private ContextTask(ContextTaskData data, int contexts, int objects, ContextStructure structure)
    {
        _data = data;
        ContextCount = contexts;
        ObjectCount = objects;
        Structure = structure;
    }

    /// <summary>Number of datapoints N = C n.</summary>
    public int Count => Items.Length;

    /// <summary>Number of objects n.</summary>
    public int ObjectCount { get; }

    /// <summary>Number of contexts C.</summary>
    public int ContextCount { get; }

    /// <summary>How the blocks of the contexts relate.</summary>
    public ContextStructure Structure { get; }

    /// <summary>Numbers in a target: (C + 1)(2n - 1).</summary>
    public int TargetWidth => _data.TargetWidth;

    /// <summary>The object of each datapoint, 0 .. n - 1; N long.</summary>
    public int[] Items => _data.Items;

    /// <summary>The context of each datapoint, 0 .. C - 1; N long.</summary>
    public int[] Contexts => _data.Contexts;

    /// <summary>The targets, N x <see cref="TargetWidth"/>, row-major.</summary>
    public double[] Targets => _data.Targets;

    /// <summary>Builds the task.</summary>
    /// <param name="contexts">Number of contexts C, at least 1; with different structures 3.</param>
    /// <param name="structure">The same hierarchy in every context, or hierarchy, ring and cross.</param>
    /// <param name="objects">Number of objects n, a power of two; with different structures 8.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such task; the message names the bound.</exception>
    public static ContextTask Create(int contexts, ContextStructure structure, int objects = 8)
    {
        if (structure is not (ContextStructure.Same or ContextStructure.Different))
        {
            throw new ArgumentOutOfRangeException(nameof(structure), structure, "The structure is Same or Different.");
        }

        return new(ContextTaskData.Create(contexts, objects, structure == ContextStructure.Different), contexts, objects, structure);
    }
}
