using System.Numerics;
using GateDsl.Gating;

namespace GateDsl;

/// <summary>
/// Says whether a claim about a gate holds, in exact arithmetic. It is small and shares nothing with the search that finds witnesses and
/// certificates; every verdict of GateDsl passed it, and it takes claims from anywhere.
/// </summary>
public static class GateChecker
{
    /// <summary>Whether a ReLU unit with these weights has this gate: w·x &gt; 0 where it is on, w·x &lt;= 0 where it is off.</summary>
    /// <param name="domain">The datapoints and their network inputs.</param>
    /// <param name="gate">One entry per datapoint.</param>
    /// <param name="weights">One integer per feature of the network input.</param>
    /// <param name="reason">Empty, or the first thing that does not hold.</param>
    public static bool IsWitness(GateDomain domain, ReadOnlySpan<bool> gate, ReadOnlySpan<BigInteger> weights, out string reason)
    {
        ArgumentNullException.ThrowIfNull(domain);
        if (domain.Tabulated.UnknownInput is { } unknown && weights.ContainsAnyExcept(BigInteger.Zero))
        {
            reason = $"the values of {unknown} are not known";
            return false;
        }

        return ExactChecker.Accepts(domain.Tabulated, GatePattern.From(gate.ToArray()), new Witness(weights.ToArray()), out reason);
    }

    /// <summary>
    /// Whether these multipliers show that no ReLU unit has this gate: the inputs of on-points times their multipliers, not all of them zero,
    /// add up to the inputs of off-points times theirs.
    /// </summary>
    /// <param name="domain">The datapoints and their network inputs.</param>
    /// <param name="gate">One entry per datapoint.</param>
    /// <param name="multipliers">One nonnegative integer per datapoint.</param>
    /// <param name="reason">Empty, or the first thing that does not hold.</param>
    public static bool IsCertificate(GateDomain domain, ReadOnlySpan<bool> gate, ReadOnlySpan<BigInteger> multipliers, out string reason)
    {
        ArgumentNullException.ThrowIfNull(domain);
        if (multipliers.Length != domain.Count || gate.Length != domain.Count)
        {
            reason = $"{gate.Length} gates and {multipliers.Length} multipliers for {domain.Count} datapoints";
            return false;
        }

        if (domain.Tabulated.UnknownInput is { } unknown)
        {
            reason = $"the values of {unknown} are not known";
            return false;
        }

        List<CertificateTerm> on = new();
        List<CertificateTerm> off = new();
        for (int n = 0; n < multipliers.Length; n++)
        {
            if (!multipliers[n].IsZero)
            {
                (gate[n] ? on : off).Add(new(n, multipliers[n]));
            }
        }

        return ExactChecker.Accepts(domain.Tabulated, GatePattern.From(gate.ToArray()), new Certificate(on, off), out reason);
    }
}
