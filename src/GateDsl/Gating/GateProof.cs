using System.Numerics;
using GateDsl.Gating;

namespace GateDsl;

/// <summary>
/// What is known about one gate over a <see cref="GateDomain"/> or over <see cref="LayerDatapoints"/>: its class with evidence that
/// <see cref="GateChecker"/> accepts, or the limit that was met.
/// </summary>
public sealed class GateProof
{
    private readonly IDatapoints _datapoints;
    private readonly GatePattern _gate;
    private readonly Verdict _verdict;

    internal GateProof(IDatapoints datapoints, GatePattern gate, CancellationToken cancellationToken = default)
    {
        _datapoints = datapoints;
        _gate = gate;
        _verdict = GateDecider.Decide(datapoints, gate, cancellation: cancellationToken);
        if (_verdict.Certificate is { } certificate)
        {
            BigInteger[] multipliers = new BigInteger[gate.Count];
            foreach (CertificateTerm term in certificate.On.Concat(certificate.Off))
            {
                multipliers[term.Datapoint] = term.Multiplier;
            }

            Multipliers = multipliers;
        }
    }

    /// <summary>The class; null: not checked.</summary>
    public GateClass? Class => (GateClass?)_verdict.Class;

    /// <summary>
    /// Where the gate is implementable, integer weights, one per feature of the network input, with w·x &gt; 0 exactly where it is on;
    /// else null.
    /// </summary>
    public IReadOnlyList<BigInteger>? Witness => _verdict.Witness?.Weights;

    /// <summary>
    /// Where the gate is not implementable, nonnegative integers, one per datapoint: those of the on-points (not all zero) times their inputs
    /// add up to the same vector as those of the off-points times theirs. No positive one is superfluous. Else null.
    /// </summary>
    public IReadOnlyList<BigInteger>? Multipliers { get; }

    /// <summary>
    /// A datapoint that is on and one that is off although the network input of both is the same; null where there are none. Such a gate
    /// depends on what the network cannot see.
    /// </summary>
    public (int On, int Off)? EqualInputs => _verdict.EqualInputs is { } equal ? (equal.On, equal.Off) : null;

    /// <summary>Why the gate was not checked; null: it was.</summary>
    public string? NotChecked => _verdict.NotChecked;

    /// <summary>The class and the evidence in words, to be redone on paper.</summary>
    public string Explanation => GateDsl.Gating.Explanation.Of(_datapoints, _gate, _verdict);

    /// <inheritdoc cref="Explanation"/>
    public override string ToString() => Explanation;
}
