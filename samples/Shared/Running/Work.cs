namespace GateDsl.Samples.Running;

/// <summary>What is computed for one seed: a training, or a prediction.</summary>
/// <param name="Name">What it is, in the reader's words; the same for all seeds.</param>
/// <param name="Seed">The seed.</param>
/// <param name="Compute">Computes it. Nothing in it may depend on when or on which thread it runs.</param>
public sealed record Work<T>(string Name, ulong Seed, Func<WorkContext, T> Compute);
