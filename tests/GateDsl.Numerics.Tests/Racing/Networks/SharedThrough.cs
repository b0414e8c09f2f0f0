namespace GateDsl.Numerics.Tests.Racing.Networks;

/// <summary>
/// Three modules that feed one: their pathways share its edges to the outputs, and see different sinks there, so that no one scalar per mode
/// describes these edges.
/// </summary>
[GatedNetwork(Precision = Precision.Double)]
public sealed partial class SharedThrough
{
    [OneHotInput(4)] public partial Layer Item { get; }

    [Selector(3)] public partial Selector Source { get; }

    [Selector(3)] public partial Selector Sink { get; }

    [Hidden(8), From(nameof(Item)), OnePer(nameof(Source))] public partial LayerBank Encoders { get; }

    [Hidden(8), From(nameof(Encoders))] public partial Layer Shared { get; }

    [Output(7), From(nameof(Shared)), OnePer(nameof(Sink))] public partial LayerBank Answers { get; }
}
