using System.ComponentModel;
using System.Diagnostics;

namespace GateDsl.Generators.Tests.Support;

/// <summary>A fact that needs a C compiler called gcc; elsewhere it is skipped, and says so.</summary>
internal sealed class GccFactAttribute : FactAttribute
{
    private static readonly Lazy<bool> IsThere = new(() =>
    {
        try
        {
            return Run("--version", "").ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    });

    public GccFactAttribute()
    {
        if (!IsThere.Value)
        {
            Skip = "There is no gcc on this machine.";
        }
    }

    /// <summary>Calls gcc with a program on its standard input.</summary>
    public static (int ExitCode, string Output) Run(string arguments, string program)
    {
        using Process gcc = Process.Start(new ProcessStartInfo("gcc", arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        })!;
        gcc.StandardInput.Write(program);
        gcc.StandardInput.Close();
        Task<string> errors = gcc.StandardError.ReadToEndAsync();
        string output = gcc.StandardOutput.ReadToEnd();
        gcc.WaitForExit();
        return (gcc.ExitCode, output + errors.Result);
    }
}
