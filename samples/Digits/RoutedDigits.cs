using GateDsl;

namespace Digits;

/// <summary>
/// P2's routing network on images: ten encoders, one shared hidden edge, ten decoders. The ten encoder matrices stand side by side in the edge from
/// the view, which has a place for the image before each encoder: the one that is asked finds it in its place, with its own fixed permutation of the
/// pixels, and the others find zeros.
/// </summary>
[GatedNetwork]
internal sealed partial class RoutedDigits
{
    /// <summary>Encoders, and decoders.</summary>
    public const int Domains = 10;

    /// <summary>Pixels of an image, 8 x 8.</summary>
    public const int Pixels = 64;

    /// <summary>Digits.</summary>
    public const int Classes = 10;

    /// <summary>Features of the view: 64 before each encoder.</summary>
    public const int Places = Domains * Pixels;

    /// <summary>The image before the encoder that is asked.</summary>
    [Input(Places)]
    public partial Layer View { get; }

    /// <summary>Which decoder answers.</summary>
    [Selector(Domains)]
    public partial Selector Sink { get; }

    /// <summary>What the encoders write.</summary>
    [Hidden(64), From(nameof(View))]
    public partial Layer First { get; }

    /// <summary>What the decoders read.</summary>
    [Hidden(64), From(nameof(First))]
    public partial Layer Shared { get; }

    /// <summary>The digit, by the decoder's own order of the classes.</summary>
    [Output(Classes), From(nameof(Shared)), OnePer(nameof(Sink))]
    public partial LayerBank Class { get; }
}
