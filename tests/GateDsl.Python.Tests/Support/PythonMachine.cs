using GateDsl.Package.Tests.Support;

namespace GateDsl.Python.Tests.Support;

/// <summary>What this machine has for Python.</summary>
internal static class PythonMachine
{
    /// <summary>The system's own, which has the system's packages; another may come first on the path.</summary>
    public const string Python = "/usr/bin/python3";

    private static readonly Lazy<string?> Why = new(Find);

    /// <summary>Why the tests cannot run here; null: they can.</summary>
    public static string? Lack => Why.Value;

    private static string? Find()
    {
        if (!File.Exists(Python))
        {
            return $"There is no {Python}.";
        }

        if (CommandRun.Of(Python, ["-c", "import numpy, pytest"], "/").ExitCode != 0)
        {
            return $"{Python} lacks numpy or pytest.";
        }

        string[] folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        return new[] { "clang", "gcc" }.Any(program => folders.Any(folder => folder.Length > 0 && File.Exists(Path.Combine(folder, program))))
            ? null
            : "There is no clang and no gcc to link a library with.";
    }
}
