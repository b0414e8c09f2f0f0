namespace GateDsl.Theory.Tasks;

/// <summary>
/// Exclusive-or with a margin D (P1 §3, App. C): (1, -1, D) and (-1, 1, D) have the label +1, (1, 1, -D) and (-1, -1, -D) the label -1.
/// </summary>
internal sealed record XorTaskData
{
    public const int SampleCount = 4;
    public const int InputWidth = 3;

    private XorTaskData()
    {
    }

    /// <summary>0, 1, 2, 3.</summary>
    public required int[] Samples { get; init; }

    /// <summary>4 x 3, row-major by datapoint.</summary>
    public required double[] Inputs { get; init; }

    /// <summary>4 x 1.</summary>
    public required double[] Targets { get; init; }

    /// <summary>Why there is no such task; null: there is.</summary>
    public static TaskFault? FaultOf(double margin) => margin >= 0 && margin <= double.MaxValue
        ? null
        : new("margin", margin, "The margin must be a finite number, zero or positive.");

    public static XorTaskData Create(double margin)
    {
        TaskFault.ThrowIfAny(FaultOf(margin));
        return new()
        {
            Samples = [0, 1, 2, 3],
            Inputs = [1, -1, margin, -1, 1, margin, 1, 1, -margin, -1, -1, -margin],
            Targets = [1, 1, -1, -1],
        };
    }
}
