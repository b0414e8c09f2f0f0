namespace GateDsl.Numerics.Tests.Native;

/// <summary>One test after the other: they count the handles of the one surface that this assembly has.</summary>
[CollectionDefinition("handles", DisableParallelization = true)]
public sealed class HandleCollection;
