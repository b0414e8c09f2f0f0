using GateDsl.Theory.Tasks;

namespace GateDsl;

/// <summary>
/// The hierarchy (P1 App. A, Fig. 7): n objects, one datapoint each, with the indicators of all objects, of the halves, the quarters, ...
/// and of the single objects as targets. With four objects canary, salmon, oak and rose: grow, move, roots, fly, swim, bark, petals.
/// </summary>
public sealed class HierarchyTask
{
    private readonly HierarchyTaskData _data;

    private HierarchyTask(HierarchyTaskData data) => _data = data;

    /// <summary>Number of datapoints: the objects n.</summary>
    public int Count => Items.Length;

    /// <summary>Numbers in a target: 2n - 1.</summary>
    public int TargetWidth => _data.TargetWidth;

    /// <summary>The object of each datapoint: 0 .. n - 1.</summary>
    public int[] Items => _data.Items;

    /// <summary>The targets, n x (2n - 1), row-major.</summary>
    public double[] Targets => _data.Targets;

    /// <summary>Builds the task.</summary>
    /// <param name="objects">Number of objects n, a power of two.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number of objects is not a power of two, or too large.</exception>
    public static HierarchyTask Create(int objects = 4) => new(HierarchyTaskData.Create(objects));
}
