using GateDsl.Tests.Theory.LinearAlgebra;
using GateDsl.Theory.EffectiveData;
using GateDsl.Theory.LinearAlgebra;
using GateDsl.Theory.Reductions;
using GateDsl.Theory.Tasks;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Double;
using Matrix = GateDsl.Theory.LinearAlgebra.Matrix;

namespace GateDsl.Tests.Theory.Reductions;

public sealed class StableStepTests
{
    [Fact]
    public void OnePathwayOverWhiteInputsHasTheBoundOfTheTheoryAtItsBalancedEnd()
    {
        HierarchyTaskData task = HierarchyTaskData.Create(8);
        ReductionProblem problem = new()
        {
            Count = 8,
            Inputs = [new("Item", 8, TaskProblems.OneHot(task.Items))],
            Outputs = [new("Properties", task.TargetWidth, task.Targets, null)],
            Modules = ["Hidden"],
            Pathways = [new("Hidden", [0], [new(0, null)], [new(0, null)])],
        };
        GramReduction race = GramReduction.Expect(DataBasis.Reduce(problem), PathwaySpread.Uniform(problem, 100, 1e-4));
        race.Run(1500, 0.05);
        double s1 = DenseMatrix.OfColumnMajor(task.TargetWidth, 8, task.Targets).Svd().S[0];
        Assert.Equal(1, StableStep.Of(race) * s1, 1e-4);
    }

    [Fact]
    public void TheBoundIsThatOfTheDenseHessianByEitherRoad()
    {
        Random random = new(21);
        for (int network = 0; network < 12; network++)
        {
            ReductionProblem problem = RandomProblems.Create(random);
            GatedNetworkOracle oracle = GatedNetworkOracle.Random(problem, problem.Modules.Select(_ => random.Next(1, 4)).ToArray(), 1, random);
            GramReduction race = GramReduction.From(problem, oracle.ToMatrices());
            double[] weights = Flatten(oracle.Weights);
            DenseMatrix hessian = new(weights.Length, weights.Length);
            for (int j = 0; j < weights.Length; j++)
            {
                hessian.SetColumn(j, (GradientAt(j, 1e-5) - GradientAt(j, -1e-5)) / 2e-5);
            }

            double largest = ((hessian + hessian.Transpose()) / 2).Evd(Symmetricity.Symmetric).EigenValues.Max(value => value.Real);
            double expected = largest > 1e-9 ? 2 / largest : double.PositiveInfinity;
            Assert.Equal(expected, StableStep.Of(race), 1e-4 * expected);
            Assert.Equal(expected, StableStep.Of(weights, Gradient), 1e-4 * expected);

            Vector<double> GradientAt(int index, double change)
            {
                double[] shifted = (double[])weights.Clone();
                shifted[index] += change;
                double[] gradient = new double[weights.Length];
                Gradient(shifted, gradient);
                return DenseVector.OfArray(gradient);
            }

            void Gradient(double[] at, double[] gradient)
            {
                Unflatten(at, oracle.Weights);
                oracle.Step(0, out double[][][,]? edges);
                Flatten(edges).CopyTo(gradient, 0);
            }
        }
    }

    [Fact]
    public void AStepBeyondTheBoundDivergesAndOneInsideDoesNot()
    {
        ReductionProblem problem = TaskProblems.OfContexts(ContextTaskData.Create(2, 4, differentStructures: false), common: true, 1);
        GramReduction race = GramReduction.Expect(problem, PathwaySpread.Uniform(problem, 10, 1e-2));
        race.Run(4000, 0.01);
        double bound = StableStep.Of(race);
        double outside = Loss(bound * 1.05);
        double inside = Loss(bound * 0.95);
        Assert.True(inside < 1e-8, $"{inside}");
        Assert.True(outside > 1e-4, $"{outside}");

        double Loss(double stepSize)
        {
            // From the end state, pushed away a little.
            Matrix[][] weights = Enumerable.Range(0, problem.Pathways.Length).Select(p => new[]
            {
                race.FactorOf(p)!.Inner.Transpose().Times(1 + 1e-6), race.FactorOf(p)!.Outer,
            }).ToArray();
            GramReduction again = GramReduction.From(problem, weights);
            again.Run(400, stepSize);
            return again.Loss;
        }
    }

    /// <summary>Nothing is multiplied and nothing moves: no step is too large.</summary>
    [Fact]
    public void WithoutPathwaysAndDatapointsEveryStepIsStable()
    {
        GramReduction nothing = GramReduction.From(new() { Count = 0, Inputs = [], Outputs = [], Modules = [], Pathways = [] }, []);

        Assert.Equal(double.PositiveInfinity, StableStep.Of(nothing));
        Assert.Equal(double.PositiveInfinity, StableStep.Estimate(nothing, 100));
    }

    [Theory]
    [InlineData(new double[] { 3, 1, 0.5 }, 3)]
    [InlineData(new double[] { -5, 2, 1 }, 2)]
    [InlineData(new double[] { -5, 5, 1 }, 5)]
    [InlineData(new double[] { -5, -2 }, -2)]
    [InlineData(new double[] { 0, 0 }, 0)]
    [InlineData(new double[] { 4, 4, 4 }, 4)]
    public void LanczosFindsTheMostPositiveEigenvalue(double[] eigenvalues, double expected)
    {
        Matrix<double> q = MatrixCases.Random(eigenvalues.Length, eigenvalues.Length, 9).QR().Q;
        Matrix<double> a = q * DenseMatrix.OfDiagonalArray(eigenvalues) * q.Transpose();
        double? found = Lanczos.LargestEigenvalue(
            eigenvalues.Length, (vector, image) => (a * DenseVector.OfArray(vector)).AsArray().CopyTo(image, 0));
        Assert.Equal(expected, found!.Value, 1e-6);
    }

    /// <summary>
    /// Of a quadratic with momentum, decay and step factors: a little below the bound the weight shrinks to nothing, a little above it grows without end.
    /// </summary>
    [Theory]
    [InlineData(0, false, 0, 1)]
    [InlineData(0, true, 0.3, 2.5)]
    [InlineData(0.5, false, 0, 1)]
    [InlineData(0.5, true, 0, 1)]
    [InlineData(0.9, false, 0.3, 2.5)]
    [InlineData(0.9, true, 0.3, 0.4)]
    public void WithMomentumTheBoundIsThatOfTheRecurrence(double momentum, bool isNesterov, double decay, double factor)
    {
        const double Curvature = 1.7;
        double bound = StableStep.Under(2 / Curvature, momentum, isNesterov, decay, factor);

        Assert.InRange(Last(0.99 * bound), 0, 1e-6);
        Assert.InRange(Last(1.01 * bound), 1e6, double.PositiveInfinity);

        double Last(double step)
        {
            (double weight, double velocity) = (1, 0);
            for (int update = 0; update < 20_000 && Math.Abs(weight) < 1e9; update++)
            {
                double gradient = (Curvature + decay) * weight;
                velocity = (momentum * velocity) + gradient;
                weight -= step * factor * (isNesterov ? gradient + (momentum * velocity) : velocity);
            }

            return Math.Abs(weight);
        }
    }

    /// <summary>Weights of zero are looked at too: of a gradient 3 w the bound is 2/3.</summary>
    [Fact]
    public void AtZeroWeightsThereIsABound()
    {
        Assert.Equal(2.0 / 3, StableStep.Of([0, 0], (weights, gradient) => (gradient[0], gradient[1]) = (3 * weights[0], weights[1])), 1e-6);
        Assert.Equal(double.PositiveInfinity, StableStep.Of([0, 0], (weights, gradient) => (gradient[0], gradient[1]) = (0, 0)));
        Assert.Equal(double.PositiveInfinity, StableStep.Of([1, 2], (weights, gradient) => (gradient[0], gradient[1]) = (-weights[0], -2 * weights[1])));
    }

    /// <summary>Of w^4 / 12 the curvature is w^2, which differences find at the scale of the weights, whatever that is and whichever sign.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(1e6)]
    [InlineData(1e-6)]
    [InlineData(-1e-6)]
    [InlineData(-1e6)]
    public void DifferencesAreTakenAtTheScaleOfTheWeights(double weight) => Assert.Equal(
        2, StableStep.Of([weight], (weights, gradient) => gradient[0] = weights[0] * weights[0] * weights[0] / 3) * weight * weight, 1e-8);

    /// <summary>
    /// The estimate is within a thousandth of the bound where it is made, and is made where its products with the Hessian are within the work.
    /// </summary>
    [Fact]
    public void AnEstimateTakesNoMoreWorkThanItMay()
    {
        Random random = new(22);
        double[] inputs = [.. Enumerable.Range(0, 64).Select(_ => random.NextDouble() - 0.5)],
            targets = [.. Enumerable.Range(0, 64).Select(_ => random.NextDouble() - 0.5)];
        ReductionProblem problem = new()
        {
            Count = 8,
            Inputs = [new("In", 8, inputs)],
            Outputs = [new("Out", 8, targets, null)],
            Modules = ["H"],
            Pathways = [new("H", [0], [new(0, null)], [new(0, null)])],
        };
        GramReduction race = GramReduction.Expect(problem, PathwaySpread.Uniform(problem, 1, 1));
        Assert.Equal(StableStep.Of(race), StableStep.Estimate(race, long.MaxValue)!.Value, 1e-3 * StableStep.Of(race));
        Assert.Null(StableStep.Estimate(race, 0));
        (long low, long high) = (0, 1_000_000_000);
        while (high - low > 1)
        {
            long middle = (low + high) / 2;
            (low, high) = StableStep.Estimate(race, middle) is null ? (middle, high) : (low, middle);
        }

        // Twice the residual and pull of 8 x 8 inputs, and three products with 16 columns: each step of the estimate.
        const long Product = 2 * ((2 * 64 * 8) + (3 * 16 * 64));
        Assert.Equal(0, high % Product);
        Assert.InRange(high / Product, 5, 40);
    }

    private static double[] Flatten(double[][][,] edges) => edges.SelectMany(pathway => pathway.SelectMany(edge => edge.Cast<double>())).ToArray();

    private static void Unflatten(double[] values, double[][][,] edges)
    {
        int at = 0;
        foreach (double[,]? edge in edges.SelectMany(pathway => pathway))
        {
            for (int i = 0; i < edge.GetLength(0); i++)
            {
                for (int j = 0; j < edge.GetLength(1); j++, at++)
                {
                    edge[i, j] = values[at];
                }
            }
        }
    }
}
