using System.Numerics;

namespace GateDsl.Gating;

/// <summary>
/// How much arithmetic a decision may take. It counts operations on machine words instead of time, so that the same gate gets the same
/// answer on every machine.
/// </summary>
internal sealed class WorkBudget(long units, CancellationToken cancellation = default)
{
    /// <summary>
    /// The default. Gates over 16 x 16 x 16 datapoints whose slices are chains take up to 1.1 million units, gates over 40 x 40 x 40 about 70.
    /// </summary>
    public const long Default = 6_000_000;

    public long Limit { get; } = units;

    public long Used { get; private set; }

    public bool IsExhausted => Used > Limit;

    /// <summary>Counts operations on integers of about the size of <paramref name="sample"/>.</summary>
    /// <exception cref="OperationCanceledException">The caller no longer waits for the answer.</exception>
    public void Spend(long operations, BigInteger sample)
    {
        cancellation.ThrowIfCancellationRequested();
        Used += operations * (1 + (sample.ToByteArray().Length >> 3));
    }
}
