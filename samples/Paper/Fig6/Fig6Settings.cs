using GateDsl;

namespace Paper.Fig6;

/// <summary>The settings of P1 §6: initial weights from N(0, sigma^2), full batch, no bias.</summary>
internal static class Fig6Settings
{
    public const int Epochs = 30001;

    /// <summary>Step of gradient descent on the Sum loss.</summary>
    public const double StepSize = 1e-3;

    /// <summary>Units of each hidden layer of the ReLU network.</summary>
    public const int Units = 420;

    /// <summary>Of the ReLU network, of the self-gated one, and of fixed gates trained from the plain start.</summary>
    public const double Sigma = 6e-4;

    /// <summary>Representative networks that the prediction is the mean of.</summary>
    public const int Draws = 8;

    /// <summary>Share of the networks that the band around the prediction is to hold.</summary>
    public const double BandShare = 0.8;

    /// <summary>Units of the pathway of the authors' network that is always on.</summary>
    public const int CommonUnits = 240;

    /// <summary>Before this epoch the authors train nothing.</summary>
    public const int AuthorsStart = 500;

    /// <summary>Before this epoch the authors keep the gates of the pairs closed.</summary>
    public const int AuthorsOpenPairs = 12_000;

    public static readonly IInitializer Plain = Gaussian.WithSigma(Sigma);

    /// <summary>As the authors chose them by hand.</summary>
    public static readonly IInitializer Authors = Gaussian.PerEdge([.. AuthorsCommon, ("FirstToPairs", 5.5e-4), ("PairsToProperties", 4e-3)]);

    /// <summary>The same without the pairs.</summary>
    public static readonly IInitializer AuthorsClosed = Gaussian.PerEdge(AuthorsCommon);

    private static (string Edge, double Sigma)[] AuthorsCommon =>
        [("ItemToFirst", 5.75e-4), ("ContextToFirst", 5.75e-4), ("FirstToCommon", 5.5e-4), ("CommonToProperties", 5.5e-4)];
}
