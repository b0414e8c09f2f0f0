using System.ComponentModel;
using System.Diagnostics;

namespace GateDsl.Sweeps;

/// <summary>Hands a script to sbatch.</summary>
internal static class SlurmSubmission
{
    /// <summary>The id of the job.</summary>
    /// <exception cref="WrongUseException">There is no sbatch.</exception>
    /// <exception cref="IOException">sbatch refuses the script; the message is its own.</exception>
    public static string Submit(string script)
    {
        try
        {
            ProcessStartInfo start = new("sbatch", ["--parsable"])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            using Process process = Process.Start(start)!;
            Task<string> errors = process.StandardError.ReadToEndAsync();
            process.StandardInput.Write(script);
            process.StandardInput.Close();
            string id = process.StandardOutput.ReadToEnd().Trim();
            process.WaitForExit();
            return process.ExitCode == 0
                ? id.Split(';')[0]
                : throw new IOException($"sbatch refuses the job: {errors.Result.Trim().ReplaceLineEndings(" ")}");
        }
        catch (Win32Exception)
        {
            throw new WrongUseException("There is no sbatch here; print the script without --submit, and submit it where Slurm is.");
        }
    }
}
