using System.ComponentModel;
using GateDsl.Theory.ClosedForms;
using GateDsl.Theory.LinearAlgebra;
using GateDsl.Theory.Reductions;

namespace GateDsl.CompilerServices;

/// <summary>Integrates a race over epochs. Used by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[Obsolete(GeneratedCode.Only, DiagnosticId = GeneratedCode.Id, UrlFormat = GeneratedCode.Page)]
public static class RaceIntegration
{
    private const double FlowTolerance = 1e-10;

    /// <summary>Starts on different modes that are one.</summary>
    private const double Alike = 1e-9;

    /// <summary>
    /// The losses before the updates of all epochs, and the strengths of every pathway's modes; their means where a number of starts is to be drawn.
    /// </summary>
    /// <param name="race">The network at a start; it is moved.</param>
    /// <param name="start">The start.</param>
    /// <param name="epochs">Number of epochs, at least 0.</param>
    /// <param name="stepSize">Step size on the scale of the loss.</param>
    /// <param name="lossScale">Scale of the loss.</param>
    /// <param name="reduction">How.</param>
    public static RaceLog Run(
        Func<StartWeights, RaceSystem> race, StartWeights start, int epochs, double stepSize, LossScale lossScale, Reduction reduction)
    {
        ArgumentNullException.ThrowIfNull(race);
        ArgumentNullException.ThrowIfNull(start);
        ArgumentOutOfRangeException.ThrowIfNegative(epochs);
        Positive.Require(stepSize, what: "The step size");
        if (start.Draws is not { } draws || !draws.AreWanted(hasTest: false))
        {
            return Run(race(start), epochs, stepSize, lossScale, reduction);
        }

        return DrawnRaces.Run(
            draws, GrowthDirections.Of(race(start).Problem), new TrainingOptions { Epochs = epochs, StepSize = stepSize, LossScale = lossScale },
                (drawn, _) => Run(race(drawn), epochs, stepSize, lossScale, reduction));
    }

    /// <summary>The losses before the updates of all epochs, and the strengths of every pathway's modes.</summary>
    /// <param name="race">The network at its start; it is moved.</param>
    /// <param name="epochs">Number of epochs, at least 0.</param>
    /// <param name="stepSize">Step size on the scale of the loss.</param>
    /// <param name="lossScale">Scale of the loss.</param>
    /// <param name="reduction">How.</param>
    private static RaceLog Run(RaceSystem race, int epochs, double stepSize, LossScale lossScale, Reduction reduction)
    {
        double scale = Scales.Factor(lossScale, race.Datapoints);
        Memory.Require(nameof(epochs), $"The losses of {epochs:N0} epochs", epochs, sizeof(double));
        ModeSystem modes = new(race);
        Memory.RequireBytes(
            nameof(epochs), $"The strengths of all modes at {epochs:N0} epochs",
                modes.Pathways.Sum(pathway => (decimal)pathway.Count) * epochs * sizeof(double));
        RaceRecorder recorder = new(race, modes, epochs, scale, stepSize);
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

    private static void RunExact(RaceSystem race, ModeSystem modes, RaceRecorder recorder, int epochs, double eta)
    {
        for (int epoch = 0; epoch < epochs; epoch++)
        {
            double[][] strengths = race.FindStrengths(modes);
            recorder.Record(epoch, race.Step(eta), strengths);
        }
    }

    private static void RunModes(RaceSystem race, ModeSystem modes, RaceRecorder recorder, int epochs, double eta)
    {
        double[][] q = ModeStart.Of(race, modes);
        double[][] rates = [.. q.Select(edge => new double[edge.Length])];
        for (int epoch = 0; epoch < epochs; epoch++)
        {
            recorder.Record(epoch, Strengths(race, modes, q));
            race.FindRates(modes, q, rates);
            for (int e = 0; e < q.Length; e++)
            {
                for (int k = 0; k < q[e].Length; k++)
                {
                    q[e][k] += eta * rates[e][k];
                }
            }
        }
    }

    private static void RunFlow(RaceSystem race, ModeSystem modes, RaceRecorder recorder, int epochs, double eta)
    {
        double[][] q = ModeStart.Of(race, modes);
        double[][] rates = [.. q.Select(edge => new double[edge.Length])];
        RungeKuttaFlow flow = new(
            (state, slope) =>
            {
                Unpack(state, q);
                race.FindRates(modes, q, rates);
                Pack(rates, slope);
                for (int i = 0; i < slope.Length; i++)
                {
                    slope[i] *= eta;
                }
            },
            FlowTolerance);
        double[] start = new double[q.Sum(edge => edge.Length)];
        Pack(q, start);
        double[][] states = recorder.Following(() => flow.At(start, [.. Enumerable.Range(0, epochs).Select(epoch => (double)epoch)]));
        for (int epoch = 0; epoch < epochs; epoch++)
        {
            Unpack(states[epoch], q);
            recorder.Record(epoch, Strengths(race, modes, q));
        }
    }

    /// <summary>The closed form that the data and the gates allow.</summary>
    private static void RunClosedForm(RaceSystem race, ModeSystem modes, RaceRecorder recorder, int epochs, double eta)
    {
        ClosedFormChoice choice = ClosedFormChoice.Of(race.Problem.ToProblem());
        if (choice is ClosedFormChoice.None none)
        {
            throw new NotSupportedException($"{none.Reason}. Use Reduction.Modes or Reduction.Exact.");
        }

        if (choice is ClosedFormChoice.Routing routing)
        {
            RunRouting(race, modes, recorder, epochs, eta, routing.Task);
            return;
        }

        double[][] starts = Strengths(race, modes, ModeStart.Of(race, modes));
        BalancedMode[][] curves = [.. modes.Pathways.Select((pathway, p) => Enumerable.Range(0, pathway.Count)
            .Select(k => new BalancedMode(pathway.S[k], modes.Coupling(p, p)[k, k], starts[p][k])).ToArray())];
        if (choice is ClosedFormChoice.Contexts { Task: var task })
        {
            RunContexts(race, modes, recorder, epochs, eta, task, curves);
            return;
        }

        IModeFlow[][] flows = [.. curves.Select((pathway, p) =>
            race.IsExpected && race.Pathways[p].Edges.Count == 2 ? Expected(pathway, race.ReadChain(p), modes.Pathways[p]) : pathway.ToArray<IModeFlow>())];
        for (int epoch = 0; epoch < epochs; epoch++)
        {
            recorder.Record(epoch, [.. flows.Select(pathway => pathway.Select(flow => flow.At(eta * epoch)).ToArray())]);
        }
    }

    /// <summary>
    /// Modes in expectation over Gaussian starts, rich or lazy (mathematics.md, Rich and lazy), where Q11 = a I on what the modes read and Q22 = b I on
    /// what they write; where stacked inputs or outputs start with different variances, Eq. 7 as it is.
    /// </summary>
    private static IModeFlow[] Expected(BalancedMode[] curves, double[][] chain, PathwayModes modes)
    {
        double[] incoming = [.. Enumerable.Range(0, curves.Length).Select(k => SquaredImage(chain[0], modes.V(k), isTransposed: false))];
        double[] outgoing = [.. Enumerable.Range(0, curves.Length).Select(k => SquaredImage(chain[1], modes.U(k), isTransposed: true))];
        return AreEqual(incoming) && AreEqual(outgoing)
            ? [.. curves.Select((curve, k) => new GaussianMode(curve.S, curve.D, incoming[k], outgoing[k]))]
            : [.. curves];
    }

    private static bool AreEqual(double[] squares) => squares.All(square => Math.Abs(square - squares[0]) <= Alike * squares[0]);

    // |W v|^2, or |W^T v|^2.
    private static double SquaredImage(double[] weights, double[] v, bool isTransposed)
    {
        Matrix w = isTransposed ? new Matrix(v.Length, weights.Length / v.Length, weights) : new Matrix(weights.Length / v.Length, v.Length, weights);
        Matrix image = isTransposed ? w.TransposeTimes(new Matrix(v.Length, 1, v)) : w.Times(new Matrix(v.Length, 1, v));
        return image.SquaredNorm();
    }

    /// <summary>
    /// Contexts with equal structures: the common pathway follows Eq. 7; the others are logged by the strength of the residual mode that they take
    /// over, 0 for their mean mode, which the form leaves out. Every pathway starts from the mean over its modes, the context pathways from one.
    /// </summary>
    private static void RunContexts(
        RaceSystem race, ModeSystem modes, RaceRecorder recorder, int epochs, double eta, ContextRecognition task, BalancedMode[][] curves)
    {
        double commonStart = curves[task.Common].Average(curve => curve.Start);
        double contextStart = task.Missing.SelectMany(p => curves[p]).Average(curve => curve.Start);
        if (!(commonStart > 0 && contextStart > 0))
        {
            throw new NotSupportedException(
                "The closed form of contexts assumes pathways that start from some strength; one starts from 0. Use Reduction.Exact.");
        }

        ContextForm form = ContextForm.Create(task.ContextCount, task.Structure, commonStart, contextStart);
        double c = task.ContextCount;
        double[] early = [.. form.Strengths.Select(sigma => Math.Sqrt(c * (c - 1)) * sigma)];
        int[][] residuals = [.. modes.Pathways.Select(pathway => Matched(pathway.S, early))];
        for (int epoch = 0; epoch < epochs; epoch++)
        {
            double time = eta * race.Datapoints * epoch;
            recorder.Record(epoch, form.Loss(time), [.. curves.Select((pathway, p) => p == task.Common
                ? pathway.Select(curve => curve.At(eta * epoch)).ToArray()
                : [.. residuals[p].Select(k => k < 0 ? 0 : form.ResidualAt(k, time))])]);
        }
    }

    /// <summary>
    /// Routing's three scalars per mode of the targets, one epoch a step. A mode of the stacked pathway that all M domains share has K times the
    /// singular value and M times the strength of the targets' mode; the others have none on aligned weights.
    /// </summary>
    private static void RunRouting(RaceSystem race, ModeSystem modes, RaceRecorder recorder, int epochs, double eta, RoutingRecognition task)
    {
        SingularValues targets = SingularValues.Of(task.Targets);
        RoutingStrengths[] q = RoutingStart.Of(task, race.ReadChain(0), targets);
        RoutingForm[] forms = [.. q.Select((_, k) => new RoutingForm(task.Domains, task.Trained, targets.S[k]))];
        int[] shared = Matched(modes.Pathways[0].S, [.. forms.Select(form => task.Trained * form.S)]);
        for (int epoch = 0; epoch < epochs; epoch++)
        {
            recorder.Record(epoch, forms.Zip(q, (form, scalars) => form.Loss(scalars)).Sum(),
                [[.. shared.Select(k => k < 0 ? 0 : task.Domains * q[k].Product)]]);
            q = [.. forms.Zip(q, (form, scalars) => form.Step(scalars, eta))];
        }
    }

    /// <summary>For each strength the entry of a falling list that equals it, each taken once; -1: none.</summary>
    private static int[] Matched(double[] strengths, double[] among)
    {
        HashSet<int> taken = [];
        return [.. strengths.Select(s =>
        {
            int k = Enumerable.Range(0, among.Length).FirstOrDefault(i => !taken.Contains(i) && Math.Abs(among[i] - s) <= 1e-9 * s, -1);
            taken.Add(k);
            return k;
        })];
    }

    private static double[][] Strengths(RaceSystem race, ModeSystem modes, double[][] q) =>
        [.. race.Pathways.Select(shape => modes.Strength([.. shape.Edges.Select(edge => q[edge])]))];

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
}
