namespace GateDsl;

/// <summary>A gate that many units of a network share.</summary>
public sealed record IdentifiedModule
{
    /// <summary>Its name in the declaration: a layer's, or a copy's in a bank ("Pairs[0]").</summary>
    public required string Name { get; init; }

    /// <summary>One entry per datapoint.</summary>
    public required IReadOnlyList<bool> Gate { get; init; }

    /// <summary>The gate in words: "always on", "Context 0 or 2", or the body of a rule.</summary>
    public required string Description { get; init; }

    /// <summary>Its class; null: not checked.</summary>
    public required GateClass? Class { get; init; }

    /// <summary>The class with its witness or certificate, in words.</summary>
    public required string Explanation { get; init; }

    /// <summary>Share of path strength, mean over the recordings. What is missing from 1 over all modules is held by dead units.</summary>
    public required double Share { get; init; }

    /// <summary>The same by recording; of a forecast by epoch, mean over the draws.</summary>
    public required IReadOnlyList<double> ShareByRecording { get; init; }

    /// <summary>Share of the recorded units, without the dead.</summary>
    public required double UnitShare { get; init; }

    /// <summary>Width by the width rule, for a network of H units; not a whole number in general.</summary>
    public required double Width { get; init; }

    /// <summary>Mean of the gates of its units, weighted by path strength: one entry per datapoint, from 0 to 1.</summary>
    public required IReadOnlyList<double> Centroid { get; init; }

    /// <summary>Mean distance of the centroid's entries from the gate's.</summary>
    public required double RoundingResidual { get; init; }

    /// <summary>As <see cref="IdentificationResult.Stability"/>, for this gate alone.</summary>
    public required double Stability { get; init; }
}
