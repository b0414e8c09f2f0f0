using System.Collections.Concurrent;
using System.Globalization;

namespace GateDsl.Identifying;

/// <summary>Clusterings for every k, their errors, and the k at the elbow.</summary>
internal sealed class CandidateSearch
{
    /// <summary>
    /// A further module pays where it lowers the error to less than this share. Measured: those that are there to 0.4-0.7, others to 0.93 and more.
    /// </summary>
    private const double ErrorThreshold = 0.8;

    /// <summary>The same for the residual of the targets alone, which tells less: 0.45-0.80, and 0.8 and more.</summary>
    private const double TargetThreshold = 0.83;

    /// <summary>The same for the spread of the gates alone, which falls slowly in networks that train.</summary>
    private const double SpreadThreshold = 0.9;

    /// <summary>Where the spread falls to less than this share, the gates themselves show a further module, whatever the other errors.</summary>
    private const double PlainSpreadThreshold = 0.85;

    /// <summary>Errors below it are no different.</summary>
    private const double Floor = 1e-3;

    /// <summary>Multiply-adds that all predictions of losses may take.</summary>
    private const double MostWork = 1e11;

    private readonly bool _isPlain;

    private CandidateSearch(
        IReadOnlyList<ModuleCandidate> candidates, IdentificationError kind, ElbowChoice elbow, Clustering chosen, double againstNoise, bool isPlain) =>
        (Candidates, Kind, Elbow, Chosen, AgainstNoise, _isPlain) = (candidates, kind, elbow, chosen, againstNoise, isPlain);

    public IReadOnlyList<ModuleCandidate> Candidates { get; }

    public IdentificationError Kind { get; }

    public ElbowChoice Elbow { get; }

    /// <summary>The clustering at the elbow.</summary>
    public Clustering Chosen { get; }

    /// <summary>Of the gates at the elbow, see <see cref="TargetFit.AgainstNoise"/>; NaN without targets.</summary>
    public double AgainstNoise { get; }

    /// <summary>The candidate at the elbow.</summary>
    public ModuleCandidate ChosenCandidate => Candidates[Elbow.Clusters - 1];

    /// <param name="patterns">What is clustered.</param>
    /// <param name="data">Inputs and targets.</param>
    /// <param name="units">H.</param>
    /// <param name="options">How.</param>
    public static CandidateSearch Run(
        GatePatterns patterns, IdentificationData data, int units, IdentificationOptions options)
    {
        int most = Math.Min(patterns.Patterns.Length, Math.Max(options.MostModules, options.Modules ?? 1));

        // Clusters of rows that count the same tell most precisely whether they are plain; else rows count by their path strength.
        List<Clustering> clusterings = Clusterings(patterns, patterns.Counts, most, options.Starts, options.Seed);
        (int K, double Margin)? plain = PlainClusters.Smallest(clusterings, patterns.Counts);
        double[] weights = plain is null ? patterns.Weights : patterns.Counts;
        if (plain is null)
        {
            clusterings = Clusterings(patterns, weights, most, options.Starts, options.Seed);
        }

        List<bool[]>[] gates = [.. clusterings.Select(clustering => ModuleGates.Of(clustering, data).Gates)];
        double weight = weights.Sum();
        double[] spreads = [.. clusterings.Select(clustering => clustering.Inertia / weight / data.Count)];

        // Where clusters are plain no losses have to be forecast to choose k.
        LossReference? losses = options.Training is null && plain is not null ? null : LossReference.Of(data, units, options);
        TargetFit? fit = data.HasTargets ? new(data) : null;
        double[] residuals = fit is null ? Unknown(most) : ByGates(gates, fit.Residual);
        double[] rms = losses is null ? Unknown(most) : ByGates(gates, set => RmsOf(data, units, set, losses.Training));
        IdentificationError kind = losses is not null
            ? losses.IsForecast ? IdentificationError.ForecastLosses : IdentificationError.Losses
            : data.HasTargets ? IdentificationError.Targets : IdentificationError.Gates;
        double[] errors = [.. Enumerable.Range(0, most).Select(i => kind switch
        {
            IdentificationError.Gates => spreads[i],
            IdentificationError.Targets => residuals[i],
            _ => Math.Sqrt(rms[i] * residuals[i]),
        })];
        ElbowChoice elbow = options.Modules is { } given ? new(given, IsGiven: true, double.NaN, "k was given")
            : plain is { } found ? new(found.K, IsGiven: false, found.Margin, PlainClusters.Rule)
            : AtElbow(kind, errors, spreads);
        return new(
            [.. clusterings.Select((clustering, i) => Candidate(clustering, errors[i], rms[i], residuals[i], spreads[i], gates[i], weights))],
            kind, elbow, clusterings[elbow.Clusters - 1], fit?.AgainstNoise(gates[elbow.Clusters - 1]) ?? double.NaN, plain is not null);
    }

    /// <summary>
    /// The gates found with other weights and another seed. Where k was chosen because clusters were plain, it is chosen again; else it stays: the
    /// other errors would take too long. Rows count as they did in the search; where none counts there is no gate to find.
    /// </summary>
    public List<bool[]> Repeat(GatePatterns patterns, IdentificationData data, double[] weights, double[] counts, int starts, ulong seed)
    {
        double[] counting = _isPlain ? counts : weights;
        if (!Array.Exists(counting, weight => weight > 0))
        {
            return [];
        }

        if (Elbow.Rule != PlainClusters.Rule)
        {
            return ModuleGates.Of(new KMeans(patterns, counting).Best(Elbow.Clusters, starts, seed, null), data).Gates;
        }

        List<Clustering> clusterings = Clusterings(patterns, counts, Candidates.Count, starts, seed);
        int k = PlainClusters.Smallest(clusterings, counts)?.K ?? Elbow.Clusters;
        return ModuleGates.Of(clusterings[k - 1], data).Gates;
    }

    private static List<Clustering> Clusterings(GatePatterns patterns, double[] weights, int most, int starts, ulong seed)
    {
        List<Clustering> clusterings = [];
        KMeans kMeans = new(patterns, weights);
        for (int k = 1; k <= most; k++)
        {
            clusterings.Add(kMeans.Best(k, starts, seed, clusterings.LastOrDefault()));
        }

        return clusterings;
    }

    private static ElbowChoice AtElbow(IdentificationError kind, double[] errors, double[] spreads)
    {
        double threshold = kind switch
        {
            IdentificationError.Gates => SpreadThreshold,
            IdentificationError.Targets => TargetThreshold,
            _ => ErrorThreshold,
        };
        (double[] Errors, double Threshold)[] evidence = kind == IdentificationError.Gates
            ? [(spreads, threshold)]
            : [(errors, threshold), (spreads, PlainSpreadThreshold)];
        (int chosen, double margin) = Identifying.Elbow.Of(evidence, Floor);
        string rule = string.Create(CultureInfo.InvariantCulture,
            $"the smallest k from which no further module lowers the error to less than {threshold} of it");
        return new(chosen, IsGiven: false, margin, kind == IdentificationError.Gates
            ? rule
            : string.Create(CultureInfo.InvariantCulture, $"{rule}, nor the spread of the gates to less than {PlainSpreadThreshold}"));
    }

    private static double RmsOf(IdentificationData data, int units, IReadOnlyList<bool[]> gates, RecordedTraining training)
    {
        double[]? losses = LossPrediction.Of(
            data, gates, units, training.Sigma, training.StepSize, training.Losses.Count, training.LossScale, MostWork);
        return losses is null ? double.PositiveInfinity : Agreement.Between([.. training.Losses], losses).Rms;
    }

    // Equal sets of gates are computed once.
    private static double[] ByGates(List<bool[]>[] gates, Func<IReadOnlyList<bool[]>, double> error)
    {
        string[] keys = [.. gates.Select(set => string.Join(' ', set
            .Select(gate => string.Concat(gate.Select(on => on ? '1' : '0'))).Order(StringComparer.Ordinal)))];
        int[] first = [.. keys.Select(key => Array.IndexOf(keys, key))];
        double[] errors = new double[gates.Length];

        // The sets of many gates take longest: they come first, one at a time.
        int[] distinct = [.. first.Distinct().OrderByDescending(i => gates[i].Count)];
        Parallel.ForEach(Partitioner.Create(distinct, EnumerablePartitionerOptions.NoBuffering), i => errors[i] = error(gates[i]));
        return [.. first.Select(i => errors[i])];
    }

    private static double[] Unknown(int count) => [.. Enumerable.Repeat(double.NaN, count)];

    private static ModuleCandidate Candidate(
        Clustering clustering, double error, double rms, double residual, double spread, List<bool[]> gates, double[] patternWeights)
    {
        double[] weights = new double[clustering.Centroids.Length];
        for (int p = 0; p < clustering.ClusterOf.Length; p++)
        {
            weights[clustering.ClusterOf[p]] += patternWeights[p];
        }

        return new(clustering.Centroids.Length, error, rms, residual, spread,
            [.. Enumerable.Range(0, weights.Length).OrderByDescending(c => weights[c]).Select(c => (IReadOnlyList<double>)clustering.Centroids[c])],
            [.. gates.Select(gate => (IReadOnlyList<bool>)gate)]);
    }
}
