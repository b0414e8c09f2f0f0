using GateDsl;

namespace Digits.Reading;

/// <summary>Measures something of a network while it trains: before the first pass, and after each one that is reported.</summary>
/// <param name="others">Told of the progress as well.</param>
/// <param name="measure">Reads the network.</param>
internal sealed class NetworkTrace<T>(IProgress<TrainingProgress> others, Func<T> measure) : IProgress<TrainingProgress>
{
    private readonly List<T> _measured = [measure()];

    /// <summary>What was measured before each pass: as the losses of a log that records all of them.</summary>
    public T[] BeforePasses => [.. _measured[..^1]];

    /// <summary>What was measured last.</summary>
    public T Last => _measured[^1];

    public void Report(TrainingProgress value)
    {
        _measured.Add(measure());
        others.Report(value);
    }
}
