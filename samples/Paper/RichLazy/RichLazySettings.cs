using GateDsl;

namespace Paper.RichLazy;

/// <summary>The plane of starts, where it is trained, and how.</summary>
internal static class RichLazySettings
{
    /// <summary>Datapoints N, more than inputs.</summary>
    public const int Datapoints = 24;

    /// <summary>Inputs of the student.</summary>
    public const int Inputs = 8;

    /// <summary>Its outputs.</summary>
    public const int Outputs = 12;

    /// <summary>Hidden units. An expectation over starts is as exact as these are many.</summary>
    public const int Units = 500;

    /// <summary>The plane has as many sigmas, and as many ratios.</summary>
    public const int Side = 30;

    /// <summary>Of the sigmas and of the ratios as many are trained, evenly over the plane.</summary>
    public const int TrainedSigmas = 8;

    /// <inheritdoc cref="TrainedSigmas"/>
    public const int TrainedRatios = 5;

    /// <summary>The least and the largest geometric mean of both layers' sigmas.</summary>
    public const double LeastSigma = 1e-3;

    /// <inheritdoc cref="LeastSigma"/>
    public const double MostSigma = 0.3;

    /// <summary>The largest ratio of the sigma of the first layer to that of the second; the least is its inverse.</summary>
    public const double MostRatio = 30;

    /// <summary>A training is at its end where every mode has learned as much of what it can.</summary>
    public const double Learned = 0.999;

    /// <summary>Most updates of one training.</summary>
    public const int Epochs = 20_000;

    /// <summary>Strengths s of the teacher's modes, falling, on the Sum scale, where d = 1.</summary>
    public static readonly double[] Strengths = [4, 2];

    /// <summary>Step on the Sum scale, as a part of the largest stable one.</summary>
    private const double StepShare = 0.1;

    /// <summary>Step of gradient descent: the largest eigenvalue of the loss is at most twice sqrt(s^2 + c^2), s of the strongest mode.</summary>
    /// <param name="strongest">Its s, on the Sum scale.</param>
    /// <param name="c">H (s1^2 + s2^2)/2.</param>
    public static double StepSize(double strongest, double c) => StepShare / Math.Sqrt((strongest * strongest) + (c * c));

    /// <summary>Initial weights.</summary>
    public static IInitializer Initializer(Start start) => Gaussian.PerEdge(("StimulusToUnits", start.SigmaIn), ("UnitsToAnswer", start.SigmaOut));
}
