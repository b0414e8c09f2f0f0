using GateDsl.Generators.Tests.Differential.Declarations;
using GateDsl.Generators.Tests.Differential.Oracle;
using GateDsl.Numerics.Tests.ReferenceTrainings;
using Weights = System.Collections.Generic.Dictionary<string, double[]>;

namespace GateDsl.Generators.Tests.Differential;

/// <summary>The oracle itself, against differences of its loss and against trainings by another implementation in another language.</summary>
public sealed class InterpreterTests
{
    [Fact]
    public void TheGradientIsTheDifferenceOfTheLoss()
    {
        for (int seed = 0; seed < 300; seed++)
        {
            Declaration declaration = RandomDeclarations.Draw(seed) with { IsDouble = true };
            Trial trial = Trial.Draw(declaration, new Random(seed), count: 5);
            bool isPolynomial = !declaration.HasSelfGated && !declaration.HasOtherLoss;

            // Of degree two in one weight: exact at any distance. A ReLU has kinks, other losses curve: near, and to the accuracy that rounding leaves.
            double distance = isPolynomial ? 0.5 : 1e-6;
            double tolerance = isPolynomial ? 1e-12 : 1e-8;
            Weights gradient = trial.Oracle.Gradient(trial.Data, trial.Weights, mean: true);
            foreach ((string name, double[] values) in gradient)
            {
                int i = values.Length / 2;
                Weights moved = Trial.Copy(trial.Weights);
                moved[name][i] += distance;
                double above = trial.Oracle.Loss(trial.Data, moved, mean: true);
                moved[name][i] -= 2 * distance;
                double below = trial.Oracle.Loss(trial.Data, moved, mean: true);
                Assert.Equal((above - below) / (2 * distance), values[i], tolerance * (1 + above + below));
            }
        }
    }

    [Theory]
    [InlineData("three_contexts")]
    [InlineData("graph_sum")]
    [InlineData("graph_mean")]
    [InlineData("routing")]
    [InlineData("xor")]
    [InlineData("relu_one")]
    [InlineData("relu_two")]
    [InlineData("self_gated")]
    public void ReferenceTrainingsAreFollowed(string name)
    {
        ReferenceTraining reference = ReferenceTraining.Load(name);
        Declaration declaration = ReferenceDeclarations.Of(name);
        Interpreter oracle = new(declaration);
        Data data = new(
            reference.Datapoints,
            declaration.Indices.ToDictionary(index => index.Name, index => reference.Indices(index.Name)),
            reference.Arrays("in"),
            reference.Arrays("target"));
        Weights weights = reference.Arrays("init");
        bool isMean = reference.Scale == LossScale.Mean;
        Assert.Equal(weights.Keys.Order(), oracle.Shapes.Keys.Order());
        AssertClose(reference.Arrays("grad"), oracle.Gradient(data, weights, isMean), 1e-12);
        foreach (double loss in reference.Loss)
        {
            Assert.Equal(loss, oracle.Step(data, weights, reference.StepSize, isMean), 1e-11 * Math.Max(loss, 1e-6 * reference.Loss[0]));
        }

        AssertClose(reference.Arrays("final"), weights, 1e-11);
        AssertClose(reference.Arrays("pred"), oracle.Predict(data, weights), 1e-11);
    }

    private static void AssertClose(Weights expected, Weights actual, double tolerance)
    {
        double largest = expected.Values.Max(values => values.Max(Math.Abs));
        foreach ((string name, double[] values) in expected)
        {
            for (int i = 0; i < values.Length; i++)
            {
                Assert.Equal(values[i], actual[name][i], tolerance * largest);
            }
        }
    }
}
