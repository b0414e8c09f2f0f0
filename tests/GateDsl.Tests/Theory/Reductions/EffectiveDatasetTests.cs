using GateDsl.Tests.Theory.LinearAlgebra;
using GateDsl.Theory.EffectiveData;
using GateDsl.Theory.LinearAlgebra;
using GateDsl.Theory.Reductions;
using GateDsl.Theory.Sampling;
using GateDsl.Theory.Tasks;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Double;
using Matrix = GateDsl.Theory.LinearAlgebra.Matrix;

namespace GateDsl.Tests.Theory.Reductions;

public sealed class EffectiveDatasetTests
{
    [Fact]
    public void EffectiveDatasetsAndCouplingsAreTheirDefinitions()
    {
        Random random = new(11);
        for (int network = 0; network < 30; network++)
        {
            ReductionProblem problem = RandomProblems.Create(random);
            GatedData data = GatedData.Of(problem);
            EffectiveDataset[] datasets = EffectiveDataset.Of(data);
            ModeCouplings couplings = ModeCouplings.Of(data, datasets);
            for (int p = 0; p < datasets.Length; p++)
            {
                Matrix<double> syx = Average(problem, n => Target(problem, p, n).OuterProduct(Input(problem, p, n)));
                MatrixAssert.Close(syx, datasets[p].Syx.ToMathNet(), 1e-13);
                for (int k = 0; k < datasets[p].ModeCount; k++)
                {
                    Assert.Equal(couplings[p, p][k, k], datasets[p].D[k], 1e-13);
                }

                for (int j = 0; j < datasets.Length; j++)
                {
                    AssertCoupling(problem, datasets, p, j, couplings[p, j]);
                }
            }
        }
    }

    /// <summary>From datapoint to datapoint one pathway's output gates change and the other's stay: seen from either of them.</summary>
    [Fact]
    public void OutputGatesOfEitherPathwayAloneChangeWhatTheyShare()
    {
        bool[] first = [true, false, true, false], second = [false, true, true, true];
        ReductionProblem problem = new()
        {
            Count = 4,
            Inputs = [new("In", 2, [1, 2, 3, -1, -2, 1, 1, 5])],
            Outputs = [new("One", 2, [1, 2, -1, 3, 2, 2, 4, -3], null), new("Two", 2, [3, -1, 1, 1, -2, 5, 2, 1], null)],
            Modules = ["Still", "Moving"],
            Pathways = [new("Still", [0], [new(0, null)], [new(0, null), new(1, null)]), new("Moving", [1], [new(0, null)], [new(0, first), new(1, second)])],
        };
        GatedData data = GatedData.Of(problem);
        EffectiveDataset[] datasets = EffectiveDataset.Of(data);
        ModeCouplings couplings = ModeCouplings.Of(data, datasets);

        AssertCoupling(problem, datasets, 0, 1, couplings[0, 1]);
        AssertCoupling(problem, datasets, 1, 0, couplings[1, 0]);
        AssertCoupling(problem, datasets, 1, 1, couplings[1, 1]);
    }

    [Fact]
    public void TheMapThatIsTheCorrelationHasItsSingularValues()
    {
        Random random = new(12);
        for (int network = 0; network < 20; network++)
        {
            foreach (EffectiveDataset dataset in EffectiveDataset.Of(GatedData.Of(RandomProblems.Create(random))))
            {
                Assert.Equal(dataset.S, dataset.StrengthsIn(dataset.Syx), (x, y) => Math.Abs(x - y) < 1e-13);
            }
        }
    }

    /// <summary>
    /// Rows (1, 2, 2)/3 and (2, 1, -2)/3 are equal modes, and any two of their plane would do: its projector's third column, (-1, 1, 4)/9 times 2, is the
    /// longest, and what the first leaves beside it is along (1, 1, 0).
    /// </summary>
    [Fact]
    public void EqualModesHaveTheVectorsOfTheirSpace()
    {
        ReductionProblem problem = new()
        {
            Count = 3,
            Inputs = [new("In", 3, [1, 0, 0, 0, 1, 0, 0, 0, 1])],
            Outputs = [new("Out", 2, [1, 2, 2, 1, 2, -2], null)],
            Modules = ["H"],
            Pathways = [new("H", [0], [new(0, null)], [new(0, null)])],
        };

        EffectiveDataset dataset = Assert.Single(EffectiveDataset.Of(GatedData.Of(problem)));

        Assert.Equal([1, 1], dataset.S, (x, y) => Math.Abs(x - y) < 1e-14);
        Assert.Equal(new[] { -1, 1, 4 }.Select(value => value / Math.Sqrt(18)), dataset.V.Column(0), (x, y) => Math.Abs(x - y) < 1e-14);
        Assert.Equal(new[] { 1, 1, 0 }.Select(value => value / Math.Sqrt(2)), dataset.V.Column(1), (x, y) => Math.Abs(x - y) < 1e-14);
        Assert.Equal(new[] { 1, 1, -1, 1 }.Select(value => value / Math.Sqrt(2)), dataset.U.Values, (x, y) => Math.Abs(x - y) < 1e-14);
    }

    /// <summary>The largest |K| over the geometric mean of both modes' own d, of two modes that differ, in one pathway or in two.</summary>
    [Fact]
    public void TheStrongestOverlapIsThatOfTwoDifferentModes()
    {
        Random random = new(13);
        int within = 0, between = 0;
        for (int network = 0; network < 60; network++)
        {
            GatedData data = GatedData.Of(RandomProblems.Create(random));
            EffectiveDataset[] datasets = EffectiveDataset.Of(data);
            ModeCouplings couplings = ModeCouplings.Of(data, datasets);
            (int P, int K)[] modes = [.. datasets.SelectMany((dataset, p) => Enumerable.Range(0, dataset.ModeCount).Select(k => (p, k)))];
            var pairs = modes.SelectMany(one => modes.Where(other => other != one && datasets[one.P].D[one.K] > 0 && datasets[other.P].D[other.K] > 0)
                .Select(other => (One: one, Other: other, Size: Math.Abs(couplings[one.P, other.P][one.K, other.K])
                    / Math.Sqrt(datasets[one.P].D[one.K] * datasets[other.P].D[other.K])))).ToArray();
            ModeOverlap? found = couplings.Strongest(datasets);
            if (pairs.Length == 0)
            {
                Assert.Null(found);
                continue;
            }

            double largest = pairs.Max(pair => pair.Size);
            Assert.Equal(largest, found!.Coupling, 1e-12);
            Assert.Contains(pairs, pair => pair.Size > largest - 1e-12
                && (pair.One, pair.Other) == ((found.Pathway, found.Mode), (found.OtherPathway, found.OtherMode)));
            within += found.Pathway == found.OtherPathway ? 1 : 0;
            between += found.Pathway != found.OtherPathway ? 1 : 0;
        }

        Assert.InRange(Math.Min(within, between), 3, 60);
    }

    /// <summary>A path without hidden layer has no weights to start from: 0 in each of its own modes.</summary>
    [Fact]
    public void ModesWithoutHiddenLayerStartAtZero()
    {
        ReductionProblem problem = new()
        {
            Count = 3,
            Inputs = [new("In", 3, [1, 0, 0, 0, 1, 0, 0, 0, 1])],
            Outputs = [new("Out", 3, [3, 0, 0, 0, 2, 0, 0, 0, 1], null)],
            Modules = ["H"],
            Pathways = [new("H", [0], [new(0, [true, false, false])], [new(0, null)]), new("Direct", [], [new(0, [false, true, true])], [new(0, null)])],
        };
        GatedData data = GatedData.Of(problem);

        double[][] starts = ExpectedStrengths.Of(problem, data, EffectiveDataset.Of(data), PathwaySpread.Uniform(problem, 6, 0.5));

        Assert.Equal([6 * 0.5 / 4], starts[0], (x, y) => Math.Abs(x - y) < 1e-14);
        Assert.Equal([0, 0], starts[1]);
    }

    [Fact]
    public void TheExpectedStartIsTheMeanOverDraws()
    {
        ReductionProblem problem = TaskProblems.OfContexts(ContextTaskData.Create(2, 2, differentStructures: false), common: true);
        GatedData data = GatedData.Of(problem);
        EffectiveDataset[] datasets = EffectiveDataset.Of(data);
        PathwaySpread spread = new(3, [0.2, 0.4], [0.3]);
        double[] expected = ExpectedStrengths.Of(problem, data, datasets, [spread])[0];
        double[] mean = new double[expected.Length];
        NormalSampler sampler = new(8);
        const int Draws = 20_000;
        for (int draw = 0; draw < Draws; draw++)
        {
            Matrix incoming = new(3, 4, sampler.Draw(12).Select((value, i) => value * (i % 4 < 2 ? 0.2 : 0.4)).ToArray());
            Matrix outgoing = new(9, 3, sampler.Draw(27).Select(value => value * 0.3).ToArray());
            (Matrix? forward, Matrix? backward) = (incoming.Times(datasets[0].V), outgoing.TransposeTimes(datasets[0].U));
            for (int k = 0; k < mean.Length; k++)
            {
                // |W1 v + W2^T u|^2 / 4.
                mean[k] += forward.Column(k).Zip(backward.Column(k), (f, b) => (f + b) * (f + b)).Sum() / 4 / Draws;
            }
        }

        for (int k = 0; k < mean.Length; k++)
        {
            Assert.Equal(1, mean[k] / expected[k], 0.03);
        }
    }

    [Fact]
    public void CouplingsOfContextPathwaysAreThoseOfTheTheory()
    {
        // On the whole target two pairs share the common block and one context's.
        ReductionProblem problem = TaskProblems.OfContexts(ContextTaskData.Create(3, 4, differentStructures: false), common: false, 2);
        GatedData data = GatedData.Of(problem);
        EffectiveDataset[] datasets = EffectiveDataset.Of(data);
        ModeOverlap overlap = ModeCouplings.Of(data, datasets).Strongest(datasets)!;
        Assert.NotEqual(overlap.Pathway, overlap.OtherPathway);

        // (2; 1, 1, 0).(2; 1, 0, 1)/6 of the outputs, one of two contexts of the inputs.
        Assert.Equal(5.0 / 6 / 2, overlap.Coupling, 1e-10);
    }

    private static MathNet.Numerics.LinearAlgebra.Matrix<double> Average(
        ReductionProblem problem, Func<int, MathNet.Numerics.LinearAlgebra.Matrix<double>> summand) =>
        Enumerable.Range(0, problem.Count).Select(summand).Aggregate((sum, next) => sum + next) / problem.Count;

    // u_p.u_j over shared output blocks and v.x of either pathway, datapoint by datapoint.
    private static void AssertCoupling(ReductionProblem problem, EffectiveDataset[] datasets, int p, int j, Matrix coupling)
    {
        for (int k = 0; k < datasets[p].ModeCount; k++)
        {
            for (int l = 0; l < datasets[j].ModeCount; l++)
            {
                double expected = Enumerable.Range(0, problem.Count).Average(n =>
                    Spread(problem, p, n, datasets[p].U.Column(k)).DotProduct(Spread(problem, j, n, datasets[j].U.Column(l)))
                    * Input(problem, p, n).DotProduct(DenseVector.OfArray(datasets[p].V.Column(k)))
                    * Input(problem, j, n).DotProduct(DenseVector.OfArray(datasets[j].V.Column(l))));
                Assert.Equal(expected, coupling[k, l], 1e-12);
            }
        }
    }

    // A pathway's output direction among all outputs, gated at a datapoint.
    private static DenseVector Spread(ReductionProblem problem, int p, int n, double[] direction)
    {
        int[] starts = problem.Outputs.Select((_, o) => problem.Outputs.Take(o).Sum(output => output.Width)).ToArray();
        DenseVector spread = new(problem.Outputs.Sum(output => output.Width));
        int at = 0;
        foreach (GatedBlock block in problem.Pathways[p].Outputs)
        {
            OutputBlock output = problem.Outputs[block.Block];
            for (int i = 0; i < output.Width; i++, at++)
            {
                spread[starts[block.Block] + i] = (block.On?[n] ?? true) && (output.Active?[n] ?? true) ? direction[at] : 0;
            }
        }

        return spread;
    }

    private static MathNet.Numerics.LinearAlgebra.Vector<double> Input(ReductionProblem problem, int p, int n) =>
        DenseVector.OfEnumerable(problem.Pathways[p].Inputs.SelectMany(block =>
        {
            InputBlock input = problem.Inputs[block.Block];
            return Enumerable.Range(0, input.Width).Select(i => block.On?[n] ?? true ? input.Values[(n * input.Width) + i] : 0);
        }));

    private static MathNet.Numerics.LinearAlgebra.Vector<double> Target(ReductionProblem problem, int p, int n) =>
        DenseVector.OfEnumerable(problem.Pathways[p].Outputs.SelectMany(block =>
        {
            OutputBlock output = problem.Outputs[block.Block];
            bool on = (block.On?[n] ?? true) && (output.Active?[n] ?? true);
            return Enumerable.Range(0, output.Width).Select(i => on ? output.Targets[(n * output.Width) + i] : 0);
        }));
}
