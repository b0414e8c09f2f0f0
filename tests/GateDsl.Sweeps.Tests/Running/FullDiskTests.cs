namespace GateDsl.Sweeps.Tests.Running;

public sealed class FullDiskTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [SmallDiskFact]
    public void StopsAtAFullDiskAndLosesNothing()
    {
        Probe.Run(_folder.Path, "plan", "probe", "--set", "milliseconds=0", "--set", "x=1..10/10", "--seeds", "0..19").Well();
        Probe.Run(_folder.Path, "run", "--results", "undisturbed").Well();
        Probe.Run(_folder.Path, "collect", "--results", "undisturbed", "--out", "undisturbed.csv").Well();

        using SmallDisk disk = new(_folder["results"], "300k");
        Ended full = Probe.Run(_folder.Path, "run");
        full.InOneLine(1, "space", "kept");
        int done = Directory.GetFiles(_folder["results/runs"], "*.json", SearchOption.AllDirectories).Length;
        Assert.InRange(done, 1, 199);
        Assert.Contains($"done: {done} of 200", Probe.Run(_folder.Path, "status").Well().Output);

        // Still full, and still nothing lost.
        Assert.Equal(1, Probe.Run(_folder.Path, "run", "--cores", "3").Code);
        Assert.InRange(Directory.GetFiles(_folder["results/runs"], "*.json", SearchOption.AllDirectories).Length, done, 199);
        Assert.Equal(3, Probe.Run(_folder.Path, "collect").Code);

        disk.Grow("4m");
        Probe.Run(_folder.Path, "run").Well();
        Assert.Equal(File.ReadAllBytes(_folder["undisturbed.csv"]), Probe.Table(_folder.Path));
    }

    [SmallDiskFact]
    public void TakesARunThatFillsTheDiskForNoFailedOne()
    {
        Probe.Run(_folder.Path, "plan", "probe", "--set", "file=true", "--set", "kilobytes=2000").Well();
        using SmallDisk disk = new(_folder["results"], "1m");
        Probe.Run(_folder.Path, "run").InOneLine(1, "space", "when there is room");
        string status = Probe.Run(_folder.Path, "status").Well().Output;
        Assert.Contains("failed: 0\nmissing: 1", status);
        Assert.DoesNotContain("broke off", status);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder["results/unfinished"]));
    }

    [SmallDiskFact]
    public void WritesNoHalfTableAndNoHalfPlan()
    {
        Probe.Run(_folder.Path, "plan", "probe", "--set", "milliseconds=0", "--seeds", "0..199").Well();
        Probe.Run(_folder.Path, "run").Well();
        using SmallDisk disk = new(_folder["small"], "4k");
        Probe.Run(_folder.Path, "collect", "--out", "small/all.csv").InOneLine(1, "space");
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder["small"]));
    }
}
