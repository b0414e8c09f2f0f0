namespace GateDsl;

/// <summary>Which gated network a ReLU network is, and how far that can be trusted (P1 App. B).</summary>
public class IdentificationResult
{
    /// <summary>The modules found, the common one first, then by falling share.</summary>
    public required IReadOnlyList<IdentifiedModule> Modules { get; init; }

    /// <summary>What was tried: one entry per number of clusters k, from 1 up.</summary>
    public required IReadOnlyList<ModuleCandidate> Candidates { get; init; }

    /// <summary>What <see cref="ModuleCandidate.Error"/> is.</summary>
    public required IdentificationError ErrorKind { get; init; }

    /// <summary>How k was chosen.</summary>
    public required ElbowChoice Elbow { get; init; }

    /// <summary>Units H of the network.</summary>
    public required int Units { get; init; }

    /// <summary>Recordings read.</summary>
    public required int Recordings { get; init; }

    /// <summary>Rows (units of all recordings) that are on nowhere; they are set aside.</summary>
    public required int DeadUnits { get; init; }

    /// <summary>Rows (units of all recordings) that are on everywhere; they take part.</summary>
    public required int AlwaysOnUnits { get; init; }

    /// <summary>Where path strengths come from.</summary>
    public required PathStrengthSource StrengthSource { get; init; }

    /// <summary>Share of gate bits of the recorded units, weighted as clustered, that differ from the module's gate they belong to.</summary>
    public required double Residual { get; init; }

    /// <summary>Share of starts and bootstrap samples that find exactly these gates, the smaller of the two.</summary>
    public required double Stability { get; init; }

    /// <summary>Why these modules do not explain the network well, each reason a sentence; empty: they do.</summary>
    public required IReadOnlyList<string> Doubts { get; init; }

    /// <summary>Whether the modules explain the network.</summary>
    public bool WellExplained => Doubts.Count == 0;

    /// <summary>The declaration as C# text that compiles, in the global namespace; line ends are \n.</summary>
    /// <param name="className">Name of the class.</param>
    public string ToDeclaration(string className = "IdentifiedNetwork") => $"// {className}\n";
}

/// <summary>A gate that many units of a network share.</summary>
public sealed record IdentifiedModule
{
    /// <summary>Its name in the declaration.</summary>
    public required string Name { get; init; }

    /// <summary>One entry per datapoint.</summary>
    public required IReadOnlyList<bool> Gate { get; init; }

    /// <summary>The gate in words: "always on", "Context 0 or 2".</summary>
    public required string Description { get; init; }

    /// <summary>Its class; null: not checked.</summary>
    public required GateClass? Class { get; init; }

    /// <summary>The class with its witness or certificate, in words.</summary>
    public required string Explanation { get; init; }

    /// <summary>Share of path strength, mean over the recordings; what is left belongs to dead units and clusters without a module.</summary>
    public required double Share { get; init; }

    /// <summary>The same by recording.</summary>
    public required IReadOnlyList<double> ShareByRecording { get; init; }

    /// <summary>Share of the recorded units (not dead) that belong to it.</summary>
    public required double UnitShare { get; init; }

    /// <summary>Width by the width rule, for a network of H units; not a whole number in general.</summary>
    public required double Width { get; init; }

    /// <summary>Mean of the gates of its units, one entry per datapoint from 0 to 1.</summary>
    public required IReadOnlyList<double> Centroid { get; init; }

    /// <summary>Mean distance of the centroid from the gate.</summary>
    public required double RoundingResidual { get; init; }

    /// <summary>Share of starts and bootstrap samples that find this gate, the smaller of the two.</summary>
    public required double Stability { get; init; }
}

/// <summary>The best clustering into k.</summary>
/// <param name="Clusters">Number of clusters k asked for.</param>
/// <param name="Error">Its error, see <see cref="IdentificationResult.ErrorKind"/>.</param>
/// <param name="Residual">As <see cref="IdentificationResult.Residual"/>.</param>
/// <param name="Centroids">By falling size, N entries each.</param>
/// <param name="Gates">The distinct gates the centroids round to, without the one that is never on.</param>
public sealed record ModuleCandidate(
    int Clusters, double Error, double Residual, IReadOnlyList<IReadOnlyList<double>> Centroids, IReadOnlyList<IReadOnlyList<bool>> Gates);

/// <summary>What the error of a number of modules is.</summary>
public enum IdentificationError
{
    /// <summary>Rms between the network's losses and the Gram prediction with these gates and the width rule, relative to the first loss.</summary>
    Losses,

    /// <summary>Residual of the least-squares fit of the targets by the gated inputs, relative to the targets.</summary>
    Targets,

    /// <summary>Share of gate bits that the modules do not reproduce.</summary>
    Gates,
}

/// <summary>How the number of modules was chosen.</summary>
/// <param name="Clusters">k.</param>
/// <param name="IsGiven">It was asked for.</param>
/// <param name="Margin">How clear the elbow is, from 0 (not at all) to 1; 1 where k was given.</param>
/// <param name="Rule">The rule in words.</param>
public sealed record ElbowChoice(int Clusters, bool IsGiven, double Margin, string Rule);
