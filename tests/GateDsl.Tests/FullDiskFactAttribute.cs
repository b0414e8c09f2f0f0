namespace GateDsl.Tests;

/// <summary>A test that fills a disk of its own.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FullDiskFactAttribute : FactAttribute
{
    public FullDiskFactAttribute() => Skip = FullDisk.WhyNot();
}
