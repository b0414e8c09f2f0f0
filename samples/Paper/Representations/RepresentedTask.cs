using GateDsl.Samples.Drawing;
using Paper.Fig5;
using ScottPlot;

namespace Paper.Representations;

/// <summary>A task whose representation is followed.</summary>
/// <param name="Key">In columns, metrics and names of files.</param>
/// <param name="Words">What it is.</param>
/// <param name="Contexts">Its number of contexts.</param>
/// <param name="Create">The ReLU network on it, trained and predicted.</param>
internal sealed record RepresentedTask(string Key, string Words, int Contexts, Func<ContextNetwork> Create)
{
    /// <summary>Before the names of its metrics and columns.</summary>
    public string Prefix => Key + "_";

    /// <summary>P1 §4 and §5, or any number of contexts with one structure.</summary>
    /// <param name="contexts">0: those of the paper.</param>
    public static RepresentedTask[] Of(int contexts) => contexts > 0
        ? [Same(contexts)]
        : [new("different", "three contexts, different structures (P1 §4)", 3, ContextNetworks.Different), .. Fig5Settings.Contexts.Select(Same)];

    /// <summary>A prediction beside trainings from several seeds.</summary>
    public static readonly Subject Predicted = Subject.Relu with { Key = "predicted", Label = "trained and predicted" };

    /// <summary>How well two trainings agree with each other.</summary>
    public static readonly Subject BetweenSeeds = new("between_seeds", "trained from two seeds", Color.FromHex("#999999"), LinePattern.DenselyDashed);

    private static RepresentedTask Same(int contexts) =>
        new($"c{contexts}", $"{contexts} contexts, one structure (P1 §5)", contexts, () => ContextNetworks.For(contexts));
}
