using System.Globalization;
using GateDsl;

namespace Paper.Fig2;

/// <summary>The settings of P1 §3; it states neither sigma nor step: these are ours. Full batch, no bias.</summary>
internal static class Fig2Settings
{
    /// <summary>Enough for every gating to come below a loss of 0.01 at every margin.</summary>
    public const int Epochs = 4500;

    /// <summary>Step of gradient descent on the Mean loss.</summary>
    public const double StepSize = 0.02;

    /// <summary>The same step on the Sum loss of the four points.</summary>
    public const double SumStepSize = StepSize / 4;

    public const double Sigma = 1e-3;

    /// <summary>The margin that the compiler checks the gates at; the experiment runs over <see cref="Margins"/>.</summary>
    public const double DeclaredMargin = 0.8165;

    /// <summary>Hidden units of the ReLU network.</summary>
    public const int ReluUnits = 128;

    /// <summary>Units of each linear pathway: twice those of an XoR one, so that learning times cross where speeds do.</summary>
    public const int LinearUnits = 64;

    /// <summary>Units of each XoR pathway.</summary>
    public const int XorUnits = 32;

    /// <summary>Below, at and above the crossover: margins that are drawn in full.</summary>
    public static readonly double[] Shown = [0.4, 0.8165, 1.5];

    /// <summary>The margins to train at, rising: those that are drawn in full, and others.</summary>
    public static readonly double[] Margins = [.. Shown.Concat([0.2, 0.6, 1, 1.2, 2]).Distinct().Order()];

    public static readonly IInitializer Initializer = Gaussian.WithSigma(Sigma);

    /// <summary>tau in epochs.</summary>
    public static readonly double Tau = TimeConstant.InEpochs(4, StepSize, LossScale.Mean);

    /// <summary>As in names of metrics and columns: <c>m0.4</c>.</summary>
    public static string NameOf(double margin) => string.Create(CultureInfo.InvariantCulture, $"m{margin}");

    /// <summary>Strength from which a mode of a pathway starts: H sigma^2 / 2.</summary>
    public static double Start(int units) => units * Sigma * Sigma / 2;
}
