namespace GateDsl.Generators.Tests.Hostile.Checking;

/// <summary>Source that somebody may have typed.</summary>
/// <param name="Name">What it tries.</param>
/// <param name="Files">The project, beside a healthy network.</param>
internal sealed record HostileCase(string Name, params string[] Files)
{
    public override string ToString() => $"{Name}\n{string.Join("\n--- file\n", Files)}";
}
