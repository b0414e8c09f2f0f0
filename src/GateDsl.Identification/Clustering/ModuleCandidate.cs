namespace GateDsl;

/// <summary>The best clustering into k, and what speaks for it.</summary>
/// <param name="Clusters">Number of clusters k.</param>
/// <param name="Error">What the elbow is taken of; see <see cref="IdentificationResult.ErrorKind"/>.</param>
/// <param name="LossRms">
/// Rms between the losses of the ReLU network, given or forecast, and the Gram prediction with these gates and the width rule, relative to the
/// first loss; NaN where losses are not known.
/// </param>
/// <param name="TargetResidual">Residual of the ridge fit of the targets by the gated inputs, relative to the targets; NaN without targets.</param>
/// <param name="GateSpread">Mean squared distance of a gate bit from its centroid, weighted by path strength.</param>
/// <param name="Centroids">By falling weight, N entries each.</param>
/// <param name="Gates">The different gates that the centroids round to, without one that is never on.</param>
public sealed record ModuleCandidate(
    int Clusters,
    double Error,
    double LossRms,
    double TargetResidual,
    double GateSpread,
    IReadOnlyList<IReadOnlyList<double>> Centroids,
    IReadOnlyList<IReadOnlyList<bool>> Gates);

/// <summary>What the error of a number of modules is made of.</summary>
public enum IdentificationError
{
    /// <summary>Geometric mean of <see cref="ModuleCandidate.LossRms"/> against the given losses and <see cref="ModuleCandidate.TargetResidual"/>.</summary>
    Losses,

    /// <summary>
    /// The same, but against the losses that representative units forecast for a network of as many units from small weights: none were given.
    /// </summary>
    ForecastLosses,

    /// <summary>
    /// <see cref="ModuleCandidate.TargetResidual"/> alone: losses were neither given nor forecast, since that would take too long or the gates are
    /// plain without.
    /// </summary>
    Targets,

    /// <summary><see cref="ModuleCandidate.GateSpread"/>: targets are not known.</summary>
    Gates,
}

/// <summary>How the number of clusters was chosen.</summary>
/// <param name="Clusters">k.</param>
/// <param name="IsGiven">It was asked for.</param>
/// <param name="Margin">Least distance of a factor from the threshold that it was compared with; 0 or less: not clear. NaN where k was given.</param>
/// <param name="Rule">The rule in words.</param>
public sealed record ElbowChoice(int Clusters, bool IsGiven, double Margin, string Rule);
