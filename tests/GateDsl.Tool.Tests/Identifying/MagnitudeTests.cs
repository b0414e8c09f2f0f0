using System.Diagnostics;
using GateDsl.Tool.Tests.Support;

namespace GateDsl.Tool.Tests.Identifying;

/// <summary>Numbers whose squares are beyond floating point: refused by what they are and where, at once.</summary>
public sealed class MagnitudeTests
{
    [Theory]
    [InlineData(1e60, 1, 1, "X.csv", "The input at feature 0, datapoint 0 is 1E+60; it must be at most 1E+50")]
    [InlineData(1e200, 1, 1, "X.csv", "it must be at most 1E+50")]
    [InlineData(1e-60, 1, 1, "X.csv", "All inputs are of magnitude 2E-60 or less; some must be at least 1E-50")]
    [InlineData(1, 1e60, 1, "Y.csv", "The target at output 0, datapoint 0 is 1E+60; it must be at most 1E+50")]
    [InlineData(1, 1e-200, 1, "Y.csv", "All targets are of magnitude")]
    [InlineData(1, 1, 1e60, "A.csv", "The activation of unit 0 at datapoint 0 is 1E+60; it must be at most 1E+50")]
    public void TheyAreRefused(double inputs, double targets, double activations, string file, string reason)
    {
        using CsvFiles files = Files(inputs, targets, activations);

        ToolRun run = files.Identify();

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith(files.Named(file) + ": ", run.Error, StringComparison.Ordinal);
        Assert.Contains(reason, run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.TrimEnd('\n').Split('\n'));
    }

    [Theory]
    [InlineData(1e25, 1)]
    [InlineData(1e40, 1)]
    [InlineData(1, 1e18)]
    [InlineData(1e49, 1e49)]
    public void WhatDivergesForItsSizeIsSaidAtOnce(double inputs, double targets)
    {
        using CsvFiles files = Files(inputs, targets, 1);
        Stopwatch watch = Stopwatch.StartNew();

        ToolRun run = files.Forecast("50", "1e-3", "1e-3", "500");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("The training diverged: before the update of epoch 1 ", run.Error, StringComparison.Ordinal);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), $"{watch.Elapsed}");
    }

    [Theory]
    [InlineData(1e40, 1)]
    [InlineData(1e-40, 1e-40)]
    [InlineData(1e49, 1e49)]
    public void WhatIsWithinTheBoundsIsIdentified(double inputs, double targets)
    {
        using CsvFiles files = Files(inputs, targets, inputs);

        ToolRun run = files.Identify();

        Assert.Equal("", run.Error);
        Assert.Equal(0, run.ExitCode);
        Assert.DoesNotContain("NaN", run.Output, StringComparison.Ordinal);
    }

    private static CsvFiles Files(double inputs, double targets, double activations)
    {
        CsvFiles files = new();
        files.Write("X.csv", [[inputs, 2 * inputs, -inputs, 0], [0, inputs, inputs, -2 * inputs]]);
        files.Write("A.csv", [[activations, 2 * activations, 0, 0], [0, activations, activations, 0]]);
        files.Write("Y.csv", [[targets, 0, targets, -targets]]);
        return files;
    }
}
