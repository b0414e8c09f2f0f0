using GateDsl;
using Paper.Routing;

namespace Paper.Generalisation;

/// <summary>
/// P2's routing without the shared edge: encoders write into one hidden layer, decoders read it. A start drawn for its expectation costs the same
/// however wide that layer is; one of <see cref="RoutingNetwork"/> is a start of the whole network.
/// </summary>
[GatedNetwork(Precision = Precision.Double)]
internal sealed partial class DirectRouting
{
    /// <summary>Which item, seen by which encoder.</summary>
    [OneHotInput(RoutingNetwork.Items * GeneralisationSettings.Domains)]
    public partial Layer Cue { get; }

    /// <summary>Which decoder is asked.</summary>
    [Selector(GeneralisationSettings.Domains)]
    public partial Selector Sink { get; }

    /// <summary>What the encoders write and the decoders read.</summary>
    [Hidden(GeneralisationSettings.DirectUnits), From(nameof(Cue))]
    public partial Layer First { get; }

    /// <summary>The seven properties of the item, one decoder for each sink.</summary>
    [Output(7), From(nameof(First)), OnePer(nameof(Sink))]
    public partial LayerBank Properties { get; }
}
