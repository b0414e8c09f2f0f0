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

    private readonly ReductionProblem _problem;
    private readonly int[] _widths;
    private readonly double _sigma;
    private readonly ulong _seed;
    private readonly int _draws;

    private TwinRace(ReductionProblem problem, int[] widths, double sigma, ulong seed, int draws) =>
        (_problem, _widths, _sigma, _seed, _draws) = (problem, widths, sigma, seed, draws);

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
    public static TwinRace Of(int[] widths, double sigma, ulong seed, int draws, RaceProblem network)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(widths);
        if (widths.Length == 0)
        {
            throw new ArgumentException("A twin has at least one hidden layer.", nameof(widths));
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(draws, 1);
        if (!(sigma > 0) || !double.IsFinite(sigma))
        {
            throw new ArgumentOutOfRangeException(nameof(sigma), sigma, "The standard deviation of the initial weights must be positive and finite.");
        }

        return new TwinRace(network.ToProblem(), widths, sigma, seed, draws);
    }

    /// <summary>The losses before the updates of all epochs, and the shares of gate patterns over time.</summary>
    /// <param name="epochs">Number of epochs, at least 0.</param>
    /// <param name="stepSize">Step size on the scale of the loss, positive and finite.</param>
    /// <param name="lossScale">Scale of the loss.</param>
    /// <param name="reduction">Must be exact.</param>
    /// <param name="progress">Told of every epoch, of all draws together; null: nobody.</param>
    /// <param name="cancellationToken">Stops between two epochs.</param>
    public RaceLog Integrate(
        int epochs, double stepSize, LossScale lossScale, Reduction reduction, IProgress<TrainingProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        if (reduction != Reduction.Exact)
        {
            throw new NotSupportedException(
                $"Representative units have one reduction, {nameof(Reduction.Exact)}; {reduction} needs the declared pathways: use {nameof(TwinPrediction)}.{nameof(TwinPrediction.Pathways)}.");
        }

        ArgumentOutOfRangeException.ThrowIfNegative(epochs);
        DatasetChecks.StepSize(stepSize);
        double scale = Scales.Factor(lossScale, _problem.Count);
        int every = Math.Max(1, (epochs + MostShares - 1) / MostShares);
        if (_widths.Length > 1)
        {
            return DeepTwinLog.Of(RepresentativeNetworks.Run(
                TwinTask.Of(_problem),
                new TwinShape(_widths, [.. Enumerable.Repeat(_sigma, _widths.Length + 1)]),
                new TwinDescent { Epochs = epochs, StepSize = stepSize, LossScale = lossScale, Progress = progress, CancellationToken = cancellationToken },
                new DrawPlan { Draws = _draws, Seed = _seed, GateShareEpochs = [.. Enumerable.Range(0, epochs).Where(epoch => epoch % every == 0 || epoch == epochs - 1)] }));
        }

        RepresentativeUnits units = RepresentativeUnits.Create(_problem, _widths[0], _sigma, _sigma, _seed);
        List<int> read = [];
        Dictionary<string, List<double>> shares = [];
        double[] losses;
        try
        {
            losses = units.Run(epochs, stepSize * scale, epoch =>
            {
                cancellationToken.ThrowIfCancellationRequested();
                progress?.Report(new TrainingProgress(epoch, epochs, units.Loss * scale));
                if (epoch % every == 0 || epoch == epochs - 1)
                {
                    Read(units, read.Count, shares);
                    read.Add(epoch);
                }
            });
        }
        catch (ReductionDivergedException diverged)
        {
            throw new TrainingDivergedException(diverged.Epoch, double.NaN, stepSize, double.NaN);
        }

        return new RaceLog([.. losses.Select(loss => loss * scale)], new Dictionary<string, double[,]>())
        {
            GateShareEpochs = [.. read],
            GateShares = shares.ToDictionary(pattern => pattern.Key, pattern => Padded(pattern.Value, read.Count)),
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
