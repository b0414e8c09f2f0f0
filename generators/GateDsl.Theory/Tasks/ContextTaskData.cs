namespace GateDsl.Theory.Tasks;

/// <summary>
/// The contextual task (P1 §4, §5): one datapoint for every context and object, contexts outer. Its target stacks the common block
/// hierarchy(o) on one block per context, of which only the datapoint's own is not zero.
/// </summary>
internal sealed record ContextTaskData
{
    /// <summary>The number of contexts whose structures may differ: hierarchy, ring and cross.</summary>
    private const int DifferentContexts = 3;

    private ContextTaskData()
    {
    }

    /// <summary>Object of each datapoint, N.</summary>
    public required int[] Items { get; init; }

    /// <summary>Context of each datapoint, N.</summary>
    public required int[] Contexts { get; init; }

    /// <summary>N x (C + 1)(2n - 1), row-major by datapoint.</summary>
    public required double[] Targets { get; init; }

    public required int TargetWidth { get; init; }

    /// <summary>Why there is no such task; null: there is.</summary>
    public static TaskFault? FaultOf(int contexts, int objects, bool differentStructures)
    {
        if (contexts < 1)
        {
            return new("contexts", contexts, $"The contextual task needs at least one context, not {contexts}.");
        }

        if (!Structures.HasHierarchy(objects))
        {
            return new("objects", objects, $"A binary hierarchy needs a power of two of objects (1, 2, 4, 8, ...), not {objects}.");
        }

        if (differentStructures && contexts != DifferentContexts)
        {
            return new("contexts", contexts, $"Different structures are hierarchy, ring and cross: they need 3 contexts, not {contexts}.");
        }

        if (differentStructures && objects != Structures.RingObjects)
        {
            return new("objects", objects, $"Different structures (hierarchy, ring, cross) are defined over 8 objects, not {objects}.");
        }

        double numbers = (double)contexts * objects * (contexts + 1.0) * ((2.0 * objects) - 1);
        return numbers > TaskFault.MostNumbers
            ? new("contexts", contexts, $"{contexts} contexts of {objects} objects have more than {TaskFault.MostNumbers} target numbers.")
            : null;
    }

    public static ContextTaskData Create(int contexts, int objects, bool differentStructures)
    {
        TaskFault.ThrowIfAny(FaultOf(contexts, objects, differentStructures));

        double[] hierarchy = Structures.Hierarchy(objects);
        double[][] blocks = differentStructures
            ? [hierarchy, Structures.Ring(), Structures.Cross()]
            : Enumerable.Repeat(hierarchy, contexts).ToArray();

        int rows = Structures.RowCount(objects);
        int width = (contexts + 1) * rows;
        int count = contexts * objects;
        int[] items = new int[count];
        int[] contextOf = new int[count];
        double[] targets = new double[count * width];
        for (int c = 0; c < contexts; c++)
        {
            for (int o = 0; o < objects; o++)
            {
                int n = (c * objects) + o;
                items[n] = o;
                contextOf[n] = c;
                for (int p = 0; p < rows; p++)
                {
                    targets[(n * width) + p] = hierarchy[(p * objects) + o];
                    targets[(n * width) + ((c + 1) * rows) + p] = blocks[c][(p * objects) + o];
                }
            }
        }

        return new() { Items = items, Contexts = contextOf, Targets = targets, TargetWidth = width };
    }
}
