namespace GateDsl.Sweeps.Tests;

/// <summary>What is installed.</summary>
internal static class Programs
{
    /// <summary>Whether a program is on the path; services of the system lie in folders that are not always on it.</summary>
    public static bool Has(string name) => $"{Environment.GetEnvironmentVariable("PATH")}{Path.PathSeparator}/usr/sbin"
        .Split(Path.PathSeparator)
        .Any(folder => folder.Length > 0 && File.Exists(Path.Combine(folder, name)));
}
