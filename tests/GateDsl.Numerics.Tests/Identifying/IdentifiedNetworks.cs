namespace GateDsl.Numerics.Tests.Identifying;

/// <summary>Eight items in three contexts, with the ReLU network of P1 §4; what is declared beside it does not matter.</summary>
[GatedNetwork(Precision = Precision.Double), ReluTwin(700)]
public sealed partial class RecordedThreeContexts
{
    [OneHotInput(8)] public partial Layer Item { get; }
    [OneHotInput(3)] public partial Layer Context { get; }
    [Hidden(1), From(nameof(Item), nameof(Context))] public partial Layer Common { get; }
    [Output(60), From(nameof(Common))] public partial Layer Properties { get; }
}

/// <summary>Eight items in four contexts, with the ReLU network of P1 §5.</summary>
[GatedNetwork(Precision = Precision.Double), ReluTwin(500)]
public sealed partial class RecordedFourContexts
{
    [OneHotInput(8)] public partial Layer Item { get; }
    [OneHotInput(4)] public partial Layer Context { get; }
    [Hidden(1), From(nameof(Item), nameof(Context))] public partial Layer Common { get; }
    [Output(75), From(nameof(Common))] public partial Layer Properties { get; }
}
