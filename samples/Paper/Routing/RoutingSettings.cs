using GateDsl;
using GateDsl.Samples.Running;

namespace Paper.Routing;

/// <summary>The settings of P2's routing experiments: orthogonal initial weights, full batch, no bias.</summary>
internal static class RoutingSettings
{
    /// <summary>Updates of the run beside the scalar race.</summary>
    public const int Epochs = 500;

    /// <summary>Gain of its initial weights.</summary>
    public const double Gain = 0.2;

    /// <summary>P2 starts every scalar of its race at the gain divided by this.</summary>
    public const double GainPerScalar = 2.5;

    /// <summary>Step of that run on the Sum loss: 0.02 on the squared error averaged over the 28 outputs of a pair.</summary>
    public const double StepSize = 0.02 * PairAverage;

    /// <summary>Initial gains of the sweep.</summary>
    public static readonly double[] Gains = [0.2, 0.66, 1.12, 1.58, 2.04, 2.5];

    /// <summary>M.</summary>
    public static readonly CountOption Domains =
        new("--domains", "How many encoders, and decoders (M).", "M", 7, Most: RoutingNetwork.MostDomains);

    /// <summary>K.</summary>
    public static readonly CountOption Trained =
        new("--trained", "With how many decoders each encoder is trained (K).", "K", 4, Most: RoutingNetwork.MostDomains);

    /// <summary>The squared error of a pair is averaged over its 4 items x 7 properties; the Sum loss has half of the sum.</summary>
    private const double PairAverage = 2.0 / 28;

    /// <summary>Updates of a run of the sweep, for as many of the other run.</summary>
    public static int SweepEpochs(int epochs) => (int)Math.Min(int.MaxValue, (long)epochs * 7 / 5);

    /// <summary>Step of a run of the sweep on the Sum loss; larger weights need smaller steps.</summary>
    public static double SweepStepSize(double gain) => 0.006 / Math.Cbrt(gain) * PairAverage;

    /// <summary>Every encoder, the shared edge and every decoder orthogonal by itself.</summary>
    public static IInitializer Start(double gain) => new EncodersSideBySide(Orthogonal.WithGain(gain));
}
