using System.Numerics;

namespace GateDsl.Gating;

/// <summary>
/// How much arithmetic a decision may take. It counts operations on machine words instead of time, so that the same gate gets the same
/// answer on every machine.
/// </summary>
internal sealed class WorkBudget(long units)
{
    /// <summary>The default: well under a second on current machines.</summary>
    public const long Default = 6_000_000;

    public long Limit { get; } = units;

    public long Used { get; private set; }

    public bool IsExhausted => Used > Limit;

    /// <summary>Counts operations on integers of about the size of <paramref name="sample"/>.</summary>
    public void Spend(long operations, BigInteger sample) => Used += operations * (1 + (sample.ToByteArray().Length >> 3));
}
