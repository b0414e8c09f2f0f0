namespace GateDsl.Theory.Tasks;

/// <summary>
/// The hierarchy (P1 App. A, Fig. 7): one datapoint per object. With four objects canary, salmon, oak and rose the properties are grow,
/// move, roots, fly, swim, bark and petals.
/// </summary>
internal sealed record HierarchyTaskData
{
    private HierarchyTaskData()
    {
    }

    /// <summary>0 .. n - 1.</summary>
    public required int[] Items { get; init; }

    /// <summary>n x (2n - 1), row-major by datapoint.</summary>
    public required double[] Targets { get; init; }

    public required int TargetWidth { get; init; }

    /// <summary>Why there is no such task; null: there is.</summary>
    public static TaskFault? FaultOf(int objects)
    {
        if (!Structures.HasHierarchy(objects))
        {
            return new("objects", objects, $"A binary hierarchy needs a power of two of objects (1, 2, 4, 8, ...), not {objects}.");
        }

        return objects * ((2L * objects) - 1) > TaskFault.MostNumbers
            ? new("objects", objects, $"{objects} objects have more than {TaskFault.MostNumbers} target numbers.")
            : null;
    }

    public static HierarchyTaskData Create(int objects)
    {
        TaskFault.ThrowIfAny(FaultOf(objects));

        double[] structure = Structures.Hierarchy(objects);
        int width = Structures.RowCount(objects);
        double[] targets = new double[objects * width];
        for (int o = 0; o < objects; o++)
        {
            for (int p = 0; p < width; p++)
            {
                targets[(o * width) + p] = structure[(p * objects) + o];
            }
        }

        return new() { Items = Enumerable.Range(0, objects).ToArray(), Targets = targets, TargetWidth = width };
    }
}
