using System.Diagnostics;

namespace GateDsl.Sweeps.Tests.Running;

public sealed class KillTests : IDisposable
{
    private const int Kills = 100;
    private const int AtOnce = 4;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [UnixFact]
    public void GivesTheSameTableAfterAHundredKills()
    {
        // Long enough that few runs get done between two kills, each with a file that is half written most of the time.
        Probe.Run(_folder.Path, "plan", "probe", "--set", "x=1..8/8", "--set", "milliseconds=150", "--set", "file=true", "--set", "kilobytes=64",
            "--seeds", "0..24").Well();
        Task<byte[]> undisturbed = Task.Run(() =>
        {
            Probe.Run(_folder.Path, "run", "--results", "undisturbed", "--cores", "8").Well();
            Probe.Run(_folder.Path, "collect", "--results", "undisturbed", "--out", "undisturbed.csv").Well();
            return File.ReadAllBytes(_folder["undisturbed.csv"]);
        });
        Random random = new(20);
        int logs = 0;
        for (int killed = 0, round = 0; killed < Kills; killed += AtOnce, round++)
        {
            // Shares that overlap and shares that don't.
            string of = round % 3 == 0 ? "1" : "4";
            Process[] runners = [.. Enumerable.Range(0, AtOnce).Select(i => Probe.Start(_folder.Path, "run", "--of", of, "--index", of == "1" ? "0" : $"{i}"))];
            if (round % 2 == 0)
            {
                // On a busy machine a process may take its time until it begins.
                WaitForLogs(logs + AtOnce, runners);
            }

            Thread.Sleep(random.Next(300));
            foreach (Process runner in runners)
            {
                runner.Kill();
                Probe.End(runner);
            }

            logs = CountLogs();
        }

        int before = Directory.GetFiles(_folder["results/runs"], "*.json", SearchOption.AllDirectories).Length;
        Assert.InRange(before, 1, 200);
        Probe.Run(_folder.Path, "run", "--cores", "8").Well();
        Assert.Equal(undisturbed.Result, Probe.Table(_folder.Path));
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder["results/unfinished"]));
        Assert.All(
            Directory.GetFiles(_folder["results/files"], "noise.bin", SearchOption.AllDirectories),
            file => Assert.Equal(64 * 1024, new FileInfo(file).Length));
    }

    private int CountLogs() => Directory.Exists(_folder["results/runners"]) ? Directory.GetFiles(_folder["results/runners"]).Length : 0;

    private void WaitForLogs(int count, Process[] runners)
    {
        Stopwatch watch = Stopwatch.StartNew();
        while (CountLogs() < count)
        {
            Assert.All(runners, runner => Assert.True(!runner.HasExited, runner.HasExited ? $"{Probe.End(runner)}" : ""));
            Assert.True(watch.Elapsed < TimeSpan.FromMinutes(3), $"There were no {count} runners within three minutes.");
            Thread.Sleep(5);
        }
    }
}
