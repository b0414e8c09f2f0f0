namespace GateDsl.Commanding;

/// <summary>Standard output cannot be written: no fault of any file that is named.</summary>
/// <param name="inner">Why.</param>
public sealed class UnwritableOutputException(Exception inner) : Exception($"Standard output cannot be written: {inner.Message}", inner);
