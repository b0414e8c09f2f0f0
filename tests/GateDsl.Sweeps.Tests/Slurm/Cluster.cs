namespace GateDsl.Sweeps.Tests;

/// <summary>A Slurm cluster of this machine alone.</summary>
internal sealed class Cluster : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public Cluster() => Script("start").Well();

    /// <summary>By which Slurm's commands find it.</summary>
    public IReadOnlyDictionary<string, string> Variables => new Dictionary<string, string> { ["SLURM_CONF"] = _folder["slurm.conf"] };

    /// <summary>Why there can be none; null: there can.</summary>
    public static string? WhyNot() =>
        !OperatingSystem.IsLinux() || Environment.UserName != "root" ? "A cluster is started by root on Linux."
        : !Programs.Has("slurmctld") || !Programs.Has("munged") ? "Slurm is not installed (Debian: slurm-wlm, munge)."
        : null;

    /// <summary>Runs one of Slurm's commands.</summary>
    public Ended Run(string program, params IEnumerable<string> arguments)
    {
        System.Diagnostics.ProcessStartInfo start = new(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["SLURM_CONF"] = _folder["slurm.conf"];
        return Probe.End(System.Diagnostics.Process.Start(start)!);
    }

    /// <summary>Waits until no task of a job is in the queue.</summary>
    public void WaitFor(string job)
    {
        DateTime end = DateTime.UtcNow.AddMinutes(2);
        while (Run("squeue", "--noheader", "--jobs", job).Output.Trim().Length > 0)
        {
            Assert.True(DateTime.UtcNow < end, $"Job {job} did not end in two minutes: {Run("squeue").Output}");
            Thread.Sleep(200);
        }
    }

    public void Dispose()
    {
        Script("stop");
        _folder.Dispose();
    }

    private Ended Script(string action) => Probe.RunOther("/", Path.Combine(AppContext.BaseDirectory, "Slurm", "cluster"), action, _folder.Path);
}
