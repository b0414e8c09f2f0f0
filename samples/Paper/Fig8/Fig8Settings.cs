using Paper.Fig4;

namespace Paper.Fig8;

/// <summary>The network of P1 §4 (see <see cref="Fig4Settings"/>), and how it is looked at.</summary>
internal static class Fig8Settings
{
    public const int Epochs = Fig4Settings.Epochs;

    public const double StepSize = Fig4Settings.StepSize;

    /// <summary>Hidden units of the ReLU network.</summary>
    public const int Units = Fig4Settings.ReluUnits;

    public const double Sigma = Fig4Settings.Sigma;

    /// <summary>Recordings of a training, equally spaced: every 400 epochs of 8,000. What is drawn at random before the first update is no gate.</summary>
    public const int Recordings = 20;

    /// <summary>Clusters k that are drawn.</summary>
    public const int FewestClusters = 2;

    /// <summary>The most clusters that are tried.</summary>
    public const int MostClusters = 8;

    /// <summary>Where P1 finds the elbow: one common module, and one for each pair of contexts.</summary>
    public const int ElbowOfPaper = 4;
}
