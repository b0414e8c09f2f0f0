namespace GateDsl.Mutation.Testing;

/// <summary>
/// Lines between the runner and the process that runs tests. To it: <c>cover TEST</c>, <c>run MUTANT TEST:MILLISECONDS...</c>,
/// <c>quick</c> instead of <c>run</c> where nothing is checked after each kill: it is done for many at a time, or cannot be, as the process has
/// started with the mutant. From it, each
/// behind <see cref="Mark"/>, as tests write to the console too: <c>test UNIQUE-ID NAME</c> for each test, <c>ready</c>;
/// <c>covered passed|failed MILLISECONDS REACHED ONCE</c>; <c>at TEST</c> before each test, and one <see cref="Verdict"/> at the end.
/// </summary>
internal static class Protocol
{
    public const string Mark = "\u0001@";
}

/// <summary>What became of a mutant.</summary>
internal enum Verdict
{
    /// <summary>All tests pass.</summary>
    Survived,

    /// <summary>A test fails with it and passes without it.</summary>
    Killed,

    /// <summary>A test takes five times as long with it and passes without it.</summary>
    Late,

    /// <summary>A test fails without it, too, in this process: an earlier mutant has left something behind.</summary>
    Unsound,

    /// <summary>The process ended.</summary>
    Crashed,
}
