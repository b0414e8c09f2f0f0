using System.Numerics;

namespace GateDsl.Gating;

/// <summary>Evidence that a unit can implement a gate: w·x &gt; 0 on the datapoints that are on, &lt;= 0 on the others.</summary>
/// <param name="Weights">One integer per feature of the network input.</param>
internal sealed record Witness(IReadOnlyList<BigInteger> Weights);

/// <summary>
/// Evidence that no unit can: positive multiples of the inputs of some on-points (<paramref name="On"/>, at least one) add up to the same
/// vector as positive multiples of the inputs of some off-points. No term can be left out, and the multipliers have no common divisor.
/// </summary>
internal sealed record Certificate(IReadOnlyList<CertificateTerm> On, IReadOnlyList<CertificateTerm> Off);

/// <summary>A datapoint of a certificate with its positive multiplier.</summary>
internal sealed record CertificateTerm(int Datapoint, BigInteger Multiplier);

/// <summary>A datapoint that is on and one that is off although the network input of both is the same.</summary>
internal sealed record EqualInputs(int On, int Off);

/// <summary>
/// The answer for one gate. Either <see cref="Class"/> is known and comes with its evidence, a <see cref="Witness"/> or a
/// <see cref="Certificate"/>, which the exact checker has accepted; or <see cref="NotChecked"/> says why not.
/// </summary>
internal sealed record Verdict
{
    private Verdict()
    {
    }

    /// <summary>Null: not checked.</summary>
    public PatternClass? Class { get; private init; }

    /// <summary>Not null iff the gate is implementable.</summary>
    public Witness? Witness { get; private init; }

    /// <summary>Not null iff the class is <see cref="PatternClass.NotImplementable"/>.</summary>
    public Certificate? Certificate { get; private init; }

    /// <summary>
    /// Not null where the gate depends on something the network cannot see. Such a gate is not implementable, and its certificate is this
    /// pair (the on-point alone where its input is zero); it is told apart because the remedy is another one.
    /// </summary>
    public EqualInputs? EqualInputs { get; private init; }

    /// <summary>The limit that was met, as a clause; null: checked.</summary>
    public string? NotChecked { get; private init; }

    public static Verdict Implementable(PatternClass patternClass, Witness witness) => new() { Class = patternClass, Witness = witness };

    public static Verdict NotImplementable(Certificate certificate, EqualInputs? equalInputs) =>
        new() { Class = PatternClass.NotImplementable, Certificate = certificate, EqualInputs = equalInputs };

    public static Verdict Unchecked(string reason) => new() { NotChecked = reason };
}
