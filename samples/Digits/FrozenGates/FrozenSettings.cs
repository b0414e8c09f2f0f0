using GateDsl;
using GateDsl.Samples.Drawing;
using GateDsl.Samples.Running;
using ScottPlot;

namespace Digits.FrozenGates;

/// <summary>When gates are frozen.</summary>
/// <param name="Percent">Of the updates, made before.</param>
/// <param name="Color">In every figure.</param>
internal readonly record struct Freezing(int Percent, Color Color)
{
    /// <summary>Before its metrics and columns: <c>at10_</c>.</summary>
    public string Prefix => FormattableString.Invariant($"at{Percent}_");

    /// <summary>The network with these gates.</summary>
    public Subject Subject => new(
        "gdln", Percent == 0 ? "gates frozen at the start" : FormattableString.Invariant($"frozen after {Percent}% of the updates"), Color, LinePattern.Dashed);

    /// <summary>The number of updates before.</summary>
    public int Updates(int epochs) => (int)((long)epochs * Percent / 100);
}

/// <summary>The settings of the experiment: plain descent over all images, small steps.</summary>
internal static class FrozenSettings
{
    /// <summary>Hidden units of the ReLU network, and gates.</summary>
    public const int Units = 20;

    /// <summary>Number of updates.</summary>
    public const int Epochs = 20_000;

    /// <summary>Step of gradient descent on the Mean loss.</summary>
    public const double StepSize = 5e-4;

    /// <summary>Images that train: with fewer gates the first flip comes later.</summary>
    public static readonly CountOption Count = new("--images", "How many images train.", "N", 100, Most: Images.TrainingCount);

    public static readonly IInitializer Start = Gaussian.WithSigma(0.1);

    public static readonly Freezing[] Freezings =
        [new(0, Color.FromHex("#D55E00")), new(10, Color.FromHex("#E69F00")), new(50, Color.FromHex("#009E73"))];
}
