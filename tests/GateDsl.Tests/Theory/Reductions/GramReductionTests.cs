using GateDsl.CompilerServices;
using GateDsl.Tests.Theory.LinearAlgebra;
using GateDsl.Theory.EffectiveData;
using GateDsl.Theory.Reductions;
using GateDsl.Theory.Sampling;
using GateDsl.Theory.Tasks;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Double;
using Matrix = GateDsl.Theory.LinearAlgebra.Matrix;

namespace GateDsl.Tests.Theory.Reductions;

public sealed class GramReductionTests
{
    [Fact]
    public void FromActualWeightsTheRaceIsTraining()
    {
        Random random = new(1);
        for (int network = 0; network < 60; network++)
        {
            ReductionProblem problem = RandomProblems.Create(random);
            int[] units = problem.Modules.Select(_ => random.Next(1, 14)).ToArray();
            GatedNetworkOracle oracle = GatedNetworkOracle.Random(problem, units, 0.4, random);
            GramReduction race = GramReduction.From(problem, oracle.ToMatrices());
            double stepSize = 0.1 / problem.Count;
            double initial = race.Loss;
            for (int epoch = 0; epoch < 200; epoch++)
            {
                double loss = oracle.Step(stepSize);
                Assert.Equal(loss, race.Loss, 1e-9 * Math.Max(loss, 1e-6 * initial));
                race.Step(stepSize);
            }

            Assert.True(race.Loss < initial || initial == 0);
            for (int p = 0; p < problem.Pathways.Length; p++)
            {
                AssertMapIsTheProduct(oracle.ToMatrices()[p], race.Maps[p]);
            }
        }
    }

    [Fact]
    public void AStepIsTheCongruenceOfTheTheory()
    {
        Random random = new(2);
        ReductionProblem problem = RandomProblems.Create(random, allowDirect: false);
        GramReduction race = GramReduction.From(problem, GatedNetworkOracle.Random(problem, [5, 6, 7], 0.5, random).ToMatrices());
        const double StepSize = 0.03;
        for (int p = 0; p < problem.Pathways.Length; p++)
        {
            Matrix<double> q = GramMatrix.Of(race.FactorOf(p)!);
            Matrix<double> e = race.Pulls()[p].ToMathNet();
            DenseMatrix m = DenseMatrix.Create(q.RowCount, q.RowCount, 0);
            m.SetSubMatrix(0, e.ColumnCount, e.Transpose());
            m.SetSubMatrix(e.ColumnCount, 0, e);
            DenseMatrix grow = DenseMatrix.CreateIdentity(q.RowCount) + (StepSize * m);
            Matrix<double> expected = grow * q * grow.Transpose();
            GramReduction stepped = GramReduction.From(problem, Weights(race));
            stepped.Step(StepSize);
            MatrixAssert.Close(expected, GramMatrix.Of(stepped.FactorOf(p)!), 1e-12);
        }

        static Matrix[][] Weights(GramReduction race) => Enumerable.Range(0, race.Maps.Length)
            .Select(p => new[] { race.FactorOf(p)!.Inner.Transpose(), race.FactorOf(p)!.Outer }).ToArray();
    }

    [Fact]
    public void InExpectationTheGramMatrixIsBlockDiagonal()
    {
        ReductionProblem problem = TaskProblems.OfContexts(ContextTaskData.Create(2, 2, differentStructures: false), common: true, 1);
        PathwaySpread[] spreads = problem.Pathways.Select(pathway => new PathwaySpread(
            2.5, pathway.Inputs.Select((_, i) => 0.1 * (i + 1)).ToArray(), [0.7])).ToArray();
        GramReduction race = GramReduction.Expect(problem, spreads);
        double[] expected = [0.01, 0.01, 0.04, 0.04, .. Enumerable.Repeat(0.49, 9)];
        MatrixAssert.Close(DenseMatrix.OfDiagonalArray(expected.Select(value => 2.5 * value).ToArray()), GramMatrix.Of(race.FactorOf(0)!), 1e-15);
        Assert.Equal(8, race.Loss, 1e-12);
    }

    [Fact]
    public void TheExpectationIsWhatManyUnitsDo()
    {
        // The Gram matrix of H units differs from its expectation by 1/sqrt(H).
        ReductionProblem problem = TaskProblems.OfContexts(ContextTaskData.Create(2, 2, differentStructures: false), common: true, 1);
        NormalSampler sampler = new(4);
        const int Units = 4000;
        const double Sigma = 1e-3;
        Matrix[][] weights = problem.Pathways.Select(pathway =>
        {
            int inputs = pathway.Inputs.Sum(block => problem.Inputs[block.Block].Width);
            return new[]
            {
                new Matrix(Units, inputs, sampler.Draw(Units * inputs).Select(draw => draw * Sigma).ToArray()),
                new Matrix(9, Units, sampler.Draw(Units * 9).Select(draw => draw * Sigma).ToArray()),
            };
        }).ToArray();
        double[] actual = GramReduction.From(problem, weights).Run(300, 0.02);
        double[] expected = GramReduction.Expect(DataBasis.Reduce(problem), PathwaySpread.Uniform(problem, Units, Sigma)).Run(300, 0.02);
        Assert.InRange(actual[^1], 0, 1e-3);
        Assert.InRange(Math.Sqrt(actual.Zip(expected, (a, b) => (a - b) * (a - b)).Average()) / actual[0], 0, 0.01);
    }

    [Fact]
    public void BasesOfTheDataChangeNothingInExpectation()
    {
        Random random = new(3);
        for (int network = 0; network < 20; network++)
        {
            ReductionProblem problem = RandomProblems.Create(random);
            ReductionProblem wide = problem with
            {
                Inputs = problem.Inputs.Select(input => Widen(input, problem.Count)).ToArray(),
            };
            PathwaySpread[] spreads = wide.Pathways.Select(pathway => new PathwaySpread(
                7, pathway.Inputs.Select(_ => random.NextDouble()).ToArray(), pathway.Outputs.Select(_ => random.NextDouble()).ToArray())).ToArray();
            ReductionProblem reduced = DataBasis.Reduce(wide);
            Assert.All(reduced.Inputs, input => Assert.True(input.Width <= Math.Max(problem.Count, 4)));
            double stepSize = 0.01 / problem.Count;
            double[] losses = GramReduction.Expect(wide, spreads).Run(60, stepSize);
            double[] inBases = GramReduction.Expect(reduced, spreads).Run(60, stepSize);
            for (int epoch = 0; epoch < losses.Length; epoch++)
            {
                Assert.Equal(losses[epoch], inBases[epoch], 1e-10 * Math.Max(1e-3, losses[0]));
            }
        }

        // Appends columns that repeat others, so that inputs are wider than their span.
        static InputBlock Widen(InputBlock input, int count)
        {
            int width = input.Width + count;
            double[] values = new double[count * width];
            for (int n = 0; n < count; n++)
            {
                for (int i = 0; i < width; i++)
                {
                    values[(n * width) + i] = input.Values[(n * input.Width) + (i % input.Width)];
                }
            }

            return new(input.Name, width, values);
        }
    }

    [Fact]
    public void DeepPathwaysAndBadNumbersAreRefused()
    {
        ReductionProblem problem = TaskProblems.OfContexts(ContextTaskData.Create(2, 2, differentStructures: false), common: true);
        PathwaySpread[] spread = PathwaySpread.Uniform(problem, 1, 0.1);
        ReductionProblem deep = problem with { Modules = ["A", "B"], Pathways = [problem.Pathways[0] with { Name = "A>B", Modules = [0, 1] }] };
        Assert.Contains("A>B", Assert.Throws<NotSupportedException>(() => GramReduction.Expect(deep, spread)).Message, StringComparison.Ordinal);
        GatedData data = GatedData.Of(problem);
        Assert.Contains("A>B", Assert.Throws<NotSupportedException>(() => GramReduction.From(deep, [[new Matrix(3, 4), new Matrix(9, 3)]])).Message,
            StringComparison.Ordinal);
        Assert.Contains("A>B", Assert.Throws<NotSupportedException>(
            () => GramReduction.Balanced(deep, data, EffectiveDataset.Of(data), [new double[4]])).Message, StringComparison.Ordinal);
        Assert.Throws<NotSupportedException>(() => TwinWidths.Of(deep, 10));
        foreach ((double units, double sigma) in new[] { (0.0, 0.1), (-1, 0.1), (double.NaN, 0.1), (1, -0.1), (1, double.NaN), (1, double.PositiveInfinity) })
        {
            Assert.Throws<ArgumentException>(() => GramReduction.Expect(problem, PathwaySpread.Uniform(problem, units, sigma)));
        }

        Assert.Throws<ArgumentException>(() => GramReduction.Expect(problem with { Count = 3 }, spread));
        Assert.Throws<ReductionDivergedException>(() => GramReduction.Expect(problem, PathwaySpread.Uniform(problem, 1, 1)).Run(1000, 10));
    }

    [Fact]
    public void WithoutDatapointsNothingHappens()
    {
        ReductionProblem problem = new()
        {
            Count = 0,
            Inputs = [new("X", 2, [])],
            Outputs = [new("Y", 3, [], null)],
            Modules = ["M"],
            Pathways = [new("M", [0], [new(0, null)], [new(0, null)])],
        };
        GramReduction race = GramReduction.Expect(problem, PathwaySpread.Uniform(problem, 4, 0.1));
        Assert.All(race.Run(3, 0.1), loss => Assert.Equal(0, loss));
        Assert.Equal(0, EffectiveDataset.Of(GatedData.Of(problem))[0].ModeCount);
        Assert.Equal(double.PositiveInfinity, StableStep.Of(race));
    }

    private static void AssertMapIsTheProduct(Matrix[] edges, Matrix map)
    {
        Matrix<double> product = edges.Skip(1).Aggregate(edges[0].ToMathNet(), (right, left) => left.ToMathNet() * right);
        MatrixAssert.Close(product, map.ToMathNet(), 1e-9);
    }
}
