using System.ComponentModel;
using GateDsl.Theory.ClosedForms;
using GateDsl.Theory.Integration;
using GateDsl.Theory.LinearAlgebra;

namespace GateDsl.Generated;

/// <summary>Integrates a race over epochs. Used by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class RaceIntegration
{
    /// <summary>Couplings below this share of the largest one count as zero where a closed form asks for independent modes.</summary>
    private const double Independence = 1e-9;

    private const double FlowTolerance = 1e-10;

    /// <summary>The losses before the updates of all epochs, and the strengths of every pathway's modes.</summary>
    /// <param name="race">The network at its start; it is moved.</param>
    /// <param name="epochs">Number of epochs, at least 0.</param>
    /// <param name="stepSize">Step size on the scale of the loss.</param>
    /// <param name="lossScale">Scale of the loss.</param>
    /// <param name="reduction">How.</param>
    public static RaceLog Run(RaceSystem race, int epochs, double stepSize, LossScale lossScale, Reduction reduction)
    {
        ArgumentNullException.ThrowIfNull(race);
        ArgumentOutOfRangeException.ThrowIfNegative(epochs);
        if (!(stepSize > 0) || !double.IsFinite(stepSize))
        {
            throw new ArgumentOutOfRangeException(nameof(stepSize), stepSize, "The step size must be positive and finite.");
        }

        double scale = Scales.Factor(lossScale, race.Datapoints);
        ModeSystem modes = new(race);
        Recorder recorder = new(race, modes, epochs, scale, stepSize);
        double eta = stepSize * scale;
        switch (reduction)
        {
            case Reduction.Exact:
                RunExact(race, modes, recorder, epochs, eta);
                break;

            case Reduction.Modes:
                RunModes(race, modes, recorder, epochs, eta);
                break;

            case Reduction.ModesFlow:
                RunFlow(race, modes, recorder, epochs, eta);
                break;

            case Reduction.ClosedForm:
                RunClosedForm(race, modes, recorder, epochs, eta);
                break;

            default:
                throw new ArgumentOutOfRangeException(nameof(reduction), reduction, "The reduction is Exact, Modes, ModesFlow or ClosedForm.");
        }

        return recorder.Log();
    }

    private static void RunExact(RaceSystem race, ModeSystem modes, Recorder recorder, int epochs, double eta)
    {
        double[][] strengths = new double[race.Pathways.Count][];
        for (int epoch = 0; epoch < epochs; epoch++)
        {
            for (int p = 0; p < strengths.Length; p++)
            {
                strengths[p] = modes.Pathways[p].Strengths(Product(race.Chain(p), race.Pathways[p]));
            }

            recorder.Record(epoch, race.Step(eta), strengths);
        }
    }

    private static void RunModes(RaceSystem race, ModeSystem modes, Recorder recorder, int epochs, double eta)
    {
        double[][] b = ModeStart.Of(race, modes);
        double[][] rates = [.. b.Select(edge => new double[edge.Length])];
        for (int epoch = 0; epoch < epochs; epoch++)
        {
            recorder.Record(epoch, Strengths(race, modes, b));
            race.Rates(modes, b, rates);
            for (int e = 0; e < b.Length; e++)
            {
                for (int k = 0; k < b[e].Length; k++)
                {
                    b[e][k] += eta * rates[e][k];
                }
            }
        }
    }

    private static void RunFlow(RaceSystem race, ModeSystem modes, Recorder recorder, int epochs, double eta)
    {
        double[][] b = ModeStart.Of(race, modes);
        double[][] rates = [.. b.Select(edge => new double[edge.Length])];
        RungeKuttaFlow flow = new(
            (state, slope) =>
            {
                Unpack(state, b);
                race.Rates(modes, b, rates);
                Pack(rates, slope);
                for (int i = 0; i < slope.Length; i++)
                {
                    slope[i] *= eta;
                }
            },
            FlowTolerance);
        double[] start = new double[b.Sum(edge => edge.Length)];
        Pack(b, start);
        double[][] states = flow.At(start, [.. Enumerable.Range(0, epochs).Select(epoch => (double)epoch)]);
        for (int epoch = 0; epoch < epochs; epoch++)
        {
            Unpack(states[epoch], b);
            recorder.Record(epoch, Strengths(race, modes, b));
        }
    }

    /// <summary>Eq. 7 for every mode, where all modes of all pathways are independent.</summary>
    private static void RunClosedForm(RaceSystem race, ModeSystem modes, Recorder recorder, int epochs, double eta)
    {
        RequireIndependentModes(race, modes);
        double[][] b = ModeStart.Of(race, modes);
        double[][] starts = Strengths(race, modes, b);
        BalancedMode[][] curves = [.. modes.Pathways.Select((pathway, p) => Enumerable.Range(0, pathway.Count)
            .Select(k => new BalancedMode(pathway.S[k], modes.Coupling(p, p)[k, k], starts[p][k])).ToArray())];
        for (int epoch = 0; epoch < epochs; epoch++)
        {
            recorder.Record(epoch, [.. curves.Select(pathway => pathway.Select(curve => curve.At(eta * epoch)).ToArray())]);
        }
    }

    private static void RequireIndependentModes(RaceSystem race, ModeSystem modes)
    {
        for (int p = 0; p < race.Pathways.Count; p++)
        {
            if (race.Pathways[p].Edges.Count != 2)
            {
                throw new NotSupportedException(
                    $"Eq. 7 assumes paths with one hidden layer; {race.Pathways[p].Module} has {race.Pathways[p].Edges.Count - 1}. Use Reduction.Modes or Reduction.Exact.");
            }
        }

        double largest = 0;
        double worst = 0;
        string where = "";
        for (int p = 0; p < race.Pathways.Count; p++)
        {
            for (int j = 0; j < race.Pathways.Count; j++)
            {
                double[,] coupling = modes.Coupling(p, j);
                for (int k = 0; k < coupling.GetLength(0); k++)
                {
                    for (int l = 0; l < coupling.GetLength(1); l++)
                    {
                        double size = Math.Abs(coupling[k, l]);
                        largest = Math.Max(largest, size);
                        if ((p != j || k != l) && size > worst)
                        {
                            worst = size;
                            where = $"mode {k} of {race.Pathways[p].Module} and mode {l} of {race.Pathways[j].Module}";
                        }
                    }
                }
            }
        }

        if (worst > Independence * largest)
        {
            throw new NotSupportedException(
                $"Eq. 7 assumes that every mode learns alone; {where} are coupled by {worst / largest:G3} of the largest input strength. Use Reduction.Modes or Reduction.Exact.");
        }
    }

    private static double[][] Strengths(RaceSystem race, ModeSystem modes, double[][] b) =>
        [.. race.Pathways.Select(shape => modes.Strength([.. shape.Edges.Select(edge => b[edge])]))];

    private static double[] Product(double[][] chain, PathwayShape shape)
    {
        Matrix product = new(chain[0].Length / Math.Max(1, shape.InputUnits), shape.InputUnits, chain[0]);
        foreach (double[] weights in chain.Skip(1))
        {
            product = new Matrix(weights.Length / product.Rows, product.Rows, weights).Times(product);
        }

        return product.Values;
    }

    private static void Pack(double[][] edges, double[] flat)
    {
        int at = 0;
        foreach (double[] edge in edges)
        {
            edge.CopyTo(flat, at);
            at += edge.Length;
        }
    }

    private static void Unpack(double[] flat, double[][] edges)
    {
        int at = 0;
        foreach (double[] edge in edges)
        {
            Array.Copy(flat, at, edge, 0, edge.Length);
            at += edge.Length;
        }
    }

    /// <summary>Collects losses and strengths; refuses what is not finite.</summary>
    private sealed class Recorder(RaceSystem race, ModeSystem modes, int epochs, double scale, double stepSize)
    {
        private readonly double[] _losses = new double[epochs];
        private readonly double[][,] _strengths = [.. modes.Pathways.Select(pathway => new double[epochs, pathway.Count])];
        private readonly double[][] _maps = [.. race.Pathways.Select(shape => new double[shape.OutputUnits * shape.InputUnits])];
        private double _bound = double.PositiveInfinity;

        public void Record(int epoch, double[][] strengths)
        {
            for (int p = 0; p < _maps.Length; p++)
            {
                modes.Pathways[p].Compose(strengths[p], _maps[p]);
            }

            Record(epoch, race.Loss(_maps), strengths);
        }

        public void Record(int epoch, double loss, double[][] strengths)
        {
            if (!double.IsFinite(loss) || loss > _bound)
            {
                throw new TrainingDivergedException(epoch, loss * scale, stepSize, race.Problem.StableStepSize() / scale);
            }

            if (epoch == 0)
            {
                _bound = TrainingLoop.GrowthBound * Math.Max(loss, race.ZeroLoss);
            }

            _losses[epoch] = loss * scale;
            for (int p = 0; p < strengths.Length; p++)
            {
                for (int k = 0; k < strengths[p].Length; k++)
                {
                    _strengths[p][epoch, k] = strengths[p][k];
                }
            }
        }

        public RaceLog Log() => new(
            _losses, race.Pathways.Select((shape, p) => (shape.Name, p)).ToDictionary(pair => pair.Name, pair => _strengths[pair.p]));
    }
}
