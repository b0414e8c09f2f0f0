using System.ComponentModel;
using System.Diagnostics;

namespace GateDsl.Sweeps;

/// <summary>What Slurm's queue says, where there is one.</summary>
internal static class SlurmQueue
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>
    /// The states of the jobs of a name with their numbers, as in <c>3 running, 5 pending</c>; null: there is no queue, or it does not answer, or has none.
    /// </summary>
    public static string? Describe(string jobName)
    {
        try
        {
            ProcessStartInfo start = new("squeue", ["--noheader", "--array", $"--name={jobName}", "--format=%T"])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            using Process? process = Process.Start(start);
            if (process is null)
            {
                return null;
            }

            Task<string> reading = process.StandardOutput.ReadToEndAsync();
            process.ErrorDataReceived += (_, _) => { };
            process.BeginErrorReadLine();
            if (!process.WaitForExit(Patience))
            {
                process.Kill();
                return null;
            }

            IEnumerable<string> states = reading.Result.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .GroupBy(state => state.ToLowerInvariant())
                .OrderByDescending(group => group.Count())
                .ThenBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => $"{group.Count()} {group.Key}");
            string text = string.Join(", ", states);
            return process.ExitCode == 0 && text.Length > 0 ? text : null;
        }
        catch (Exception exception) when (exception is Win32Exception or InvalidOperationException)
        {
            return null;
        }
    }
}
