using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Double;

namespace GateDsl.Tests.Theory.ClosedForms;

public sealed class RoutingRaceTests
{
    private const double StepSize = 0.02 * 2 / 28;
    private static readonly double[] SingularValues = [Math.Sqrt(185), Math.Sqrt(41), 3, 3];

    [Theory]
    [InlineData(7, 4)]
    [InlineData(5, 2)]
    public void Training_of_aligned_weights_follows_the_discrete_step(int domains, int trained)
    {
        const int Hidden = 6;
        const double Start = 0.08;
        const int Epochs = 500;
        var task = RoutingTask.Create(domains, trained);
        var y = Matrix<double>.Build.Dense(7, 4, task.Targets[..28]);
        var svd = y.Svd();
        var u = svd.U.SubMatrix(0, 7, 0, 4);
        var v = svd.VT.Transpose();
        var r1 = Frame(Hidden, 1);
        var r2 = Frame(Hidden, 2);
        var encoders = Enumerable.Range(0, domains).Select(_ => Start * r1 * v.Transpose()).ToArray();
        var shared = Start * r2 * r1.Transpose();
        var decoders = Enumerable.Range(0, domains).Select(_ => Start * u * r2.Transpose()).ToArray();

        var races = SingularValues.Select(s => new RoutingRace(domains, trained, s)).ToArray();
        var predicted = races.Select(race => race.Steps(new(Start, Start, Start), Epochs, StepSize)).ToArray();
        var initial = 0.0;
        var pairs = Enumerable.Range(0, task.Count / 4).Select(p => (Source: task.Sources[4 * p], Sink: task.Sinks[4 * p])).ToArray();
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            var loss = 0.0;
            var encoderSteps = encoders.Select(w => w * 0).ToArray();
            var decoderSteps = decoders.Select(w => w * 0).ToArray();
            var sharedStep = shared * 0;
            foreach (var (source, sink) in pairs)
            {
                var error = y - (decoders[sink] * shared * encoders[source]);
                loss += 0.5 * error.PointwisePower(2).ColumnSums().Sum();
                decoderSteps[sink] += error * (shared * encoders[source]).Transpose();
                sharedStep += decoders[sink].Transpose() * error * encoders[source].Transpose();
                encoderSteps[source] += (decoders[sink] * shared).Transpose() * error;
            }

            initial = epoch == 0 ? loss : initial;
            var expected = Enumerable.Range(0, 4).Sum(k => races[k].Loss(predicted[k][epoch]));
            Assert.Equal(loss, expected, 1e-9 * Math.Max(loss, 1e-6 * initial));

            shared += StepSize * sharedStep;
            for (var d = 0; d < domains; d++)
            {
                encoders[d] += StepSize * encoderSteps[d];
                decoders[d] += StepSize * decoderSteps[d];
            }
        }
    }

    [Theory]
    [InlineData(7, 4, 0.08, 0.08)]
    [InlineData(5, 2, 0.08, 0.08)]
    [InlineData(7, 4, 0.01, 0.5)]
    [InlineData(3, 3, 0.1, 0.17320508075688773)] // Balanced: M b1^2 = b2^2.
    public void The_flow_keeps_its_conserved_quantity_and_ends_on_its_curve(int domains, int trained, double outer, double shared)
    {
        var race = new RoutingRace(domains, trained, Math.Sqrt(185));
        var times = Enumerable.Range(0, 401).Select(i => i * 0.05).ToArray();
        var flow = race.Flow(outer, shared, times);
        var conserved = race.Conserved(outer, shared);
        foreach (var mode in flow)
        {
            var scale = (domains * mode.Encoder * mode.Encoder) + (mode.Shared * mode.Shared);
            Assert.Equal(conserved, race.Conserved(mode.Encoder, mode.Shared), 1e-9 * scale);
            Assert.Equal(mode.Encoder, mode.Decoder);
        }

        var end = race.End(outer, shared);
        Assert.Equal(race.SingularValue, end.Product, 1e-10);
        Assert.Equal(conserved, race.Conserved(end.Encoder, end.Shared), 1e-10);
        Assert.Equal(end.Shared, flow[^1].Shared, 1e-8);
        Assert.Equal(end.Encoder, flow[^1].Encoder, 1e-8);
    }

    [Fact]
    public void Balanced_starts_end_at_the_cube_root()
    {
        var end = new RoutingRace(7, 4, 3).End(0.1, 0.1 * Math.Sqrt(7));
        Assert.Equal(Math.Pow(21, 1.0 / 3), end.Shared, 1e-12);
        Assert.Equal(Math.Pow(21, 1.0 / 3) / Math.Sqrt(7), end.Encoder, 1e-12);
    }

    [Fact]
    public void Small_steps_follow_the_flow_in_the_clock_of_the_theory()
    {
        var race = new RoutingRace(7, 4, 3);
        const double Small = 1e-5;
        var tau = race.TimeConstant(Small);
        Assert.Equal(1 / (49 * Small), tau, 1e-9);
        var steps = race.Steps(new(0.2, 0.3, 0.2), 45_001, Small);
        var flow = race.Flow(0.2, 0.3, [0, 15_000, 45_000], tau);
        Assert.Equal(flow[1].Shared, steps[15_000].Shared, 1e-3);
        Assert.Equal(flow[2].Shared, steps[45_000].Shared, 1e-3);
        Assert.Equal(flow[2].Encoder, steps[45_000].Encoder, 1e-3);
        Assert.InRange(flow[1].Product, 0.1, 2.9);
    }

    [Fact]
    public void Settings_out_of_range_are_refused_by_name()
    {
        Assert.Equal("domains", Assert.Throws<ArgumentOutOfRangeException>(() => new RoutingRace(0, 1, 1)).ParamName);
        Assert.Equal("trained", Assert.Throws<ArgumentOutOfRangeException>(() => new RoutingRace(3, 4, 1)).ParamName);
        Assert.Equal("singularValue", Assert.Throws<ArgumentOutOfRangeException>(() => new RoutingRace(3, 1, -1)).ParamName);
        var race = new RoutingRace(3, 1, 1);
        Assert.Equal("outer", Assert.Throws<ArgumentOutOfRangeException>(() => race.End(0, 1)).ParamName);
        Assert.Equal("shared", Assert.Throws<ArgumentOutOfRangeException>(() => race.Flow(1, double.NaN, [0])).ParamName);
        Assert.Equal("tau", Assert.Throws<ArgumentOutOfRangeException>(() => race.Flow(1, 1, [0], 0)).ParamName);
        Assert.Equal("times", Assert.Throws<ArgumentException>(() => race.Flow(1, 1, [1, 0])).ParamName);
        Assert.Equal("stepSize", Assert.Throws<ArgumentOutOfRangeException>(() => race.Step(new(1, 1, 1), 0)).ParamName);
    }

    private static Matrix<double> Frame(int size, int seed)
    {
        var random = new Random(seed);
        return DenseMatrix.Create(size, 4, (_, _) => random.NextDouble() - 0.5).QR(MathNet.Numerics.LinearAlgebra.Factorization.QRMethod.Thin).Q;
    }
}
