namespace GateDsl.Sweeps.Tests;

/// <summary>A test for Linux, as it needs signals.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class UnixFactAttribute : FactAttribute
{
    public UnixFactAttribute() => Skip = OperatingSystem.IsWindows() ? "There are no such signals on Windows." : null;
}

/// <summary>A test that mounts a small disk.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SmallDiskFactAttribute : FactAttribute
{
    public SmallDiskFactAttribute() => Skip = SmallDisk.WhyNot();
}

/// <summary>A test on a cluster of Slurm.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SlurmFactAttribute : FactAttribute
{
    public SlurmFactAttribute() => Skip = Cluster.WhyNot();
}

/// <summary>A test with GNU parallel.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ParallelFactAttribute : FactAttribute
{
    public ParallelFactAttribute() => Skip = Programs.Has("parallel") ? null : "GNU parallel is not installed.";
}
