using GateDsl;
using GateDsl.Samples.Drawing;
using ScottPlot;

namespace Paper.Leaky;

/// <summary>The twin of one slope: what it is trained with, and what is predicted of it.</summary>
/// <param name="Slope">What a unit is multiplied by where it is off.</param>
/// <param name="Color">In every figure.</param>
/// <param name="Train">Losses of the twin from a seed.</param>
/// <param name="Predict">The losses from data and sigma alone; the seed is that of the directions.</param>
internal sealed record LeakyNetwork(double Slope, Color Color, Func<ulong, TrainingOptions, double[]> Train, Func<ulong, TrainingOptions, double[]> Predict)
{
    private const double Shade = 0.35;

    /// <summary>Before its metrics and columns: <c>a0.1_</c>.</summary>
    public string Prefix => FormattableString.Invariant($"a{Slope}_");

    /// <summary>The trained network in figures.</summary>
    public Subject Trained => Subject.Relu with { Label = FormattableString.Invariant($"slope {Slope}"), Color = Color };

    /// <summary>The prediction in figures, over the trained one.</summary>
    public Subject Predicted => Subject.Twin with
    {
        Label = FormattableString.Invariant($"slope {Slope}, predicted"),
        Color = Color.Darken(Shade),
        Pattern = LinePattern.Dotted,
    };

    /// <summary>The slopes from a unit that closes to one that never does.</summary>
    public static LeakyNetwork[] For(ContextTask task)
    {
        Closing.Dataset closing = Closing.Dataset.Create(task.Items, task.Contexts, task.Targets);
        Leaking.Dataset leaking = Leaking.Dataset.Create(task.Items, task.Contexts, task.Targets);
        HalfOpen.Dataset halfOpen = HalfOpen.Dataset.Create(task.Items, task.Contexts, task.Targets);
        NeverClosing.Dataset never = NeverClosing.Dataset.Create(task.Items, task.Contexts, task.Targets);
        return
        [
            new(
                0,
                Subject.Relu.Color,
                (seed, options) => new Closing.ReluTwin(LeakySettings.Initializer, seed).Train(closing, options).Loss,
                (seed, options) => Closing.Race.ForTwin(closing, LeakySettings.Sigma, seed: seed).Integrate(options).Loss),
            new(
                0.1,
                Color.FromHex("#CC79A7"),
                (seed, options) => new Leaking.ReluTwin(LeakySettings.Initializer, seed).Train(leaking, options).Loss,
                (seed, options) => Leaking.Race.ForTwin(leaking, LeakySettings.Sigma, seed: seed).Integrate(options).Loss),
            new(
                0.5,
                Color.FromHex("#E69F00"),
                (seed, options) => new HalfOpen.ReluTwin(LeakySettings.Initializer, seed).Train(halfOpen, options).Loss,
                (seed, options) => HalfOpen.Race.ForTwin(halfOpen, LeakySettings.Sigma, seed: seed).Integrate(options).Loss),
            new(
                1,
                Subject.Linear.Color,
                (seed, options) => new NeverClosing.ReluTwin(LeakySettings.Initializer, seed).Train(never, options).Loss,
                (seed, options) => NeverClosing.Race.ForTwin(never, LeakySettings.Sigma, seed: seed).Integrate(options).Loss),
        ];
    }
}
