namespace GateDsl;

/// <summary>How the training of the ReLU twin is predicted (no weight of it is ever drawn).</summary>
public enum TwinPrediction
{
    /// <summary>
    /// A quadrature over one-unit pathways whose gates follow their own direction: predicts the ReLU network itself, at a cost that does not
    /// depend on its width.
    /// </summary>
    RepresentativeUnits,

    /// <summary>The declared pathways, as wide as the share of the ReLU network that becomes them.</summary>
    Pathways,
}
