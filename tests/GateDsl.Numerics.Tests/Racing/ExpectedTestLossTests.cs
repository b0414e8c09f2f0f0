using GateDsl.Tests;

namespace GateDsl.Numerics.Tests.Racing;

/// <summary>The loss on data that are not trained on, in expectation over Gaussian starts, against the mean of trained networks.</summary>
public sealed partial class ExpectedTestLossTests
{
    private const double Sigma = 0.02;
    private const int Seeds = 600;

    /// <summary>Fewer datapoints than inputs: half of every test input lies where nothing is learned, and only the last term of the formula knows.</summary>
    [Fact]
    public void ItIsWithinTwoStandardErrorsOfTheMeanOfSixHundredSeeds()
    {
        Random random = new(7);
        OneDensePathway.Dataset data = OneDensePathway.Dataset.Create(Draw(random, 6 * 12), Draw(random, 6 * 3));
        OneDensePathway.Dataset test = OneDensePathway.Dataset.Create(Draw(random, 20 * 12), Draw(random, 20 * 3));
        TrainingOptions options = new() { Epochs = 271, StepSize = 2e-3, RecordEvery = 30 };
        RaceLog predicted = OneDensePathway.Race.Expect(data, Sigma).Integrate(options, test);
        double[][] trained = [.. Enumerable.Range(1, Seeds).Select(seed =>
            new OneDensePathway(Gaussian.WithSigma(Sigma), (ulong)seed).Train(data, options, test).TestLoss!)];

        Assert.Equal(10, predicted.TestLoss!.Length);
        AssertWithinTwoStandardErrors(predicted.TestLoss!, trained, predicted.Epochs);
    }

    /// <summary>
    /// The network of P1 §5, a hundred times as wide, with every fifth pair of item and context held out. Every item and context is still trained, so that
    /// nothing lies outside the span: what is asked of is the expected map, which is off by O(1/H) where seeds spread by O(H^-1/2): at 100 units a
    /// pathway by more than three of these standard errors, at 1,000 by about two.
    /// </summary>
    [SlowFact]
    [Trait("Category", "Slow")]
    public void OnHeldOutPairsOfItemAndContextItIsWithinTwoStandardErrorsOfTheMeanOfAHundredSeeds()
    {
        ContextTask task = ContextTask.Create(3, ContextStructure.Same);
        (int Item, int Context)[] heldOut = [(0, 0), (1, 1), (3, 2), (4, 0), (6, 1)];
        bool IsHeldOut(int n) => heldOut.Contains((task.Items[n], task.Contexts[n]));
        WideContexts.Dataset At(Func<int, bool> isWanted)
        {
            int[] wanted = [.. Enumerable.Range(0, task.Count).Where(isWanted)];
            return WideContexts.Dataset.Create(
                wanted.Select(n => task.Items[n]).ToArray(),
                wanted.Select(n => task.Contexts[n]).ToArray(),
                wanted.SelectMany(n => task.Targets.AsSpan(n * task.TargetWidth, task.TargetWidth).ToArray()).ToArray());
        }

        (WideContexts.Dataset data, WideContexts.Dataset test) = (At(n => !IsHeldOut(n)), At(IsHeldOut));
        const double PaperSigma = 0.005 / 700;
        TrainingOptions options = new() { Epochs = 8001, StepSize = 1e-3, RecordEvery = 800 };
        RaceLog predicted = WideContexts.Race.Expect(data, PaperSigma).Integrate(options, test);
        double[][] trained = [.. Enumerable.Range(1, 100).Select(seed => new WideContexts(Gaussian.WithSigma(PaperSigma), (ulong)seed).Train(data, options, test).TestLoss!)];

        // At the start nothing is learned, and the loss is that of no answer.
        Assert.Equal(20, predicted.TestLoss![0], 1e-6);
        Assert.Equal(10, predicted.TestLoss!.Length - 1);
        AssertWithinTwoStandardErrors(predicted.TestLoss![1..], [.. trained.Select(losses => losses[1..])], predicted.Epochs[1..]);
    }

    private static void AssertWithinTwoStandardErrors(double[] predicted, double[][] trained, int[] epochs)
    {
        for (int i = 0; i < predicted.Length; i++)
        {
            double mean = trained.Average(losses => losses[i]);
            double error = Math.Sqrt(trained.Average(losses => (losses[i] - mean) * (losses[i] - mean)) / (trained.Length - 1));
            Assert.True(Math.Abs(predicted[i] - mean) <= 2 * error, $"epoch {epochs[i]}: predicted {predicted[i]:R}, trained {mean:R} +- {error:R}");
        }
    }

    private static double[] Draw(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => (2 * random.NextDouble()) - 1)];

    [GatedNetwork(Precision = Precision.Double)]
    public sealed partial class OneDensePathway
    {
        [Input(12)] public partial Layer X { get; }

        [Hidden(1000), From(nameof(X))] public partial Layer Units { get; }

        [Output(3), From(nameof(Units))] public partial Layer Y { get; }
    }

    /// <summary>Common, and one pathway for all contexts but one: the ReLN of P1 §5, wide.</summary>
    [GatedNetwork(Precision = Precision.Double)]
    public sealed partial class WideContexts
    {
        [OneHotInput(8)] public partial Layer Item { get; }

        [OneHotInput(3)] public partial Layer Context { get; }

        [Hidden(10_000), From(nameof(Item), nameof(Context))] public partial Layer Common { get; }

        [Hidden(10_000), From(nameof(Item)), OnePerSubset(nameof(Context), 2)] public partial LayerBank Own { get; }

        [Output(60), From(nameof(Common), nameof(Own))] public partial Layer Properties { get; }
    }
}
