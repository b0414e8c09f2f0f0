using GateDsl;
using GateDsl.Samples.Drawing;
using ScottPlot;

namespace Paper.Depth;

/// <summary>The ReLU network of one depth: how it is trained, and how it is predicted.</summary>
/// <param name="Layers">Hidden layers.</param>
/// <param name="Color">In every figure.</param>
/// <param name="Start">From sigma and a seed a network that is not trained yet, as what trains it further and returns the losses.</param>
/// <param name="Race">The prediction from sigma alone; the seed is that of its draws.</param>
internal sealed record DepthNetwork(
    int Layers, Color Color, Func<double, ulong, Func<TrainingOptions, double[]>> Start, Func<double, ulong, TrainingOptions, RaceLog> Race)
{
    private const double Shade = 0.35;

    /// <summary>Before its metrics and columns: <c>h3_</c>.</summary>
    public string Prefix => FormattableString.Invariant($"h{Layers}_");

    /// <summary>The trained network in figures.</summary>
    public Subject Trained =>
        Subject.Relu with { Label = Layers == 1 ? "1 hidden layer" : FormattableString.Invariant($"{Layers} hidden layers"), Color = Color };

    /// <summary>The prediction in figures, over the trained one.</summary>
    public Subject Predicted => Subject.Twin with { Label = "predicted", Color = Color.Darken(Shade), Pattern = LinePattern.Dashed };

    /// <summary>The formula in figures.</summary>
    public Subject Formula => Subject.Closed with { Key = "formula", Label = "formula", Color = Color, Pattern = LinePattern.Dotted };

    /// <summary>From one hidden layer to four.</summary>
    public static DepthNetwork[] For(ContextTask task)
    {
        OneLayer.Dataset one = OneLayer.Dataset.Create(task.Items, task.Contexts, task.Targets);
        TwoLayers.Dataset two = TwoLayers.Dataset.Create(task.Items, task.Contexts, task.Targets);
        ThreeLayers.Dataset three = ThreeLayers.Dataset.Create(task.Items, task.Contexts, task.Targets);
        FourLayers.Dataset four = FourLayers.Dataset.Create(task.Items, task.Contexts, task.Targets);
        return
        [
            new(1, Color.FromHex("#E69F00"),
                (sigma, seed) => Trainer(new OneLayer.ReluTwin(Gaussian.WithSigma(sigma), seed), (network, options) => network.Train(one, options)),
                (sigma, seed, options) => OneLayer.Race.ForTwin(one, sigma, seed: seed, draws: DepthSettings.Draws).Integrate(options)),
            new(2, Color.FromHex("#0072B2"),
                (sigma, seed) => Trainer(new TwoLayers.ReluTwin(Gaussian.WithSigma(sigma), seed), (network, options) => network.Train(two, options)),
                (sigma, seed, options) => TwoLayers.Race.ForTwin(two, sigma, seed: seed, draws: DepthSettings.Draws).Integrate(options)),
            new(3, Color.FromHex("#009E73"),
                (sigma, seed) => Trainer(new ThreeLayers.ReluTwin(Gaussian.WithSigma(sigma), seed), (network, options) => network.Train(three, options)),
                (sigma, seed, options) => ThreeLayers.Race.ForTwin(three, sigma, seed: seed, draws: DepthSettings.Draws).Integrate(options)),
            new(4, Color.FromHex("#CC79A7"),
                (sigma, seed) => Trainer(new FourLayers.ReluTwin(Gaussian.WithSigma(sigma), seed), (network, options) => network.Train(four, options)),
                (sigma, seed, options) => FourLayers.Race.ForTwin(four, sigma, seed: seed, draws: DepthSettings.Draws).Integrate(options)),
        ];
    }

    private static Func<TrainingOptions, double[]> Trainer<T>(T network, Func<T, TrainingOptions, TrainingLog> train) =>
        options => train(network, options).Loss;
}
