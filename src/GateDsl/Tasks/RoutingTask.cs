using GateDsl.Theory.Tasks;

namespace GateDsl;

/// <summary>
/// Routing (P2): M domains of four items with seven properties. Encoder i is trained with the K decoders
/// (i - floor((K - 1) / 2) + k) mod M, k = 0 .. K - 1; the other pairings are never shown. N = 4 M K datapoints, ordered by source, k, item.
/// </summary>
public sealed class RoutingTask
{
    private readonly RoutingTaskData _data;

    private RoutingTask(RoutingTaskData data, int domains, int trained)
    {
        _data = data;
        Domains = domains;
        Trained = trained;
    }

    /// <summary>Number of domains M: encoders, and decoders.</summary>
    public int Domains { get; }

    /// <summary>Number of trained decoders K per encoder.</summary>
    public int Trained { get; }

    /// <summary>Number of datapoints N = 4 M K.</summary>
    public int Count => Items.Length;

    /// <summary>Numbers in a target: 7.</summary>
    public int TargetWidth => RoutingTaskData.TargetWidth;

    /// <summary>The item of each datapoint, 0 .. 3; N long.</summary>
    public int[] Items => _data.Items;

    /// <summary>
    /// Item and encoder of each datapoint in one, 4 source + item, 0 .. 4 M - 1; N long. P2's own network has it as its one-hot input: the M encoders
    /// stand side by side in the edge from it, and all of them share the hidden edge that follows.
    /// </summary>
    public int[] Cues => _data.Cues;

    /// <summary>The encoder of each datapoint, 0 .. M - 1; N long.</summary>
    public int[] Sources => _data.Sources;

    /// <summary>The decoder of each datapoint, 0 .. M - 1; N long.</summary>
    public int[] Sinks => _data.Sinks;

    /// <summary>The targets, N x 7, row-major.</summary>
    public double[] Targets => _data.Targets;

    /// <summary>Builds the task.</summary>
    /// <param name="domains">Number of domains M, at least 1.</param>
    /// <param name="trained">Number of trained decoders K per encoder, 1 .. M.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such task; the message names the bound.</exception>
    public static RoutingTask Create(int domains, int trained) => new(RoutingTaskData.Create(domains, trained), domains, trained);
}
