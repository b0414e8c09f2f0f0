using GateDsl.Generators.Tests.Differential.Declarations;
using GateDsl.Generators.Tests.Differential.Oracle;
using Weights = System.Collections.Generic.Dictionary<string, double[]>;

namespace GateDsl.Generators.Tests.Racing;

/// <summary>
/// Kernels of the race and of the training from their definitions, on random declared networks: products of the interpreter's activities, and finite
/// differences of its predictions. Without self-gated layers a prediction is linear in each weight, so a difference over a step of 1 is the derivative.
/// </summary>
public sealed class KernelOracleTests
{
    private const int Networks = 20;
    private const int Steps = 3;
    private const double Tolerance = 1e-9;

    [Fact]
    public void KernelsAreThoseOfActivitiesAndOfDifferencesOfPredictions()
    {
        Declaration[] declarations = [.. RacingDeclarations.From(2_000_000).Take(Networks)];
        RacingBatch compiled = RacingBatch.Compile(declarations);
        for (int i = 0; i < Networks; i++)
        {
            Random random = new(i);
            Trial trial = Trial.Draw(declarations[i], random, count: random.Next(2, 9));
            TrainingOptions options = new() { Epochs = Steps, StepSize = trial.StepSize, SnapshotEpochs = [0, Steps] };
            (RaceLog race, TrainingLog training) = compiled.Racer(declarations[i], trial.Data).From(Trial.Copy(trial.Weights), options, trial.Data);

            Weights weights = Trial.Copy(trial.Weights);
            string context = DeclarationPrinter.Print(declarations[i]);
            Check(trial, weights, [race.Snapshots[0], training.Snapshots[0]], context);
            for (int step = 0; step < Steps; step++)
            {
                trial.Oracle.Step(trial.Data, weights, trial.StepSize);
            }

            Check(trial, weights, [race.Snapshots[1], training.Snapshots[1]], context);
        }
    }

    private static void Check(Trial trial, Weights weights, Snapshot[] snapshots, string context)
    {
        double[,] hidden = HiddenKernel(trial, weights);
        double[,] tangent = TangentKernel(trial, weights);
        foreach (Snapshot snapshot in snapshots)
        {
            AssertSame("hidden", hidden, snapshot.HiddenKernel, context);
            AssertSame("tangent", tangent, snapshot.TangentKernel, context);
        }
    }

    private static double[,] HiddenKernel(Trial trial, Weights weights)
    {
        int count = trial.Data.Count;
        Dictionary<Node, double[]>[] activities = [.. Enumerable.Range(0, count).Select(n => trial.Oracle.Forward(trial.Data, n, weights))];
        double[,] kernel = new double[count, count];
        foreach (Node node in trial.Oracle.Graph.Nodes.Where(node => node.Layer.Kind == Kind.Hidden))
        {
            for (int n = 0; n < count; n++)
            {
                for (int m = 0; m < count; m++)
                {
                    bool areOn = trial.Oracle.IsOn(trial.Data, n, node) && trial.Oracle.IsOn(trial.Data, m, node);
                    kernel[n, m] += areOn ? activities[n][node].Zip(activities[m][node], (a, b) => a * b).Sum() : 0;
                }
            }
        }

        return kernel;
    }

    private static double[,] TangentKernel(Trial trial, Weights weights)
    {
        int count = trial.Data.Count;
        double[,] kernel = new double[count, count];
        foreach (double[] edge in weights.Values)
        {
            for (int i = 0; i < edge.Length; i++)
            {
                double kept = edge[i];
                edge[i] = kept + 0.5;
                Dictionary<string, double[]> up = trial.Oracle.Predict(trial.Data, weights);
                edge[i] = kept - 0.5;
                Dictionary<string, double[]> down = trial.Oracle.Predict(trial.Data, weights);
                edge[i] = kept;
                foreach ((string output, double[] above) in up)
                {
                    int width = count == 0 ? 0 : above.Length / count;
                    double[] slope = [.. above.Zip(down[output], (a, b) => a - b)];
                    for (int n = 0; n < count; n++)
                    {
                        for (int m = 0; m < count; m++)
                        {
                            kernel[n, m] += Enumerable.Range(0, width).Sum(o => slope[(n * width) + o] * slope[(m * width) + o]);
                        }
                    }
                }
            }
        }

        return kernel;
    }

    private static void AssertSame(string what, double[,] expected, double[,] actual, string context)
    {
        double largest = expected.Cast<double>().Max(Math.Abs);
        double distance = expected.Cast<double>().Zip(actual.Cast<double>(), (a, b) => Math.Abs(a - b)).Max();
        Assert.True(distance <= Tolerance * largest, $"{what} kernel: {distance:R} apart, the largest entry is {largest:R}\n{context}");
    }
}
