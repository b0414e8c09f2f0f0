using GateDsl;

namespace Paper.Routing;

/// <summary>
/// The routing network of P2: M encoders and M decoders around one shared hidden edge. A datapoint comes in by one encoder and is asked for by
/// one decoder. The M encoder matrices stand side by side in the edge from the cue, whose index is 4 encoder + item; domains that no datapoint
/// names are never read and never move, so the network serves every M up to its own.
/// </summary>
[GatedNetwork(Precision = Precision.Double)]
internal sealed partial class RoutingNetwork
{
    /// <summary>Domains that there is room for.</summary>
    public const int MostDomains = 16;

    /// <summary>Items of each domain.</summary>
    public const int Items = 4;

    /// <summary>Which item, seen by which encoder.</summary>
    [OneHotInput(Items * MostDomains)]
    public partial Layer Cue { get; }

    /// <summary>Which decoder is asked.</summary>
    [Selector(MostDomains)]
    public partial Selector Sink { get; }

    /// <summary>What the encoders write.</summary>
    [Hidden(64), From(nameof(Cue))]
    public partial Layer First { get; }

    /// <summary>What the decoders read: every pair of encoder and decoder shares the edge in between.</summary>
    [Hidden(64), From(nameof(First))]
    public partial Layer Shared { get; }

    /// <summary>The seven properties of the item, one decoder for each sink.</summary>
    [Output(7), From(nameof(Shared)), OnePer(nameof(Sink))]
    public partial LayerBank Properties { get; }
}
