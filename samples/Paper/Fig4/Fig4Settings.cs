using GateDsl;

namespace Paper.Fig4;

/// <summary>The settings of P1 §4 as its authors chose them: initial weights from N(0, sigma^2), full batch, no bias.</summary>
internal static class Fig4Settings
{
    public const int Epochs = 8001;

    /// <summary>Step of gradient descent on the Sum loss.</summary>
    public const double StepSize = 1e-3;

    /// <summary>Hidden units of the ReLU network.</summary>
    public const int ReluUnits = 700;

    /// <summary>Hidden units of every pathway.</summary>
    public const int Units = 100;

    /// <summary>Of the ReLU network, and of the common pathway.</summary>
    public const double Sigma = 0.005 / ReluUnits;

    /// <summary>Of the pathways that are on in some contexts only; the authors start these larger.</summary>
    public const double ContextSigma = 0.01 / ReluUnits;

    public static readonly IInitializer Relu = Gaussian.WithSigma(Sigma);

    public static readonly IInitializer Pairs = Gaussian.PerEdge([.. CommonEdges, .. ContextEdges("Pairs")]);

    public static readonly IInitializer Singles = Gaussian.PerEdge([.. CommonEdges, .. ContextEdges("Singles")]);

    public static readonly IInitializer Both = Gaussian.PerEdge([.. CommonEdges, .. ContextEdges("Pairs"), .. ContextEdges("Singles")]);

    private static (string Edge, double Sigma)[] CommonEdges =>
        [("ItemToCommon", Sigma), ("ContextToCommon", Sigma), ("CommonToProperties", Sigma)];

    private static (string Edge, double Sigma)[] ContextEdges(string bank) =>
        [($"ItemTo{bank}", ContextSigma), ($"{bank}ToProperties", ContextSigma)];
}
