using System.Globalization;
using GateDsl.Tool.Tests.Arrays;
using GateDsl.Tool.Tests.Support;

namespace GateDsl.Tool.Tests.Identifying;

/// <summary>
/// Losses: one before every update, half the squared error summed over all datapoints; what cannot be that is refused with what it looks like.
/// </summary>
public sealed class LossesTests
{
    // Half of 24 datapoints' squared targets, 0 or 1: counted here, and not by what is tested.
    private static double Start => 0.5 * RecordedFiles.Task.Targets.Sum(target => target * target);

    private static double[] Falling(int count, double factor = 1) =>
        [.. Enumerable.Range(0, count).Select(update => factor * Start * Math.Exp(-0.01 * update))];

    [Theory]
    [InlineData(0.5, "half the squared error summed over all datapoints and outputs starts near", "")]
    [InlineData(2, "starts near", "the squared error without the half: multiply them by 0.5,")]
    [InlineData(1 / 24.0, "starts near", "half the squared error as a mean over datapoints: multiply them by 24,")]
    [InlineData(2 / 24.0, "starts near", "the squared error as a mean over datapoints: multiply them by 12,")]
    [InlineData(2 / 24.0 / 60, "starts near", "the squared error as a mean over datapoints and outputs: multiply them by 720,")]
    public void AnotherScaleIsNamed(double factor, string reason, string looks)
    {
        using RecordedFiles files = new();
        Assert.Equal(60, RecordedFiles.Task.TargetWidth);

        ToolRun run = Identify(files, Falling(300, factor), "1e-5");

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith($"{files.Named("L.npy")}: The losses start at ", run.Error, StringComparison.Ordinal);
        Assert.Contains(reason, run.Error, StringComparison.Ordinal);
        Assert.Contains(looks, run.Error, StringComparison.Ordinal);
        Assert.Equal(looks.Length > 0, run.Error.Contains("divide their step size by it", StringComparison.Ordinal));
        Assert.Single(run.Error.TrimEnd('\n').Split('\n'));
        Assert.False(File.Exists(files.Out));
    }

    /// <summary>A training that does not start near the output 0: large weights say anything, so their losses may be anything.</summary>
    [Theory]
    [InlineData("1e-5", 1.0)]
    [InlineData("1e-5", 1.15)]
    [InlineData("1", 2.0)]
    [InlineData("1", 0.5)]
    public void WhatMayBeIsTaken(string sigma, double factor)
    {
        using RecordedFiles files = new();

        ToolRun run = Identify(files, Falling(300, factor), sigma);

        Assert.Equal("", run.Error);
        Assert.Equal(0, run.ExitCode);
    }

    /// <summary>What networks really start with, weights drawn here, small ones and large.</summary>
    [Theory]
    [InlineData(1e-3)]
    [InlineData(0.1)]
    [InlineData(0.5)]
    [InlineData(2)]
    public void NoTrainingIsRefusedForItsStart(double sigma)
    {
        using RecordedFiles files = new();
        Random random = new(5);
        double first = FirstLoss(sigma, random);

        ToolRun run = Identify(
            files, [.. Enumerable.Range(0, 50).Select(update => first * Math.Exp(-0.01 * update))], sigma.ToString(CultureInfo.InvariantCulture));

        Assert.Equal("", run.Error);
        Assert.Equal(0, run.ExitCode);
    }

    [Theory]
    [InlineData(1,
        "holds 1 loss; expected one before every update of the training, not of the recordings alone: at least 5, as between two of 6 recordings there is an update")]
    [InlineData(4, "holds 4 losses; expected one before every update")]
    public void FewerThanLieBetweenTheRecordingsAreRefused(int count, string reason)
    {
        using RecordedFiles files = new();
        files.Activations([.. RecordedFiles.Planted, .. RecordedFiles.Planted], [2 * RecordedFiles.Recordings, RecordedFiles.Units, RecordedFiles.Datapoints]);

        ToolRun run = Identify(files, Falling(count), "1e-5");

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith($"{files.Named("L.npy")}: {reason}", run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(files.Out));
    }

    /// <summary>As many losses as recordings can be a training; that it is none that is predicted is said with what may be wrong.</summary>
    [Fact]
    public void OnlyThoseOfTheRecordingsAreDoubted()
    {
        using RecordedFiles files = new();

        ToolRun run = Identify(files, [Start, 0.3 * Start, 0.01 * Start], "1e-5");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("as those of another training: is there one for every update, and are the initial weights and the step size the network's?",
            run.Output, StringComparison.Ordinal);
    }

    private static double FirstLoss(double sigma, Random random)
    {
        double[] Draw(int count) =>
            [.. Enumerable.Range(0, count)
                .Select(_ => sigma * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()))];
        double[][] incoming = [.. Enumerable.Range(0, RecordedFiles.Units).Select(_ => Draw(RecordedFiles.Features))];
        double[][] outgoing = [.. Enumerable.Range(0, RecordedFiles.Task.TargetWidth).Select(_ => Draw(RecordedFiles.Units))];
        double loss = 0;
        for (int n = 0; n < RecordedFiles.Datapoints; n++)
        {
            double[] hidden = [.. incoming.Select(w => Math.Max(0, w[RecordedFiles.Task.Items[n]] + w[8 + RecordedFiles.Task.Contexts[n]]))];
            for (int output = 0; output < outgoing.Length; output++)
            {
                double apart = outgoing[output].Zip(hidden, (w, h) => w * h).Sum() - RecordedFiles.Task.Targets[(n * outgoing.Length) + output];
                loss += 0.5 * apart * apart;
            }
        }

        return loss;
    }

    private static ToolRun Identify(RecordedFiles files, double[] losses, string sigma)
    {
        NpyBytes.Write(files.Folder, "L.npy", losses, [losses.Length], "<f8");
        return files.Identify("--losses", files.Named("L.npy"), "--sigma", sigma, "--step-size", "1e-3");
    }
}
