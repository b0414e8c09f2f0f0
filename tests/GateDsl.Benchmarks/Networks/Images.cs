namespace GateDsl.Benchmarks.Networks;

/// <summary>One pathway from images to classes.</summary>
[GatedNetwork]
internal sealed partial class Images
{
    [Input(784)]
    public partial Layer Pixels { get; }

    [Hidden(128), From(nameof(Pixels))]
    public partial Layer Code { get; }

    [Output(10), From(nameof(Code))]
    public partial Layer Class { get; }
}
