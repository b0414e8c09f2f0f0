namespace GateDsl.Sweeps;

/// <summary>How a share is run.</summary>
/// <param name="Share">Which.</param>
/// <param name="Cores">Runs at once.</param>
/// <param name="Retries">How often a run that fails is tried again at once.</param>
/// <param name="SkipsFailed">Whether runs that failed before are left alone, and runs with which processes died again and again.</param>
/// <param name="Checkpoints">The folder of runs' checkpoints; null: in the results.</param>
internal sealed record RunOptions(Share Share, int Cores, int Retries, bool SkipsFailed, string? Checkpoints);
