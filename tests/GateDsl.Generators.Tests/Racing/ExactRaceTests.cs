using GateDsl.Generators.Tests.Differential.Declarations;
using GateDsl.Generators.Tests.Differential.Oracle;
using Weights = System.Collections.Generic.Dictionary<string, double[]>;

namespace GateDsl.Generators.Tests.Racing;

/// <summary>Race.From(...).Integrate(..., Reduction.Exact) is gradient descent on random declared networks of any depth.</summary>
public sealed class ExactRaceTests
{
    private const int PerBatch = 20;
    private const int Epochs = 1000;

    /// <summary>Epochs that are also compared with the interpreter, which shares no code with either.</summary>
    private const int InterpretedEpochs = 20;

    public static TheoryData<int> Batches => [.. Enumerable.Range(0, Environment.GetEnvironmentVariable("GATEDSL_SLOW") == "1" ? 10 : 2)];

    [Theory]
    [MemberData(nameof(Batches))]
    public void TheRaceFromActualWeightsEqualsTraining(int batch)
    {
        Declaration[] declarations = [.. RacingDeclarations.From(batch * 1000).Take(PerBatch)];
        RacingBatch compiled = RacingBatch.Compile(declarations);
        for (int i = 0; i < PerBatch; i++)
        {
            Check(compiled, declarations[i], new Random((batch * PerBatch) + i));
        }
    }

    private static void Check(RacingBatch compiled, Declaration declaration, Random random)
    {
        Trial trial = Trial.Draw(declaration, random, count: random.Next(2, 13));

        // Unequal standard deviations: every edge has its own scale, over a factor of thirty.
        Weights start = trial.Weights.ToDictionary(pair => pair.Key, pair => Scaled(pair.Value, Math.Pow(30, -random.NextDouble())));
        CarefulTraining trained = CarefulTraining.Run(compiled.Network(declaration, trial.Data), start, Epochs);
        string context = $"{DeclarationPrinter.Print(declaration)}\nstep {trained.StepSize:R}";
        Weights interpreted = Trial.Copy(start);
        double[] oracle = [.. Enumerable.Range(0, InterpretedEpochs).Select(_ => trial.Oracle.Step(trial.Data, interpreted, trained.StepSize))];
        foreach (LossScale scale in Enum.GetValues<LossScale>())
        {
            double factor = scale == LossScale.Mean ? 1.0 / trial.Data.Count : 1;
            RaceLog race = compiled.Racer(declaration, trial.Data).From(start, Epochs, trained.StepSize / factor, scale, Reduction.Exact);
            Assert.Equal(Epochs, race.Loss.Length);
            for (int epoch = 0; epoch < Epochs; epoch++)
            {
                double expected = trained.Losses[epoch];
                double tolerance = 1e-9 * Math.Max(expected, 1e-6 * trained.Losses[0]);
                double actual = race.Loss[epoch] / factor;
                Assert.True(Math.Abs(actual - expected) <= tolerance, $"{scale}, epoch {epoch}: trained {expected:R}, race {actual:R}\n{context}");
                if (epoch < InterpretedEpochs)
                {
                    Assert.True(Math.Abs(actual - oracle[epoch]) <= tolerance,
                        $"{scale}, epoch {epoch}: interpreted {oracle[epoch]:R}, race {actual:R}\n{context}");
                }
            }

            Assert.All(race.ModeStrengths.Values, strengths => Assert.All(strengths.Cast<double>(), b => Assert.True(double.IsFinite(b))));
        }
    }

    private static double[] Scaled(double[] values, double factor) => [.. values.Select(value => value * factor)];
}
