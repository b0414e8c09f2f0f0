using System.Diagnostics;
using System.Globalization;

namespace GateDsl.Sweeps.Tests.Slurm;

public sealed class SlurmTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [SlurmFact]
    public void GivesTheTableOfOneProcessFromAnArrayThatWasCancelledRequeuedAndKilled()
    {
        Probe.Run(_folder.Path, "plan", "probe", "--set", "x=1..10/10", "--set", "milliseconds=400", "--set", "file=true", "--set", "kilobytes=4",
            "--seeds", "0..19").Well();
        Task<byte[]> undisturbed = Task.Run(() => UndisturbedTable());

        using Cluster cluster = new();
        string job = Submit(cluster);
        Probe.WaitForResults(_folder.Path, 20);

        // One process dies, half of the tasks are cancelled, and one goes back into the queue.
        Kill(job);
        cluster.Run("scancel", $"{job}_[0-3]").Well();
        cluster.Run("scontrol", "requeue", $"{job}_5").Well();
        Assert.Matches("queue: .*(running|pending)", Probe.Run(_folder.Path, cluster.Variables, "status").Well().Output);
        cluster.WaitFor(job);
        int done = Directory.GetFiles(_folder["results/runs"], "*.json", SearchOption.AllDirectories).Length;
        Assert.InRange(done, 20, 199);
        Assert.Equal(3, Probe.Run(_folder.Path, "collect").Code);

        string second = Submit(cluster);
        Assert.NotEqual(job, second);
        cluster.WaitFor(second);
        Assert.Contains("done: 200 of 200\nrunning: 0\nfailed: 0\nmissing: 0\n", Probe.Run(_folder.Path, cluster.Variables, "status").Well().Output);
        Assert.Equal(undisturbed.Result, Probe.Table(_folder.Path));
        Assert.All(
            Directory.GetFiles(_folder["results/logs"]).Select(File.ReadAllText), log => Assert.DoesNotContain("Unhandled", log, StringComparison.Ordinal));
    }

    [SlurmFact]
    public void SaysInOneLineWhatSbatchRefuses()
    {
        Probe.Run(_folder.Path, "plan", "probe").Well();
        using Cluster cluster = new();
        Probe.Run(_folder.Path, cluster.Variables, "script", "slurm", "--of", "2", "--submit", "--sbatch=--partition=nowhere")
            .InOneLine(1, "sbatch", "partition");
    }

    private byte[] UndisturbedTable()
    {
        Probe.Run(_folder.Path, "run", "--results", "undisturbed", "--cores", "16").Well();
        Probe.Run(_folder.Path, "collect", "--results", "undisturbed", "--out", "undisturbed.csv").Well();
        return File.ReadAllBytes(_folder["undisturbed.csv"]);
    }

    private string Submit(Cluster cluster)
    {
        string id = Probe.Run(_folder.Path, cluster.Variables, "script", "slurm", "--of", "8", "--time", "10", "--memory", "500M", "--submit")
            .Well().Output.TrimEnd('\n');
        Assert.True(int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out _), id);
        return id;
    }

    /// <summary>Kills the process of the last task; it is the one that says so in its environment.</summary>
    private static void Kill(string job)
    {
        Process? last = Process.GetProcesses().FirstOrDefault(process =>
        {
            try
            {
                string[] variables = File.ReadAllText($"/proc/{process.Id}/environ").Split('\0');
                return variables.Contains($"SLURM_ARRAY_JOB_ID={job}") && variables.Contains("SLURM_ARRAY_TASK_ID=7")
                    && File.ReadAllText($"/proc/{process.Id}/cmdline").Contains("Probe", StringComparison.Ordinal);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                return false;
            }
        });
        Assert.NotNull(last);
        last.Kill();
    }
}
