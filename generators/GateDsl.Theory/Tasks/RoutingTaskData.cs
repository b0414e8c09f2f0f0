namespace GateDsl.Theory.Tasks;

/// <summary>
/// Routing (P2): M domains of four items. What encoder i reads, decoder j answers with the same 7 properties; only K of the M decoders are
/// trained with each encoder: (i - floor((K - 1) / 2) + k) mod M for k = 0 .. K - 1. Order of the datapoints: source, k, item.
/// </summary>
internal sealed record RoutingTaskData
{
    public const int ItemCount = 4;
    public const int TargetWidth = 7;

    /// <summary>Target of each item, 4 x 7: six for all, four for either half, three of its own.</summary>
    private static readonly double[] ItemTargets =
    [
        6, 4, 0, 3, 0, 0, 0,
        6, 4, 0, 0, 3, 0, 0,
        6, 0, 4, 0, 0, 3, 0,
        6, 0, 4, 0, 0, 0, 3,
    ];

    private RoutingTaskData()
    {
    }

    /// <summary>Item of each datapoint, N = 4 M K.</summary>
    public required int[] Items { get; init; }

    /// <summary>Item and encoder of each datapoint in one, 4 source + item: what M encoders side by side in one edge read; N.</summary>
    public required int[] Cues { get; init; }

    /// <summary>Encoder of each datapoint, N.</summary>
    public required int[] Sources { get; init; }

    /// <summary>Decoder of each datapoint, N.</summary>
    public required int[] Sinks { get; init; }

    /// <summary>N x 7, row-major by datapoint.</summary>
    public required double[] Targets { get; init; }

    /// <summary>Why there is no such task; null: there is.</summary>
    public static TaskFault? FaultOf(int domains, int trained)
    {
        if (domains < 1)
        {
            return new("domains", domains, $"Routing needs at least one domain, not {domains}.");
        }

        if (trained < 1 || trained > domains)
        {
            return new("trained", trained, $"An encoder is trained with 1 to {domains} of the {domains} decoders, not with {trained}.");
        }

        return (double)domains * trained * ItemCount * TargetWidth > TaskFault.MostNumbers
            ? new("domains", domains, $"{domains} domains with {trained} trained decoders have more than {TaskFault.MostNumbers} target numbers.")
            : null;
    }

    public static RoutingTaskData Create(int domains, int trained)
    {
        TaskFault.ThrowIfAny(FaultOf(domains, trained));

        int count = domains * trained * ItemCount;
        int[] items = new int[count];
        int[] sources = new int[count];
        int[] sinks = new int[count];
        double[] targets = new double[count * TargetWidth];
        int n = 0;
        for (int source = 0; source < domains; source++)
        {
            for (int k = 0; k < trained; k++)
            {
                for (int item = 0; item < ItemCount; item++, n++)
                {
                    items[n] = item;
                    sources[n] = source;
                    sinks[n] = SinkOf(source, k, domains, trained);
                    Array.Copy(ItemTargets, item * TargetWidth, targets, n * TargetWidth, TargetWidth);
                }
            }
        }

        int[] cues = items.Select((item, point) => (sources[point] * ItemCount) + item).ToArray();
        return new() { Items = items, Cues = cues, Sources = sources, Sinks = sinks, Targets = targets };
    }

    private static int SinkOf(int source, int k, int domains, int trained) => (source - ((trained - 1) / 2) + k + domains) % domains;
}
