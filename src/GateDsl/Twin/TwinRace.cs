using System.ComponentModel;
using GateDsl.Theory.EffectiveData;
using GateDsl.Theory.Reductions;

namespace GateDsl.CompilerServices;

/// <summary>
/// The ReLU twin of a network, predicted by representative units: a quadrature over one-unit pathways whose gates follow their own direction.
/// No weight of the twin is drawn, and the cost does not depend on its width. Used by generated code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[Obsolete(GeneratedCode.Only, DiagnosticId = GeneratedCode.Id, UrlFormat = GeneratedCode.Page)]
public sealed class TwinRace
{
    private const int MostShares = 200;

    private readonly ReductionProblem _problem;
    private readonly int _units;
    private readonly double _sigma;
    private readonly ulong _seed;

    private TwinRace(ReductionProblem problem, int units, double sigma, ulong seed) => (_problem, _units, _sigma, _seed) = (problem, units, sigma, seed);

    /// <summary>The twin before its training.</summary>
    /// <param name="units">Hidden units H of the twin.</param>
    /// <param name="sigma">Standard deviation of its initial weights, positive and finite.</param>
    /// <param name="seed">Seed of the directions.</param>
    /// <param name="network">The declared network on its data: the twin reads every input and reaches every output.</param>
    public static TwinRace Of(int units, double sigma, ulong seed, RaceProblem network)
    {
        ArgumentNullException.ThrowIfNull(network);
        if (!(sigma > 0) || !double.IsFinite(sigma))
        {
            throw new ArgumentOutOfRangeException(nameof(sigma), sigma, "The standard deviation of the initial weights must be positive and finite.");
        }

        return new TwinRace(network.ToProblem(), units, sigma, seed);
    }

    /// <summary>The losses before the updates of all epochs, and the shares of gate patterns over time.</summary>
    public RaceLog Integrate(int epochs, double stepSize, LossScale lossScale, Reduction reduction)
    {
        if (reduction != Reduction.Exact)
        {
            throw new NotSupportedException(
                $"Representative units have one reduction, {nameof(Reduction.Exact)}; {reduction} needs the declared pathways: use {nameof(TwinPrediction)}.{nameof(TwinPrediction.Pathways)}.");
        }

        ArgumentOutOfRangeException.ThrowIfNegative(epochs);
        DatasetChecks.StepSize(stepSize);
        double scale = Scales.Factor(lossScale, _problem.Count);
        RepresentativeUnits units = RepresentativeUnits.Create(_problem, _units, _sigma, _sigma, _seed);
        int every = Math.Max(1, (epochs + MostShares - 1) / MostShares);
        List<int> read = [];
        Dictionary<string, List<double>> shares = [];
        double[] losses;
        try
        {
            losses = units.Run(epochs, stepSize * scale, epoch =>
            {
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
