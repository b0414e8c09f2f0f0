using System.Globalization;
using GateDsl.Tests;
using GateDsl.Tool.Tests.Identifying;

namespace GateDsl.Tool.Tests.Stopping;

/// <summary>One Ctrl+C, or one request to end, stops a command wherever it is; nothing is written, an earlier file stays.</summary>
public sealed class SignalTests
{
    [Theory]
    [InlineData(ToolProcess.Interrupt, 130, "forecast")]
    [InlineData(ToolProcess.Terminate, 143, "forecast")]
    [InlineData(ToolProcess.Interrupt, 130, "identify")]
    [InlineData(ToolProcess.Terminate, 143, "identify")]
    public async Task OneSignalStopsIt(int signal, int code, string command)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using RecordedFiles files = new();
        File.WriteAllText(files.Out, "as before");
        using ToolProcess tool = command == "forecast" ? Forecast(files) : Identify(files);
        await Task.Delay(1_500);
        Assert.True(tool.IsRunning, "It has ended before it could be stopped.");

        tool.Send(signal);

        Assert.Equal(code, tool.WaitForExit(TimeSpan.FromSeconds(10)));
        Assert.Single((await tool.Said()).Error.TrimEnd('\n').Split('\n'));
        Assert.Equal("as before", File.ReadAllText(files.Out));
        Assert.DoesNotContain(Directory.GetFiles(files.Folder), file => file.Contains("unfinished", StringComparison.Ordinal));
    }

    /// <summary>Killed at random moments, the last ones at about when it writes: the file is the earlier one or the new one, whole.</summary>
    [Fact]
    public void KilledAtAnyMomentTheFileIsWhole() => Kill(rounds: 8, seed: 3);

    [SlowFact]
    public void KilledAHundredTimesTheFileIsWhole() => Kill(rounds: 100, seed: 4);

    private static void Kill(int rounds, int seed)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using RecordedFiles files = new();
        Assert.Equal(0, files.IdentifyFour("A.npy", files.Out).ExitCode);
        string whole = File.ReadAllText(files.Out);
        const string Earlier = "// an earlier result";
        Random random = new(seed);
        for (int round = 0; round < rounds; round++)
        {
            File.WriteAllText(files.Out, Earlier);
            using ToolProcess tool = new(
                "identify", "--activations", files.Named("A.npy"), "--inputs", files.Named("X.npy"), "--k", "4", "--out", files.Out);
            while (tool.IsRunning && (round % 2 == 0 || File.ReadAllText(files.Out) == Earlier))
            {
                if (round % 2 == 0)
                {
                    Thread.Sleep(random.Next(100, 1_500));
                    break;
                }
            }

            tool.Send(ToolProcess.Kill);
            Assert.NotNull(tool.WaitForExit(TimeSpan.FromSeconds(5)));
            Assert.Contains(File.ReadAllText(files.Out), new[] { Earlier, whole });
        }

        Assert.Equal(0, files.IdentifyFour("A.npy", files.Out).ExitCode);
        Assert.Equal(whole, File.ReadAllText(files.Out));
        Assert.Equal(["A.npy", "Reln.cs", "X.npy", "Y.npy"],
            Directory.GetFileSystemEntries(files.Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    private static ToolProcess Forecast(RecordedFiles files) => new(
        "forecast", "--inputs", files.Named("X.npy"), "--targets", files.Named("Y.npy"), "--units", "2000", "--sigma", "5e-5", "--step-size", "1e-4",
        "--steps", "2000000", "--out", files.Out);

    // Losses of 150,000 epochs, to be imitated for every k.
    private static ToolProcess Identify(RecordedFiles files)
    {
        string losses = Path.Combine(files.Folder, "L.csv");
        string start = (0.5 * RecordedFiles.Task.Targets.Sum(target => target * target)).ToString(CultureInfo.InvariantCulture);
        File.WriteAllText(losses, string.Join(',', Enumerable.Range(0, 150_000).Select(epoch => epoch < 75_000 ? start : "2")));
        return new(
            "identify", "--activations", files.Named("A.npy"), "--inputs", files.Named("X.npy"), "--targets", files.Named("Y.npy"),
            "--losses", losses, "--sigma", "5e-5", "--step-size", "1e-4", "--out", files.Out);
    }
}
