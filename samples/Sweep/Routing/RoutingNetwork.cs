using GateDsl;

namespace Sweep.Routing;

/// <summary>
/// M encoders and M decoders around one shared edge (P2), with room for sixteen of each. The encoders stand side by side in the edge from the cue,
/// whose index is 4 encoder + item; what no datapoint names is never read and never moves.
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
    public partial Layer Written { get; }

    /// <summary>What the decoders read.</summary>
    [Hidden(64), From(nameof(Written))]
    public partial Layer Read { get; }

    /// <summary>The seven properties of the item, one decoder for each sink.</summary>
    [Output(7), From(nameof(Read)), OnePer(nameof(Sink))]
    public partial LayerBank Properties { get; }
}
