namespace GateDsl.Numerics.Tests.Racing.Networks;

/// <summary>Pathways of one, two and three edges, each with inputs and a gate of its own.</summary>
[GatedNetwork(Precision = Precision.Double)]
public sealed partial class ThreeWays
{
    [Input(4)] public partial Layer X { get; }

    [OneHotInput(3)] public partial Layer Context { get; }

    [Hidden(5), From(nameof(X), nameof(Context))] public partial Layer Short { get; }

    [Hidden(6), From(nameof(X)), ActiveIn(nameof(Context), 1, 2)] public partial Layer Low { get; }

    [Hidden(4), From(nameof(Low))] public partial Layer High { get; }

    [Output(3), From(nameof(Short), nameof(High), nameof(X))] public partial Layer Y { get; }
}
