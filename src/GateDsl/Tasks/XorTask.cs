using GateDsl.Theory.Tasks;

namespace GateDsl;

/// <summary>
/// Exclusive-or with a margin D (P1 §3, App. C): four datapoints, (1, -1, D) and (-1, 1, D) with the label +1, (1, 1, -D) and (-1, -1, -D)
/// with the label -1.
/// </summary>
public sealed class XorTask
{
    private readonly XorTaskData _data;

    private XorTask(XorTaskData data, double margin)
    {
        _data = data;
        Margin = margin;
    }

    /// <summary>The margin D.</summary>
    public double Margin { get; }

    /// <summary>Number of datapoints: 4.</summary>
    public int Count => XorTaskData.SampleCount;

    /// <summary>Numbers in an input: 3.</summary>
    public int InputWidth => XorTaskData.InputWidth;

    /// <summary>Numbers in a target: 1.</summary>
    public int TargetWidth => 1;

    /// <summary>The index of each datapoint, 0 .. 3: what a selector of four values is given.</summary>
    public int[] Samples => _data.Samples;

    /// <summary>The points, 4 x 3, row-major.</summary>
    public double[] Inputs => _data.Inputs;

    /// <summary>The labels, 4 x 1.</summary>
    public double[] Targets => _data.Targets;

    /// <summary>Builds the task.</summary>
    /// <param name="margin">The margin D, finite and not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">The margin is negative or not finite.</exception>
    public static XorTask Create(double margin) => new(XorTaskData.Create(margin), margin);
}
