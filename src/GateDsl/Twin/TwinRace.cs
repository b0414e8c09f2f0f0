using System.ComponentModel;
using GateDsl.Theory.EffectiveData;
using GateDsl.Theory.Reductions;

namespace GateDsl.CompilerServices;

/// <summary>
/// The ReLU twin of a network, predicted by representative units: a quadrature over one-unit pathways whose gates follow their own direction; with
/// several hidden layers by representative networks. No weight of the twin is drawn, and the cost does not depend on its width. Used by generated code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[Obsolete(GeneratedCode.Only, DiagnosticId = GeneratedCode.Id, UrlFormat = GeneratedCode.Page)]
public sealed class TwinRace
{
    private const int MostShares = 200;

    private readonly RaceProblem _network;
    private readonly ReductionProblem _problem;
    private readonly TwinShape _shape;
    private readonly ulong _seed;
    private readonly int _draws;

    private TwinRace(RaceProblem network, TwinShape shape, ulong seed, int draws) =>
        (_network, _problem, _shape, _seed, _draws) = (network, network.ToTwinProblem(), shape, seed, draws);

    /// <summary>The twin before its training.</summary>
    /// <param name="units">Hidden units H of the twin.</param>
    /// <param name="sigma">Standard deviation of its initial weights, positive and finite.</param>
    /// <param name="seed">Seed of the directions.</param>
    /// <param name="network">The declared network on its data: the twin reads every input and reaches every output.</param>
    public static TwinRace Of(int units, double sigma, ulong seed, RaceProblem network) => Of([units], sigma, seed, 1, network);

    /// <summary>The twin before its training, with any number of hidden layers.</summary>
    /// <param name="widths">Units of every hidden layer, first to last.</param>
    /// <param name="sigma">Standard deviation of its initial weights, positive and finite.</param>
    /// <param name="seed">Seed of the draws.</param>
    /// <param name="draws">Number of representative networks, at least 1; with one hidden layer nothing is drawn.</param>
    /// <param name="network">The declared network on its data: the twin reads every input and reaches every output.</param>
    /// <param name="bias">Whether hidden layers and outputs have biases, 0 at the start.</param>
    /// <param name="slope">What hidden units are multiplied by where they are off, 0 to 1.</param>
    public static TwinRace Of(int[] widths, double sigma, ulong seed, int draws, RaceProblem network, bool bias = false, double slope = 0)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(widths);
        if (widths.Length == 0)
        {
            throw new ArgumentException("A twin has at least one hidden layer.", nameof(widths));
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(draws, 1);
        Positive.Require(sigma, what: "The standard deviation of the initial weights");

        return new TwinRace(network, new TwinShape(widths, [.. Enumerable.Repeat(sigma, widths.Length + 1)]) { Bias = bias, Slope = slope }, seed, draws);
    }

    /// <summary>The losses before the updates of all epochs, and the shares of gate patterns over time.</summary>
    /// <param name="epochs">Number of epochs, at least 0.</param>
    /// <param name="stepSize">Step size on the scale of the loss, positive and finite.</param>
    /// <param name="lossScale">Scale of the loss.</param>
    /// <param name="reduction">Must be exact.</param>
    /// <param name="progress">Told of every epoch, of all draws together; null: nobody.</param>
    /// <param name="cancellationToken">Stops between two epochs.</param>
    public RaceLog Integrate(
        int epochs, double stepSize, LossScale lossScale, Reduction reduction, IProgress<TrainingProgress>? progress = null,
            CancellationToken cancellationToken = default)
    {
        if (reduction != Reduction.Exact)
        {
            throw new NotSupportedException(
                $"Representative units have one reduction, {nameof(Reduction.Exact)}; {reduction} needs the declared pathways: use {nameof(TwinPrediction)}.{nameof(TwinPrediction.Pathways)}.");
        }

        ArgumentOutOfRangeException.ThrowIfNegative(epochs);
        Positive.Require(stepSize, what: "The step size");
        return Integrate(new TrainingOptions
        {
            Epochs = epochs,
            StepSize = stepSize,
            LossScale = lossScale,
            Progress = progress,
            CancellationToken = cancellationToken
        }, null);
    }

    /// <summary>The losses of a training of the twin with these options, and the shares of gate patterns over time.</summary>
    /// <param name="options">As of the training: epochs, step, batches and their order, momentum, decay, factors, what is logged.</param>
    /// <param name="test">The network on data that are not trained on, whose loss is logged too; null: none.</param>
    /// <exception cref="ArgumentException">An option is out of its bounds, or names an edge that the twin does not have.</exception>
    /// <exception cref="NotSupportedException">Statistics are asked for, or edges into one layer have different factors.</exception>
    /// <exception cref="TrainingDivergedException">The loss grew beyond bounds.</exception>
    public RaceLog Integrate(TrainingOptions options, RaceProblem? test)
    {
        TrainingLoop.Validate(options);
        TwinDescent descent = TwinOptions.DescentOf(options, _problem, _shape.Widths.Length, _shape.Bias);
        int[] logged = TwinOptions.LoggedOf(options);
        int every = Math.Max(1, (options.Epochs + MostShares - 1) / MostShares);
        int[] shared = [.. Enumerable.Range(0, options.Epochs).Where(epoch => epoch % every == 0 || epoch == options.Epochs - 1)];
        int[] snapshots = [.. options.SnapshotEpochs.Distinct().Order()];
        TestGroups? groups = TestGroups.Of(options, test?.Data);
        RaceLog log = IsPlain(descent) && test is null && options.SnapshotEpochs.Count == 0
            ? IntegrateUnits(options, shared)
            : DeepTwinLog.Of(RepresentativeNetworks.Run(
                _network.ToTwinTask(), _shape, descent,
                new DrawPlan
                {
                    Draws = _draws,
                    Seed = _seed,
                    GateShareEpochs = shared,
                    Test = test?.ToTwinTask(),
                    Groups = groups,
                    TestEpochs = test is null ? [] : logged,
                    SnapshotEpochs = snapshots
                }));
        return log with
        {
            Loss = [.. logged.Select(epoch => log.Loss[epoch])],
            Draws = [.. log.Draws.Select(draw => logged.Select(epoch => draw[epoch]).ToArray())],
            Epochs = logged,
        };
    }

    /// <summary>One hidden layer of ReLU units that descend plainly: the quadrature over units.</summary>
    private bool IsPlain(TwinDescent descent) =>
        _shape.Widths.Length == 1 && !_shape.Bias && _shape.Slope == 0 && descent.IsPlain && descent.WeightFactors is null
        && (descent.BatchSize == 0 || descent.BatchSize >= _problem.Count) && _network.HasSquaredOnly;

    private RaceLog IntegrateUnits(TrainingOptions options, int[] shared)
    {
        double scale = Scales.Factor(options.LossScale, _problem.Count);
        RepresentativeUnits units = RepresentativeUnits.Create(_problem, _shape.Widths[0], _shape.Sigmas[0], _shape.Sigmas[1], _seed);
        int read = 0;
        Dictionary<string, List<double>> shares = [];
        double[] losses;
        try
        {
            losses = units.Run(options.Epochs, options.StepSize * scale, epoch =>
            {
                options.CancellationToken.ThrowIfCancellationRequested();
                options.Progress?.Report(new TrainingProgress(epoch, options.Epochs, units.Loss * scale));
                if (read < shared.Length && shared[read] == epoch)
                {
                    Read(units, read++, shares);
                }
            });
        }
        catch (ReductionDivergedException diverged)
        {
            throw new TrainingDivergedException(diverged.Epoch, double.NaN, options.StepSize, double.NaN);
        }

        return new RaceLog([.. losses.Select(loss => loss * scale)], new Dictionary<string, double[,]>())
        {
            GateShareEpochs = shared,
            GateShares = shares.ToDictionary(pattern => pattern.Key, pattern => Padded(pattern.Value, read)),
        };
    }

    private static void Read(RepresentativeUnits units, int column, Dictionary<string, List<double>> shares)
    {
        foreach ((string pattern, double share) in units.GateShares())
        {
            if (!shares.TryGetValue(pattern, out List<double>? values))
            {
                shares[pattern] = values = [];
            }

            values.AddRange(Enumerable.Repeat(0.0, column - values.Count));
            values.Add(share);
        }
    }

    private static double[] Padded(List<double> values, int count) => [.. values, .. Enumerable.Repeat(0.0, count - values.Count)];
}
