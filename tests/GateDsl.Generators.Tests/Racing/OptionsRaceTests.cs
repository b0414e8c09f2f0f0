using GateDsl.Generators.Tests.Differential.Declarations;
using GateDsl.Generators.Tests.Differential.Oracle;
using Weights = System.Collections.Generic.Dictionary<string, double[]>;

namespace GateDsl.Generators.Tests.Racing;

/// <summary>Race.From(...).Integrate(options) is the training with these options, on random declared networks of any depth.</summary>
public sealed class OptionsRaceTests
{
    private const int PerBatch = 50;
    private const int Epochs = 60;
    private static readonly int[] BatchSizes = [0, 1, 2, 5, 8];

    public static TheoryData<int> Batches => [.. Enumerable.Range(0, Environment.GetEnvironmentVariable("GATEDSL_SLOW") == "1" ? 20 : 6)];

    [Theory]
    [MemberData(nameof(Batches))]
    public void TheRaceUnderOptionsEqualsTraining(int batch)
    {
        Declaration[] declarations = [.. RacingDeclarations.From(1_000_000 + (batch * 1000), hasOtherLosses: true).Take(PerBatch)];
        RacingBatch compiled = RacingBatch.Compile(declarations);
        for (int i = 0; i < PerBatch; i++)
        {
            Check(compiled, declarations[i], new Random((batch * PerBatch) + i), isAllAtOnce: i % 5 == 0);
        }
    }

    private static void Check(RacingBatch compiled, Declaration declaration, Random random, bool isAllAtOnce)
    {
        Trial trial = Trial.Draw(declaration, random, count: random.Next(2, 13));
        Data test = Trial.Draw(declaration, random, count: random.Next(1, 9)).Data;
        Weights start = trial.Weights.ToDictionary(pair => pair.Key, pair => pair.Value.Select(value => value * 0.3).ToArray());
        TrainingOptions options = Draw(trial, random, isAllAtOnce);
        (RaceLog race, TrainingLog training) = compiled.Racer(declaration, trial.Data).From(start, options, test);
        string context = $"{options}\n{DeclarationPrinter.Print(declaration)}";
        Assert.Equal(training.Epochs, race.Epochs);
        AssertSame("loss", training.Loss, race.Loss, context);
        AssertSame("test loss", training.TestLoss!, race.TestLoss!, context);
        Assert.Equal(3, race.Snapshots.Count);
        foreach ((Snapshot trained, Snapshot predicted) in training.Snapshots.Zip(race.Snapshots))
        {
            AssertSame(trained, predicted, context);
        }

        Assert.True(race.ModeStrengths.Count == 0 || !declaration.HasOtherLoss);
        Assert.All(race.ModeStrengths.Values, strengths => Assert.Equal(race.Epochs.Length, strengths.GetLength(0)));
    }

    private static void AssertSame(Snapshot trained, Snapshot predicted, string context)
    {
        Assert.Equal(trained.Epoch, predicted.Epoch);
        AssertSame($"hidden kernel at {trained.Epoch}", trained.HiddenKernel, predicted.HiddenKernel, context);
        AssertSame($"tangent kernel at {trained.Epoch}", trained.TangentKernel, predicted.TangentKernel, context);
        Assert.Equal(trained.HiddenKernels.Keys.Order(StringComparer.Ordinal), predicted.HiddenKernels.Keys.Order(StringComparer.Ordinal));
        Assert.All(trained.HiddenKernels, layer => AssertSame($"kernel of {layer.Key}", layer.Value, predicted.HiddenKernels[layer.Key], context));
        Assert.All(trained.Predictions, output => AssertSame($"prediction of {output.Key}", output.Value, predicted.Predictions[output.Key], context));
    }

    private static void AssertSame(string what, double[,] trained, double[,] predicted, string context)
    {
        double largest = trained.Cast<double>().Select(Math.Abs).DefaultIfEmpty(0).Max();
        double distance = trained.Cast<double>().Zip(predicted.Cast<double>(), (a, b) => Math.Abs(a - b)).DefaultIfEmpty(0).Max();
        Assert.True(distance <= 1e-10 * largest, $"{what}: {distance:R} apart, the largest entry is {largest:R}\n{context}");
    }

    private static void AssertSame(string what, double[] trained, double[] predicted, string context)
    {
        Assert.Equal(trained.Length, predicted.Length);
        for (int i = 0; i < trained.Length; i++)
        {
            double tolerance = 1e-9 * Math.Max(trained[i], 1e-6 * trained[0]);
            Assert.True(Math.Abs(predicted[i] - trained[i]) <= tolerance, $"{what} {i}: trained {trained[i]:R}, race {predicted[i]:R}\n{context}");
        }
    }

    private static TrainingOptions Draw(Trial trial, Random random, bool isAllAtOnce)
    {
        bool Use() => isAllAtOnce || random.Next(2) == 0;
        LossScale scale = random.Next(2) == 0 ? LossScale.Sum : LossScale.Mean;
        double momentum = Use() ? 0.9 : 0;
        string[] edges = [.. trial.Weights.Keys.Order(StringComparer.Ordinal)];
        Dictionary<string, double> factors = new(StringComparer.Ordinal);
        if (Use())
        {
            factors[edges[random.Next(edges.Length)].Split('[')[0]] = 0.5;
            factors[edges[random.Next(edges.Length)]] = random.Next(2) == 0 ? 0 : 1.5;
        }

        return new TrainingOptions
        {
            Epochs = Epochs,
            StepSize = trial.StepSize * (1 - momentum) * (scale == LossScale.Mean ? trial.Data.Count : 1) / 4,
            LossScale = scale,
            BatchSize = Use() ? BatchSizes[random.Next(BatchSizes.Length)] : 0,
            ShuffleSeed = (ulong)random.NextInt64(),
            Momentum = momentum,
            Nesterov = random.Next(2) == 0,
            WeightDecay = Use() ? 0.01 : 0,
            StepFactors = factors,
            RecordEvery = Use() ? random.Next(1, 8) : 1,
            SnapshotEpochs = [0, random.Next(1, Epochs), Epochs],
        };
    }
}
