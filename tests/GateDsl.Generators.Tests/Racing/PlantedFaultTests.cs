using GateDsl.Generators.Tests.Differential.Compiled;
using GateDsl.Generators.Tests.Differential.Declarations;
using GateDsl.Generators.Tests.Differential.Oracle;

namespace GateDsl.Generators.Tests.Racing;

/// <summary>
/// The comparison of race and training sees what it must: each fault is planted in the text of the generated race of one network, and the
/// losses then part. Without these nobody would know whether a wrong reduction could pass.
/// </summary>
public sealed class PlantedFaultTests
{
    private const int Epochs = 400;
    private const double StepSize = 0.01;

    private static readonly Declaration Network = new()
    {
        Name = "TwoPathways",
        IsDouble = true,
        Layers =
        [
            new("Item", Kind.OneHot, 4),
            new("Context", Kind.OneHot, 2),
            new("Common", Kind.Hidden, 5) { Edges = [new("Item"), new("Context")] },
            new("Own", Kind.Hidden, 3) { Edges = [new("Item")], Bank = new("Context", null) },
            new("Answer", Kind.Output, 3) { Edges = [new("Common"), new("Own")] },
        ],
    };

    /// <summary>Pathways that do not meet, on inputs that are white: here Eq. 6 holds up to the alignment of the start.</summary>
    private static readonly Declaration Apart = new()
    {
        Name = "PathwaysApart",
        IsDouble = true,
        Layers =
        [
            new("Item", Kind.OneHot, 4),
            new("Context", Kind.Selector, 2),
            new("Own", Kind.Hidden, 30) { Edges = [new("Item")], Bank = new("Context", null) },
            new("Answer", Kind.Output, 3) { Edges = [new("Own")] },
        ],
    };

    [Fact]
    public void AsGeneratedTheRaceFollowsTraining() => Assert.InRange(Distance(Reduction.Exact, null), 0, 1e-12);

    [Theory]
    [InlineData("a missing coupling between pathways", "loss += outputs.Residual_Answer.FindErrors(",
        "f.Into_Answer.Span[..4].Clear(); loss += outputs.Residual_Answer.FindErrors(")]
    [InlineData("a wrong time constant", "_start!, epochs, stepSize, ", "_start!, epochs, stepSize * 1.001, ")]
    [InlineData("a path left out of the gradient", "Add(b.Common_Context,", "if (c < default(T)) Add(b.Common_Context,")]
    public void AFaultInTheExactReductionIsSeen(string fault, string generated, string planted) =>
        AssertSeen(Reduction.Exact, fault, generated, planted);

    [Theory]
    [InlineData("a pathway left out of Eq. 6", "a[1] = modes.Strength(q[2], q[3]);", "a[1] = modes.Strength(q[2], new double[q[3].Length]);")]
    [InlineData("an edge that does not learn", "modes.AddRate(rates[1], e[0], q[0]);", "")]
    public void AFaultInTheModesIsSeen(string fault, string generated, string planted)
    {
        double usual = Distance(Reduction.Modes, null);
        Assert.InRange(usual, 0, 0.05);
        AssertSeen(Reduction.Modes, fault, generated, planted, usual);
    }

    private static void AssertSeen(Reduction reduction, string fault, string generated, string planted, double usual = 1e-9)
    {
        int files = 0;
        double distance = Distance(reduction, text =>
        {
            files += text.Contains(generated, StringComparison.Ordinal) ? 1 : 0;
            return text.Replace(generated, planted, StringComparison.Ordinal);
        });
        Assert.Equal(1, files);
        Assert.True(distance > 2 * usual, $"{fault} moves the losses by {distance:G3} of the first one only.");
    }

    /// <summary>Largest distance between the losses of the race and of training, relative to the first loss.</summary>
    private static double Distance(Reduction reduction, Func<string, string>? alter)
    {
        Declaration declaration = reduction == Reduction.Exact ? Network : Apart;
        RacingBatch compiled = RacingBatch.Compile([declaration], alter);
        Trial trial = Trial.Draw(declaration, new Random(5), count: 8);
        int[] datapoints = [.. Enumerable.Range(0, 8)];
        Data data = trial.Data with
        {
            Indices = new Dictionary<string, int[]> { ["Item"] = [.. datapoints.Select(n => n % 4)], ["Context"] = [.. datapoints.Select(n => n / 4)] },
        };
        ICompiledNetwork network = compiled.Network(declaration, data);

        // Eq. 6 assumes weights that align: they do on the way from a small start.
        double start = reduction == Reduction.Exact ? 1 : 1e-3;
        Dictionary<string, double[]> weights = trial.Weights.ToDictionary(pair => pair.Key, pair => pair.Value.Select(w => w * start).ToArray());
        network.Write(weights);
        double[] trained = network.Train(new TrainingOptions { Epochs = Epochs, StepSize = StepSize, Method = TrainingMethod.Batch }).Loss;
        try
        {
            return Agreement.Between(trained, compiled.Racer(declaration, data).From(weights, Epochs, StepSize, LossScale.Sum, reduction).Loss).Max;
        }
        catch (TrainingDivergedException)
        {
            return double.PositiveInfinity;
        }
    }
}
