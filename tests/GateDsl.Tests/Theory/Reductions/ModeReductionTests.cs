using GateDsl.Tests.Theory.LinearAlgebra;
using GateDsl.Theory.LinearAlgebra;
using GateDsl.Theory.Reductions;
using GateDsl.Theory.Tasks;
using MathNet.Numerics.LinearAlgebra.Double;
using Matrix = GateDsl.Theory.LinearAlgebra.Matrix;

namespace GateDsl.Tests.Theory.Reductions;

public sealed class ModeReductionTests
{
    [Fact]
    public void Effective_datasets_and_couplings_are_their_definitions()
    {
        var random = new Random(11);
        for (var network = 0; network < 30; network++)
        {
            var problem = RandomProblems.Create(random);
            var data = GatedData.Of(problem);
            var datasets = EffectiveDataset.Of(data);
            var couplings = ModeCouplings.Of(data, datasets);
            for (var p = 0; p < datasets.Length; p++)
            {
                var syx = Average(problem, n => Target(problem, p, n).OuterProduct(Input(problem, p, n)));
                MatrixAssert.Close(syx, datasets[p].Syx.ToMathNet(), 1e-13);
                for (var k = 0; k < datasets[p].ModeCount; k++)
                {
                    Assert.Equal(couplings[p, p][k, k], datasets[p].D[k], 1e-13);
                }

                for (var j = 0; j < datasets.Length; j++)
                {
                    AssertCoupling(problem, datasets, p, j, couplings[p, j]);
                }
            }
        }
    }

    [Theory]
    [InlineData(5, 2)]
    [InlineData(7, 4)]
    public void Aligned_routing_weights_follow_the_modes_exactly(int domains, int trained)
    {
        // One first layer with an edge from every encoder's input: all is one pathway of M stacked inputs and outputs.
        var (problem, weights) = RoutingThroughOneLayer(domains, trained, start: 0.3);
        var datasets = EffectiveDataset.Of(GatedData.Of(problem));
        var modes = new ModeReduction(problem, GatedData.Of(problem), datasets, ModeStart.From(problem, datasets, weights));
        const double StepSize = 0.02 * 2 / 28;
        double[] singularValues = [Math.Sqrt(185), Math.Sqrt(41), 3, 3];
        var races = singularValues.Select(s => new RoutingRace(domains, trained, s)).ToArray();
        var steps = races.Select(race => race.Steps(new(0.3, 0.3, 0.3), 150, StepSize)).ToArray();
        for (var epoch = 0; epoch < 150; epoch++)
        {
            // The M stacked encoders and decoders add up; modes that tell them apart stay at 0.
            var strengths = modes.StrengthsOf(0).OrderDescending().ToArray();
            for (var k = 0; k < 4; k++)
            {
                Assert.Equal(steps[k][epoch].Product * domains, strengths[k], 1e-9);
            }

            Assert.All(strengths[4..], strength => Assert.Equal(0, strength, 1e-9));
            Assert.Equal(Enumerable.Range(0, 4).Sum(k => races[k].Loss(steps[k][epoch])), modes.Loss, 1e-9 * Math.Max(1, modes.Loss));
            modes.Step(StepSize);
        }
    }

    [Theory]
    [InlineData(3, 2)]
    [InlineData(4, 3)]
    public void Pathways_that_share_an_edge_along_different_directions_follow_training(int domains, int trained)
    {
        // M first layers: the pathways share the edge out of the second one, and see different decoders in it.
        var (problem, weights) = RoutingThroughManyLayers(domains, trained, start: 0.3);
        var oracle = new GatedNetworkOracle(problem, ToArrays(weights));
        var datasets = EffectiveDataset.Of(GatedData.Of(problem));
        var modes = new ModeReduction(problem, GatedData.Of(problem), datasets, ModeStart.From(problem, datasets, weights));
        const double StepSize = 2e-3;
        var initial = modes.Loss;
        for (var epoch = 0; epoch < 200; epoch++)
        {
            Assert.Equal(oracle.Step(StepSize), modes.Loss, 1e-9 * initial);
            modes.Step(StepSize);
        }

        Assert.InRange(modes.Loss, 0, 0.1 * initial);
    }

    [Fact]
    public void Modules_reached_in_two_directions_are_refused_by_name()
    {
        var (problem, weights) = RoutingThroughManyLayers(3, 2, start: 0.3);
        weights[1][0] = weights[1][0].Copy();
        for (var j = 0; j < weights[1][0].Columns; j++)
        {
            (weights[1][0][0, j], weights[1][0][1, j]) = (weights[1][0][1, j], weights[1][0][0, j]);
        }

        var datasets = EffectiveDataset.Of(GatedData.Of(problem));
        var exception = Assert.Throws<NotSupportedException>(() => ModeStart.From(problem, datasets, weights));
        Assert.Contains("(Shared)", exception.Message, StringComparison.Ordinal);
        Assert.Throws<NotSupportedException>(
            () => ModeStart.Expected(problem, GatedData.Of(problem), datasets, PathwaySpread.Uniform(problem, 4, 0.1)));
    }

    [Fact]
    public void Balanced_aligned_weights_of_one_pathway_follow_the_modes_exactly()
    {
        // W1 = R sqrt(B) V^T, W2 = U sqrt(B) R^T on inputs that are white: Sx is diagonal in V.
        var task = HierarchyTaskData.Create(4);
        var problem = TaskProblems.OfContexts(ContextTaskData.Create(1, 4, differentStructures: false), common: false, 1) with
        {
            Outputs = [new("Properties", task.TargetWidth, task.Targets, null)],
        };
        var data = GatedData.Of(problem);
        var dataset = EffectiveDataset.Of(data)[0];
        double[] start = [1e-3, 2e-3, 3e-3, 4e-3];
        var root = new Matrix(4, 4);
        for (var k = 0; k < 4; k++)
        {
            root[k, k] = Math.Sqrt(start[k]);
        }

        Matrix[][] weights = [[root.TimesTranspose(dataset.V), dataset.U.Times(root)]];
        var gram = GramReduction.From(problem, weights);
        var modes = new ModeReduction(problem, data, [dataset], ModeStart.From(problem, [dataset], weights));
        for (var k = 0; k < 4; k++)
        {
            Assert.Equal(start[k], modes.StrengthsOf(0)[k], 1e-12);
        }

        var losses = gram.Run(1500, 0.01);
        var byModes = modes.Run(1500, 0.01);
        for (var epoch = 0; epoch < losses.Length; epoch++)
        {
            Assert.Equal(losses[epoch], byModes[epoch], 1e-9 * losses[0]);
        }
    }

    [Fact]
    public void The_expected_start_is_the_mean_over_draws()
    {
        var problem = TaskProblems.OfContexts(ContextTaskData.Create(2, 2, differentStructures: false), common: true);
        var data = GatedData.Of(problem);
        var datasets = EffectiveDataset.Of(data);
        var spread = new PathwaySpread(3, [0.2, 0.4], [0.3]);
        var expected = ModeStart.Expected(problem, data, datasets, [spread])[0].Select(root => root * root).ToArray();
        var mean = new double[expected.Length];
        var sampler = new GateDsl.Theory.Sampling.NormalSampler(8);
        const int Draws = 20_000;
        for (var draw = 0; draw < Draws; draw++)
        {
            var incoming = new Matrix(3, 4, sampler.Draw(12).Select((value, i) => value * (i % 4 < 2 ? 0.2 : 0.4)).ToArray());
            var outgoing = new Matrix(9, 3, sampler.Draw(27).Select(value => value * 0.3).ToArray());
            var start = ModeStart.From(problem, datasets, [[incoming, outgoing]])[0];
            for (var k = 0; k < mean.Length; k++)
            {
                mean[k] += start[k] * start[k] / Draws;
            }
        }

        for (var k = 0; k < mean.Length; k++)
        {
            Assert.Equal(1, mean[k] / expected[k], 0.03);
        }
    }

    [Fact]
    public void The_flow_is_the_limit_of_small_steps()
    {
        var problem = TaskProblems.OfContexts(ContextTaskData.Create(3, 4, differentStructures: false), common: true, 2);
        var data = GatedData.Of(problem);
        var datasets = EffectiveDataset.Of(data);
        var spreads = PathwaySpread.Uniform(problem, 50, 1e-2);
        double[] epochs = [0, 100, 250, 500];
        var flow = New().Flow(epochs, 2e-3);
        var coarse = Distance(New().Run(501, 2e-3), 1);
        var fine = Distance(New().Run(1001, 1e-3), 2);
        Assert.InRange(coarse, 1e-6, 0.05);
        Assert.InRange(fine / coarse, 0.4, 0.6);

        ModeReduction New() => new(problem, data, datasets, ModeStart.Expected(problem, data, datasets, spreads));

        double Distance(double[] losses, int stride) =>
            epochs.Select((epoch, i) => Math.Abs(losses[(int)epoch * stride] - flow[i]) / flow[0]).Max();
    }

    [Fact]
    public void Couplings_of_context_pathways_are_those_of_the_theory()
    {
        // On the whole target two pairs share the common block and one context's.
        var problem = TaskProblems.OfContexts(ContextTaskData.Create(3, 4, differentStructures: false), common: false, 2);
        var data = GatedData.Of(problem);
        var datasets = EffectiveDataset.Of(data);
        var overlap = ClosedFormAssumptions.StrongestOverlap(datasets, ModeCouplings.Of(data, datasets))!;
        Assert.NotEqual(overlap.Pathway, overlap.OtherPathway);

        // (2; 1, 1, 0).(2; 1, 0, 1)/6 of the outputs, one of two contexts of the inputs.
        Assert.Equal(5.0 / 6 / 2, overlap.Coupling, 1e-10);
    }

    private static (ReductionProblem Problem, Matrix[][] Weights) RoutingThroughOneLayer(int domains, int trained, double start)
    {
        var task = RoutingTaskData.Create(domains, trained);
        var (encoder, shared, decoders) = AlignedEdges(task, domains, start);
        var problem = new ReductionProblem
        {
            Count = task.Items.Length,
            Inputs = Enumerable.Range(0, domains).Select(i => new InputBlock($"Item{i}", 4, TaskProblems.OneHot(task.Items))).ToArray(),
            Outputs = Outputs(task, domains),
            Modules = ["First", "Shared"],
            Pathways =
            [
                new(
                    "First>Shared", [0, 1], Enumerable.Range(0, domains).Select(i => new GatedBlock(i, SourceIs(task, i))).ToArray(),
                    Enumerable.Range(0, domains).Select(d => new GatedBlock(d, null)).ToArray()),
            ],
        };
        var encoders = MatrixAssert.FromMathNet(Enumerable.Repeat(encoder.ToMathNet(), domains).Aggregate((a, b) => a.Append(b)));
        return (problem, [[encoders, shared, decoders]]);
    }

    private static (ReductionProblem Problem, Matrix[][] Weights) RoutingThroughManyLayers(int domains, int trained, double start)
    {
        var task = RoutingTaskData.Create(domains, trained);
        var (encoder, shared, decoders) = AlignedEdges(task, domains, start);
        var problem = new ReductionProblem
        {
            Count = task.Items.Length,
            Inputs = [new("Item", 4, TaskProblems.OneHot(task.Items))],
            Outputs = Outputs(task, domains),
            Modules = [.. Enumerable.Range(0, domains).Select(d => $"Encoders[{d}]"), "Shared"],
            Pathways = Enumerable.Range(0, domains).Select(i => new Pathway(
                $"Encoders[{i}]>Shared", [i, domains], [new(0, SourceIs(task, i))],
                Enumerable.Range(0, domains).Select(d => new GatedBlock(d, null)).ToArray())).ToArray(),
        };
        return (problem, problem.Pathways.Select(_ => new[] { encoder.Copy(), shared.Copy(), decoders }).ToArray());
    }

    // R1 b V^T, R2 b R1^T, and U b R2^T of all M decoders stacked.
    private static (Matrix Encoder, Matrix Shared, Matrix Decoders) AlignedEdges(RoutingTaskData task, int domains, double start)
    {
        const int Hidden = 5;
        var svd = DenseMatrix.OfColumnMajor(7, 4, task.Targets[..28]).Svd();
        var r1 = MatrixCases.Random(Hidden, Hidden, 1).QR().Q.SubMatrix(0, Hidden, 0, 4);
        var r2 = MatrixCases.Random(Hidden, Hidden, 2).QR().Q.SubMatrix(0, Hidden, 0, 4);
        var decoder = start * svd.U.SubMatrix(0, 7, 0, 4) * r2.Transpose();
        return (
            MatrixAssert.FromMathNet(start * r1 * svd.VT),
            MatrixAssert.FromMathNet(start * r2 * r1.Transpose()),
            MatrixAssert.FromMathNet(Enumerable.Repeat(decoder, domains).Aggregate((above, below) => above.Stack(below))));
    }

    private static OutputBlock[] Outputs(RoutingTaskData task, int domains) => Enumerable.Range(0, domains).Select(d =>
        new OutputBlock($"Decoders[{d}]", 7, task.Targets, task.Sinks.Select(sink => sink == d).ToArray())).ToArray();

    private static bool[] SourceIs(RoutingTaskData task, int domain) => task.Sources.Select(source => source == domain).ToArray();

    // The same array where pathways have the same matrix, so that they train it together.
    private static double[][][,] ToArrays(Matrix[][] weights)
    {
        var arrays = new Dictionary<Matrix, double[,]>();
        return weights.Select(edges => edges.Select(edge =>
        {
            if (!arrays.TryGetValue(edge, out var array))
            {
                arrays.Add(edge, array = edge.ToMathNet().ToArray());
            }

            return array;
        }).ToArray()).ToArray();
    }

    private static MathNet.Numerics.LinearAlgebra.Matrix<double> Average(
        ReductionProblem problem, Func<int, MathNet.Numerics.LinearAlgebra.Matrix<double>> summand) =>
        Enumerable.Range(0, problem.Count).Select(summand).Aggregate((sum, next) => sum + next) / problem.Count;

    // u_p.u_j over shared output blocks and v.x of either pathway, datapoint by datapoint.
    private static void AssertCoupling(ReductionProblem problem, EffectiveDataset[] datasets, int p, int j, Matrix coupling)
    {
        for (var k = 0; k < datasets[p].ModeCount; k++)
        {
            for (var l = 0; l < datasets[j].ModeCount; l++)
            {
                var expected = Enumerable.Range(0, problem.Count).Average(n =>
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
        var starts = problem.Outputs.Select((_, o) => problem.Outputs.Take(o).Sum(output => output.Width)).ToArray();
        var spread = new DenseVector(problem.Outputs.Sum(output => output.Width));
        var at = 0;
        foreach (var block in problem.Pathways[p].Outputs)
        {
            var output = problem.Outputs[block.Block];
            for (var i = 0; i < output.Width; i++, at++)
            {
                spread[starts[block.Block] + i] = (block.On?[n] ?? true) && (output.Active?[n] ?? true) ? direction[at] : 0;
            }
        }

        return spread;
    }

    private static MathNet.Numerics.LinearAlgebra.Vector<double> Input(ReductionProblem problem, int p, int n) =>
        DenseVector.OfEnumerable(problem.Pathways[p].Inputs.SelectMany(block =>
        {
            var input = problem.Inputs[block.Block];
            return Enumerable.Range(0, input.Width).Select(i => block.On?[n] ?? true ? input.Values[(n * input.Width) + i] : 0);
        }));

    private static MathNet.Numerics.LinearAlgebra.Vector<double> Target(ReductionProblem problem, int p, int n) =>
        DenseVector.OfEnumerable(problem.Pathways[p].Outputs.SelectMany(block =>
        {
            var output = problem.Outputs[block.Block];
            var on = (block.On?[n] ?? true) && (output.Active?[n] ?? true);
            return Enumerable.Range(0, output.Width).Select(i => on ? output.Targets[(n * output.Width) + i] : 0);
        }));
}
