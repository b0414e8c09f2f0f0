namespace GateDsl.Package.Tests.Support;

/// <summary>A test that goes from a declaration to Python, which needs both numpy and a C compiler.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PythonFactAttribute : FactAttribute
{
    /// <summary>The system's own Python.</summary>
    public const string Python = "/usr/bin/python3";

    public PythonFactAttribute() => Skip =
        NativeFactAttribute.Linker is null ? "There is no clang and no gcc to link with."
        : !File.Exists(Python) || CommandRun.Of(Python, ["-c", "import numpy"], "/", new Dictionary<string, string>()).ExitCode != 0
            ? $"{Python} is not there, or has no numpy."
        : null;
}
