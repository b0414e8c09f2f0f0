using System.Diagnostics;

namespace GateDsl.Numerics.Tests.Training;

/// <summary>Runs where /usr/bin/python3 has numpy.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NumpyFactAttribute : FactAttribute
{
    private const string Python = "/usr/bin/python3";

    private static readonly Lazy<bool> HasNumpy = new(() => File.Exists(Python) && Run("import numpy").ExitCode == 0);

    public NumpyFactAttribute() => Skip = HasNumpy.Value ? null : $"{Python} has no numpy.";

    public static (int ExitCode, string Output) Run(string program, params string[] arguments) => Run(Python, program, arguments);

    /// <summary>Runs a program in an interpreter.</summary>
    public static (int ExitCode, string Output) Run(string python, string program, string[] arguments)
    {
        ProcessStartInfo start = new(python, ["-c", program, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + errors.Result);
    }
}
