namespace GateDsl.Samples.Running;

/// <summary>What a piece of work is given while it runs.</summary>
/// <param name="Seed">Its seed.</param>
/// <param name="Progress">To be told how far it is.</param>
/// <param name="CancellationToken">To stop it.</param>
public sealed record WorkContext(ulong Seed, IProgress<TrainingProgress> Progress, CancellationToken CancellationToken);
