namespace GateDsl.Numerics.Tests.Racing.Networks;

/// <summary>P1 App. A: four things, seven properties, no gate.</summary>
[GatedNetwork(Precision = Precision.Double)]
[HierarchyTask]
public sealed partial class DeepLinear
{
    [OneHotInput(4)] public partial Layer Thing { get; }

    [Hidden(64), From(nameof(Thing))] public partial Layer Code { get; }

    [Output(7), From(nameof(Code))] public partial Layer Properties { get; }
}
