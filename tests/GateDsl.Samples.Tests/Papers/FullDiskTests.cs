using GateDsl.Tests;

namespace GateDsl.Samples.Tests.Papers;

/// <summary>An experiment, and the page on all of them, on a disk with little room: the earlier one as it was and a line, or the new one whole.</summary>
public sealed class FullDiskTests
{
    [FullDiskFact]
    public void AnExperimentTellsOfAFullDisk()
    {
        using TemporaryFolder other = new();
        Assert.Equal(0, Run(other.Path, "9").ExitCode);
        using FullDisk disk = new(pages: 2_000);
        Assert.Equal(0, Run(disk.Folder, "1").ExitCode);
        SortedDictionary<string, byte[]> before = disk.Files();
        int step = 1 + (before.Values.Sum(file => file.Length) / 4096 / 8), refused = 0;
        for (int left = 0; ; left += step)
        {
            disk.Fill(left);
            PaperRun run = Run(disk.Folder, "9");
            if (run.ExitCode == 0)
            {
                break;
            }

            refused++;
            Assert.Equal(1, run.ExitCode);
            Assert.StartsWith($"fig4 cannot be written to {disk.Folder}: ", run.Error, StringComparison.Ordinal);
            Assert.Single(run.Error.TrimEnd().Split('\n'));
            Assert.Equal(before, disk.Files());
        }

        Assert.InRange(refused, 5, 20);
        Assert.Equal(other.FilesOf("fig4").Select(file => $"fig4/{file}"), disk.Files().Keys);

        // Names of clips in an SVG are counted over the process.
        Assert.All(disk.Files().Where(file => !file.Key.EndsWith(".svg", StringComparison.Ordinal)),
            file => Assert.Equal(File.ReadAllBytes(Path.Combine(other.Path, file.Key)), file.Value));
    }

    [FullDiskFact]
    public void ThePageTellsOfAFullDisk()
    {
        using FullDisk disk = new(pages: 4_000);
        Assert.Equal(0, Run(disk.Folder, "1").ExitCode);
        Assert.Equal(0, PaperRun.Of("report", "--out", disk.Folder).ExitCode);
        SortedDictionary<string, byte[]> before = disk.Files();
        disk.Fill(pagesLeft: 9);

        PaperRun run = PaperRun.Of("report", "--out", disk.Folder);

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith($"The report cannot be written to {disk.Folder}: ", run.Error, StringComparison.Ordinal);
        Assert.Equal(before, disk.Files());
    }

    private static PaperRun Run(string folder, string seed) => PaperRun.Of("fig4", "--epochs", "5", "--seeds", "1", "--seed", seed, "--out", folder);
}
