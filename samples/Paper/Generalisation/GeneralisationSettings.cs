using GateDsl;
using Paper.Fig5;
using Paper.Routing;

namespace Paper.Generalisation;

/// <summary>What is held out, and how each network is trained. Every loss is a mean over datapoints.</summary>
internal static class GeneralisationSettings
{
    public const int Epochs = Fig5Settings.Epochs;

    /// <summary>Contexts of P1's task.</summary>
    public const int Contexts = 3;

    /// <summary>Of so many pairs of item and context one is held out.</summary>
    public const int OneIn = 5;

    /// <summary>Losses are logged at about as many epochs.</summary>
    public const int Recorded = 200;

    /// <summary>Epochs, evenly spaced up to the last, at which the prediction is held against the mean of the trained networks.</summary>
    public const int Judged = 10;

    /// <summary>M encoders and decoders of the routing task.</summary>
    public const int Domains = 7;

    /// <summary>With how many decoders an encoder is trained, K.</summary>
    public const int Trained = 4;

    /// <summary>Hidden units of the routing network with one hidden layer, as many as P2's has in each of its two.</summary>
    public const int DirectUnits = 64;

    /// <summary>Starts that are drawn to predict a routing network.</summary>
    public const int RoutingDraws = 60;

    /// <summary>Updates of the routing networks.</summary>
    public const int RoutingEpochs = 700;

    /// <summary>Step of the routing network with one hidden layer, on the Sum loss.</summary>
    public const double DirectStepSize = 2e-3;

    /// <summary>Images that train: fewer than an image has pixels, so that an image held out lies partly where nothing is learned.</summary>
    public const int TrainingImages = 50;

    /// <summary>Hidden units of the networks that read digits.</summary>
    public const int DigitUnits = 500;

    /// <summary>Updates of these.</summary>
    public const int DigitEpochs = 3000;

    /// <summary>Their step, on the Mean loss.</summary>
    public const double DigitStepSize = 0.01;

    /// <summary>Standard deviation of their initial weights: small, where features are learned, and large.</summary>
    public const double SmallSigma = 0.002;

    /// <inheritdoc cref="SmallSigma"/>
    public const double LargeSigma = 0.05;

    /// <summary>Gains of the routing networks' initial weights.</summary>
    public static double[] Gains => RoutingSettings.Gains;

    /// <summary>Sigma of the ReLU network on the contexts.</summary>
    public static double ContextSigma => Fig5Settings.Sigma(Contexts);

    /// <summary>Initial weights of the gated network on the contexts, as P1 §5 has them.</summary>
    public static IInitializer ContextStart => Fig5Settings.Initializer(Contexts);
}
