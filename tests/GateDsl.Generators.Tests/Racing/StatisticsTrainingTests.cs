using GateDsl.Generators.Tests.Differential.Compiled;
using GateDsl.Generators.Tests.Differential.Declarations;
using GateDsl.Generators.Tests.Differential.Oracle;
using Weights = System.Collections.Generic.Dictionary<string, double[]>;

namespace GateDsl.Generators.Tests.Racing;

/// <summary>
/// Batch and statistics are the same gradient descent, with and without width and basis reduction: over a thousand epochs of fifty random networks
/// their losses stay together, and they end at the same weights.
/// </summary>
public sealed class StatisticsTrainingTests
{
    private const int PerBatch = 25;
    private const int Epochs = 1000;

    /// <summary>In parts of the initial loss.</summary>
    private const double Tolerance = 1e-11;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void BatchAndStatisticsStayTogether(int batch)
    {
        Declaration[] declarations = [.. RacingDeclarations.From(500_000 + (batch * 1000)).Take(PerBatch)];
        RacingBatch compiled = RacingBatch.Compile(declarations);
        for (int i = 0; i < PerBatch; i++)
        {
            Random random = new((batch * PerBatch) + i);
            Trial trial = Trial.Draw(declarations[i], random, count: random.Next(2, 25));
            Weights start = Trial.Copy(trial.Weights);
            ICompiledNetwork network = compiled.Network(declarations[i], trial.Data);
            CarefulTraining byBatch = CarefulTraining.Run(network, start, Epochs);

            Weights end = network.Read();
            foreach (StateReductions reductions in Enum.GetValues<StateReductions>())
            {
                network.Write(start);
                double[] byStatistics = network.Train(new TrainingOptions
                {
                    Epochs = Epochs,
                    StepSize = byBatch.StepSize,
                    Method = TrainingMethod.Statistics,
                    Reductions = reductions,
                }).Loss;
                string what = $"reductions {reductions}, step {byBatch.StepSize:R}\n{DeclarationPrinter.Print(declarations[i])}";
                for (int epoch = 0; epoch < Epochs; epoch++)
                {
                    Assert.True(
                        Math.Abs(byStatistics[epoch] - byBatch.Losses[epoch]) <= Tolerance * byBatch.Losses[0],
                        $"epoch {epoch}: batch {byBatch.Losses[epoch]:R}, statistics {byStatistics[epoch]:R}\n{what}");
                }

                AssertSame(end, network.Read(), what);
            }
        }
    }

    /// <summary>
    /// A dense input that is read by pathways on at different datapoints has correlations with different eigenvectors: there is no basis for it, and
    /// asking for one must not change the training.
    /// </summary>
    [Fact]
    public void ABasisThatFitsOneCorrelationAloneIsNotTaken()
    {
        Declaration declaration = new()
        {
            Name = "NoCommonBasis",
            IsDouble = true,
            Layers =
            [
                new("Stimulus", Kind.Dense, 4),
                new("Sense", Kind.Selector, 2),
                new("Own", Kind.Hidden, 12) { Edges = [new("Stimulus")], Bank = new("Sense", null) },
                new("Answer", Kind.Output, 3) { Edges = [new("Own")] },
            ],
        };
        Trial trial = Trial.Draw(declaration, new Random(7), count: 16);
        ICompiledNetwork network = RacingBatch.Compile([declaration]).Network(declaration, trial.Data);
        Weights start = Trial.Copy(trial.Weights);
        CarefulTraining byBatch = CarefulTraining.Run(network, start, 200);
        Weights end = network.Read();

        network.Write(start);
        network.Train(new TrainingOptions
        {
            Epochs = 200,
            StepSize = byBatch.StepSize,
            Method = TrainingMethod.Statistics,
            Reductions = StateReductions.Always,
        });
        AssertSame(end, network.Read(), "no common basis");
    }

    /// <summary>Weights within 1e-8 of the largest entry.</summary>
    private static void AssertSame(Weights expected, Weights actual, string what)
    {
        foreach ((string edge, double[] values) in expected)
        {
            double largest = values.Select(Math.Abs).DefaultIfEmpty(0).Max();
            for (int i = 0; i < values.Length; i++)
            {
                Assert.True(
                    Math.Abs(values[i] - actual[edge][i]) <= 1e-8 * largest,
                    $"{edge}, entry {i}: batch {values[i]:R}, statistics {actual[edge][i]:R}\n{what}");
            }
        }
    }
}
