using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Double;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace GateDsl.Tests.Theory.ClosedForms;

public sealed class RoutingRaceTests
{
    private const double StepSize = 0.02 * 2 / 28;
    private static readonly double[] SingularValues = [Math.Sqrt(185), Math.Sqrt(41), 3, 3];

    [Theory]
    [InlineData(7, 4)]
    [InlineData(5, 2)]
    public void TrainingOfAlignedWeightsFollowsTheDiscreteStep(int domains, int trained)
    {
        const int Hidden = 6;
        const double Start = 0.08;
        const int Epochs = 500;
        RoutingTask task = RoutingTask.Create(domains, trained);
        Matrix<double> y = Matrix<double>.Build.Dense(7, 4, task.Targets[..28]);
        Svd<double> svd = y.Svd();
        Matrix<double> u = svd.U.SubMatrix(0, 7, 0, 4);
        Matrix<double> v = svd.VT.Transpose();
        Matrix<double> r1 = Frame(Hidden, 1);
        Matrix<double> r2 = Frame(Hidden, 2);
        Matrix<double>[] encoders = Enumerable.Range(0, domains).Select(_ => Start * r1 * v.Transpose()).ToArray();
        Matrix<double> shared = Start * r2 * r1.Transpose();
        Matrix<double>[] decoders = Enumerable.Range(0, domains).Select(_ => Start * u * r2.Transpose()).ToArray();

        RoutingRace[] races = SingularValues.Select(s => new RoutingRace(domains, trained, s)).ToArray();
        RoutingMode[][] predicted = races.Select(race => race.Steps(new(Start, Start, Start), Epochs, StepSize)).ToArray();
        double initial = 0.0;
        (int Source, int Sink)[] pairs = Enumerable.Range(0, task.Count / 4).Select(p => (Source: task.Sources[4 * p], Sink: task.Sinks[4 * p])).ToArray();
        for (int epoch = 0; epoch < Epochs; epoch++)
        {
            double loss = 0.0;
            Matrix<double>[] encoderSteps = encoders.Select(w => w * 0).ToArray();
            Matrix<double>[] decoderSteps = decoders.Select(w => w * 0).ToArray();
            Matrix<double> sharedStep = shared * 0;
            foreach ((int source, int sink) in pairs)
            {
                Matrix<double> error = y - (decoders[sink] * shared * encoders[source]);
                loss += 0.5 * error.PointwisePower(2).ColumnSums().Sum();
                decoderSteps[sink] += error * (shared * encoders[source]).Transpose();
                sharedStep += decoders[sink].Transpose() * error * encoders[source].Transpose();
                encoderSteps[source] += (decoders[sink] * shared).Transpose() * error;
            }

            initial = epoch == 0 ? loss : initial;
            double expected = Enumerable.Range(0, 4).Sum(k => races[k].Loss(predicted[k][epoch]));
            Assert.Equal(loss, expected, 1e-9 * Math.Max(loss, 1e-6 * initial));

            shared += StepSize * sharedStep;
            for (int d = 0; d < domains; d++)
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
    public void TheFlowKeepsItsConservedQuantityAndEndsOnItsCurve(int domains, int trained, double outer, double shared)
    {
        RoutingRace race = new(domains, trained, Math.Sqrt(185));
        double[] times = Enumerable.Range(0, 401).Select(i => i * 0.05).ToArray();
        RoutingMode[] flow = race.Flow(outer, shared, times);
        double conserved = race.Conserved(outer, shared);
        foreach (RoutingMode mode in flow)
        {
            double scale = (domains * mode.Encoder * mode.Encoder) + (mode.Shared * mode.Shared);
            Assert.Equal(conserved, race.Conserved(mode.Encoder, mode.Shared), 1e-9 * scale);
            Assert.Equal(mode.Encoder, mode.Decoder);
        }

        RoutingMode end = race.End(outer, shared);
        Assert.Equal(race.SingularValue, end.Product, 1e-10);
        Assert.Equal(conserved, race.Conserved(end.Encoder, end.Shared), 1e-10);
        Assert.Equal(end.Shared, flow[^1].Shared, 1e-8);
        Assert.Equal(end.Encoder, flow[^1].Encoder, 1e-8);
    }

    [Fact]
    public void BalancedStartsEndAtTheCubeRoot()
    {
        RoutingMode end = new RoutingRace(7, 4, 3).End(0.1, 0.1 * Math.Sqrt(7));
        Assert.Equal(Math.Pow(21, 1.0 / 3), end.Shared, 1e-12);
        Assert.Equal(Math.Pow(21, 1.0 / 3) / Math.Sqrt(7), end.Encoder, 1e-12);
    }

    [Fact]
    public void SmallStepsFollowTheFlowInTheClockOfTheTheory()
    {
        RoutingRace race = new(7, 4, 3);
        const double Small = 1e-5;
        double tau = race.TimeConstant(Small);
        Assert.Equal(1 / (49 * Small), tau, 1e-9);
        RoutingMode[] steps = race.Steps(new(0.2, 0.3, 0.2), 45_001, Small);
        RoutingMode[] flow = race.Flow(0.2, 0.3, [0, 15_000, 45_000], tau);
        Assert.Equal(flow[1].Shared, steps[15_000].Shared, 1e-3);
        Assert.Equal(flow[2].Shared, steps[45_000].Shared, 1e-3);
        Assert.Equal(flow[2].Encoder, steps[45_000].Encoder, 1e-3);
        Assert.InRange(flow[1].Product, 0.1, 2.9);
    }

    [Fact]
    public void SettingsOutOfRangeAreRefusedByName()
    {
        Assert.Equal("domains", Assert.Throws<ArgumentOutOfRangeException>(() => new RoutingRace(0, 1, 1)).ParamName);
        Assert.Equal("trained", Assert.Throws<ArgumentOutOfRangeException>(() => new RoutingRace(3, 4, 1)).ParamName);
        Assert.Equal("singularValue", Assert.Throws<ArgumentOutOfRangeException>(() => new RoutingRace(3, 1, -1)).ParamName);
        RoutingRace race = new(3, 1, 1);
        Assert.Equal("outer", Assert.Throws<ArgumentOutOfRangeException>(() => race.End(0, 1)).ParamName);
        Assert.Equal("shared", Assert.Throws<ArgumentOutOfRangeException>(() => race.Flow(1, double.NaN, [0])).ParamName);
        Assert.Equal("tau", Assert.Throws<ArgumentOutOfRangeException>(() => race.Flow(1, 1, [0], 0)).ParamName);
        Assert.Equal("times", Assert.Throws<ArgumentException>(() => race.Flow(1, 1, [1, 0])).ParamName);
        Assert.Equal("stepSize", Assert.Throws<ArgumentOutOfRangeException>(() => race.Step(new(1, 1, 1), 0)).ParamName);
    }

    private static Matrix<double> Frame(int size, int seed)
    {
        Random random = new(seed);
        return DenseMatrix.Create(size, 4, (_, _) => random.NextDouble() - 0.5).QR(MathNet.Numerics.LinearAlgebra.Factorization.QRMethod.Thin).Q;
    }
}
