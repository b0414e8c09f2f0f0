using GateDsl.CompilerServices;
using GateDsl.Tests.Theory.LinearAlgebra;
using GateDsl.Theory.EffectiveData;
using GateDsl.Theory.Reductions;
using GateDsl.Theory.Tasks;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Double;
using Matrix = GateDsl.Theory.LinearAlgebra.Matrix;

namespace GateDsl.Tests.Theory.Reductions;

public sealed class RepresentativeUnitsTests
{
    [Theory]
    [InlineData(100, 10, 100)] // Few units: every one is represented.
    [InlineData(256, 10, 256)]
    [InlineData(1000, 10, 260)] // 256 rounded up to a multiple of 20.
    [InlineData(1000, 34, 272)] // 8 D = 272 = 4 * 68.
    [InlineData(700, 45, 360)]
    [InlineData(362, 45, 360)]
    [InlineData(270, 33, 264)]
    [InlineData(265, 33, 264)]
    [InlineData(300, 40, 300)] // 320 exceeds H.
    [InlineData(258, 10, 258)] // 260 capped at H.
    public void TheNumberOfUnitsIsThatOfTheTheory(int units, int dimensions, int expected) =>
        Assert.Equal(expected, RepresentativeUnits.CountFor(units, dimensions));

    [Theory]
    [InlineData(48, 6)]
    [InlineData(14, 7)]
    public void WholeFramesOfDirectionsResolveTheIdentity(int count, int dimensions)
    {
        Matrix<double> z = UnitDirections.Draw(count, dimensions, seed: 3).ToMathNet();
        MatrixAssert.Close(count * DenseMatrix.CreateIdentity(dimensions), z.Transpose() * z, 1e-12);
        for (int i = 0; i < count; i += 2)
        {
            Assert.Equal(z.Row(i), -z.Row(i + 1));
            Assert.Equal(Math.Sqrt(dimensions), z.Row(i).L2Norm(), 1e-13);
        }

        Assert.NotEqual(z, UnitDirections.Draw(count, dimensions, seed: 4).ToMathNet());
        Assert.Equal(z.ToRowMajorArray()[..(5 * dimensions)], UnitDirections.Draw(5, dimensions, seed: 3).Values);
    }

    [Fact]
    public void TheRunIsAReluNetworkOfThatManyScaledUnits()
    {
        // The same units as a network in the full coordinates of the data, trained datapoint by datapoint.
        Random random = new(5);
        for (int trial = 0; trial < 6; trial++)
        {
            ReductionProblem problem = RandomProblems.Create(random);
            if (trial % 2 == 0)
            {
                problem = problem with { Outputs = problem.Outputs.Select(output => output with { Active = null }).ToArray() };
            }

            const int Units = 900;
            RepresentativeUnits run = RepresentativeUnits.Create(problem, Units, 0.01, 0.02, seed: 7);
            ReluOracle network = FullNetwork(problem, run.Count, Units, 0.01, 0.02);
            double stepSize = 0.02 / problem.Count;
            double[] losses = run.Run(150, stepSize);
            for (int epoch = 0; epoch < 150; epoch++)
            {
                double loss = network.Step(stepSize);
                Assert.Equal(loss, losses[epoch], 1e-9 * Math.Max(loss, 1e-6 * losses[0]));
            }
        }
    }

    [Fact]
    public void GateSharesSumToOneAndStartSymmetric()
    {
        ReductionProblem problem = TaskProblems.OfContexts(ContextTaskData.Create(3, 4, differentStructures: false), common: false);
        RepresentativeUnits run = RepresentativeUnits.Create(problem, 2000, 1e-3, 1e-3, seed: 1);
        SortedDictionary<string, double> shares = run.GateShares();
        Assert.Equal(1, shares.Values.Sum(), 1e-12);
        Assert.All(shares, pair => Assert.Equal(pair.Value, shares[Flip(pair.Key)], 1e-12));
        run.Run(3000, 2e-3);
        SortedDictionary<string, double> trained = run.GateShares();
        Assert.Equal(1, trained.Values.Sum(), 1e-12);
        Assert.InRange(run.Loss, 0, 0.1);

        static string Flip(string pattern) => new(pattern.Select(gate => gate == '1' ? '0' : '1').ToArray());
    }

    [Fact]
    public void OnlyUnitsTimesVarianceMattersForManyUnits()
    {
        ReductionProblem problem = TaskProblems.OfContexts(ContextTaskData.Create(2, 4, differentStructures: false), common: false);
        RepresentativeUnits few = RepresentativeUnits.Create(problem, 1000, 2e-3, 2e-3, seed: 1);
        RepresentativeUnits many = RepresentativeUnits.Create(problem, 1_000_000, 2e-3 / Math.Sqrt(1000), 2e-3 / Math.Sqrt(1000), seed: 1);
        Assert.Equal(few.Count, many.Count);
        double[] losses = few.Run(400, 5e-3);
        double[] others = many.Run(400, 5e-3);
        Assert.All(losses.Zip(others), pair => Assert.Equal(pair.First, pair.Second, 1e-7));
    }

    [Fact]
    public void BadNumbersAreRefusedByName()
    {
        ReductionProblem problem = TaskProblems.OfContexts(ContextTaskData.Create(2, 2, differentStructures: false), common: false);
        Assert.Equal("units", Refused(() => RepresentativeUnits.Create(problem, 0, 1, 1, 0)));
        Assert.Equal("incoming", Refused(() => RepresentativeUnits.Create(problem, 5, 0, 1, 0)));
        Assert.Equal("outgoing", Refused(() => RepresentativeUnits.Create(problem, 5, 1, double.NaN, 0)));
        Assert.Throws<ReductionDivergedException>(() => RepresentativeUnits.Create(problem, 300, 1e100, 1e100, 0).Run(1, 1));

        static string? Refused(Action create) => Assert.Throws<ArgumentOutOfRangeException>(create).ParamName;
    }

    [Fact]
    public void WidthsImitateTheTwinByTheRule()
    {
        ContextTaskData task = ContextTaskData.Create(4, 2, differentStructures: false);
        Assert.Equal([250, 62.5, 62.5, 62.5, 62.5], TwinWidths.Of(TaskProblems.OfContexts(task, common: true, 3), 500));
        Assert.Equal([125, 125, 125, 125], TwinWidths.Of(TaskProblems.OfContexts(task, common: false, 1), 500));
        Assert.Equal([500], TwinWidths.Of(TaskProblems.OfContexts(task, common: true), 500));

        ReductionProblem direct = TaskProblems.OfContexts(task, common: true, 1);
        direct = direct with { Pathways = [.. direct.Pathways, new("Direct", [], [new(0, null)], [new(0, null)])] };
        Assert.Equal([250, 62.5, 62.5, 62.5, 62.5, 0], TwinWidths.Of(direct, 500));
    }

    // w = s1 sqrt(H/S) Bx z[first], v = s2 sqrt(H/S) By z[rest].
    private static ReluOracle FullNetwork(ReductionProblem problem, int count, int units, double incoming, double outgoing)
    {
        Matrix<double> x = Stack(problem.Inputs.Select(input => new Matrix(problem.Count, input.Width, input.Values)).ToArray());
        Matrix<double> basisX = SpanBasis.OfRows(MatrixAssert.FromMathNet(x)).ToMathNet();
        Matrix[] targets = problem.Outputs.Select(output => DataBasis.ActiveTargets(output, problem.Count)).ToArray();
        Matrix<double> y = Stack(targets);
        Matrix<double> basisY = problem.Outputs.All(output => output.Active is null)
            ? SpanBasis.OfRows(MatrixAssert.FromMathNet(y)).ToMathNet()
            : targets.Select(target => SpanBasis.OfRows(target)).Where(basis => basis.Rows > 0).Select(basis => basis.ToMathNet())
                .Aggregate((a, b) => a.DiagonalStack(b));
        Matrix<double> z = UnitDirections.Draw(count, basisX.ColumnCount + basisY.ColumnCount, seed: 7).ToMathNet();
        double width = Math.Sqrt((double)units / count);
        Matrix<double> w = incoming * width * z.SubMatrix(0, count, 0, basisX.ColumnCount) * basisX.Transpose();
        Matrix<double> v = outgoing * width * z.SubMatrix(0, count, basisX.ColumnCount, basisY.ColumnCount) * basisY.Transpose();
        return new(problem, x, y, w.ToArray(), v.Transpose().ToArray());
    }

    private static MathNet.Numerics.LinearAlgebra.Matrix<double> Stack(Matrix[] blocks) =>
        blocks.Select(block => block.ToMathNet()).Aggregate((a, b) => a.Append(b));

    /// <summary>A ReLU network with one hidden layer, trained in plain loops; outputs that are off predict 0 and add no loss.</summary>
    private sealed class ReluOracle(
        ReductionProblem problem, MathNet.Numerics.LinearAlgebra.Matrix<double> x, MathNet.Numerics.LinearAlgebra.Matrix<double> y,
        double[,] w, double[,] v)
    {
        public double Step(double stepSize)
        {
            double loss = 0.0;
            (int units, int inputs, int outputs) = (w.GetLength(0), w.GetLength(1), v.GetLength(0));
            double[,] dw = new double[units, inputs];
            double[,] dv = new double[outputs, units];
            bool[]?[] active = problem.Outputs.SelectMany(output => Enumerable.Repeat(output.Active, output.Width)).ToArray();
            for (int n = 0; n < problem.Count; n++)
            {
                double[] h = Enumerable.Range(0, units).Select(s => Math.Max(0, Enumerable.Range(0, inputs).Sum(i => w[s, i] * x[n, i]))).ToArray();
                double[] e = Enumerable.Range(0, outputs).Select(o => active[o]?[n] ?? true ? y[n, o] - h.Select((a, s) => v[o, s] * a).Sum() : 0).ToArray();
                loss += 0.5 * e.Sum(value => value * value);
                for (int s = 0; s < units; s++)
                {
                    if (h[s] <= 0)
                    {
                        continue;
                    }

                    double back = 0.0;
                    for (int o = 0; o < outputs; o++)
                    {
                        dv[o, s] += e[o] * h[s];
                        back += v[o, s] * e[o];
                    }

                    for (int i = 0; i < inputs; i++)
                    {
                        dw[s, i] += back * x[n, i];
                    }
                }
            }

            Add(w, dw, stepSize);
            Add(v, dv, stepSize);
            return loss;
        }

        private static void Add(double[,] weights, double[,] steps, double stepSize)
        {
            for (int i = 0; i < weights.GetLength(0); i++)
            {
                for (int j = 0; j < weights.GetLength(1); j++)
                {
                    weights[i, j] += stepSize * steps[i, j];
                }
            }
        }
    }
}
