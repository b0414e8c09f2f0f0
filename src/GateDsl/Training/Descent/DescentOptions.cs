using GateDsl.Theory.Reductions;

namespace GateDsl;

/// <summary>What the options say about one update, for the edges of one network: momentum, decay and the factor of every edge.</summary>
/// <param name="Momentum">mu.</param>
/// <param name="IsNesterov">Weights move by G + mu V.</param>
/// <param name="Decay">lambda.</param>
/// <param name="Factors">f_e, in the order of the network's edges.</param>
internal sealed record DescentOptions(double Momentum, bool IsNesterov, double Decay, double[] Factors)
{
    /// <summary>W = W - eta dL/dW, and nothing else.</summary>
    public bool IsPlain { get; } = Momentum == 0 && Decay == 0 && AreOne(Factors);

    /// <summary>Momentum, and weights move by the velocity alone: no step is needed by itself.</summary>
    public bool IsHeavyBall => Momentum != 0 && !IsNesterov;

    /// <param name="options">Validated options.</param>
    /// <param name="edges">Names of all weights of the network, with the index of the copy.</param>
    /// <exception cref="ArgumentException">A factor belongs to none of them.</exception>
    public static DescentOptions Of(TrainingOptions options, IReadOnlyList<string> edges)
    {
        double[] factors = new double[edges.Count];
        for (int edge = 0; edge < factors.Length; edge++)
        {
            factors[edge] = 1;
        }

        if (options.StepFactors.Count > 0)
        {
            SetFactors(options, edges, factors);
        }

        return new DescentOptions(options.Momentum, options.Nesterov, options.WeightDecay, factors);
    }

    /// <summary>No edge has a step size of its own.</summary>
    public static bool AreOne(double[] factors)
    {
        foreach (double factor in factors)
        {
            if (factor != 1)
            {
                return false;
            }
        }

        return true;
    }

    private static void SetFactors(TrainingOptions options, IReadOnlyList<string> edges, double[] factors)
    {
        Dictionary<string, double> given = new(StringComparer.Ordinal);
        HashSet<string> known = [.. edges.Select(EdgeName.Normalise), .. edges.Select(EdgeName.WithoutIndex)];
        foreach ((string edge, double factor) in options.StepFactors)
        {
            string name = EdgeName.Normalise(edge);
            if (!known.Contains(name))
            {
                throw new ArgumentException(
                    $"{nameof(TrainingOptions)}.{nameof(options.StepFactors)} names {edge}, which is none of the network's edges: {string.Join(", ", edges)}.",
                    nameof(options.StepFactors));
            }

            if (!given.TryAdd(name, factor))
            {
                throw new ArgumentException(
                    $"{nameof(TrainingOptions)}.{nameof(options.StepFactors)} names {name} twice.", nameof(options.StepFactors));
            }
        }

        for (int edge = 0; edge < factors.Length; edge++)
        {
            factors[edge] = given.TryGetValue(EdgeName.Normalise(edges[edge]), out double ofCopy)
                ? ofCopy
                : given.GetValueOrDefault(EdgeName.WithoutIndex(edges[edge]), 1);
        }
    }

    /// <summary>The largest stable step with this rule (<see cref="StableStep.Under"/>).</summary>
    /// <param name="plain">2 / h on the scale of the loss that is descended, h the largest curvature; NaN: not known.</param>
    public double StableStepSize(double plain) => StableStep.Under(plain, Momentum, IsNesterov, Decay, Factors.DefaultIfEmpty(1).Max());
}
