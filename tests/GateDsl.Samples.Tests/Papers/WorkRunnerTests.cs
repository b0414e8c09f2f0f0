using GateDsl.Samples.Running;

namespace GateDsl.Samples.Tests.Papers;

public sealed class WorkRunnerTests
{
    [Fact]
    public void ResultsAreInTheOrderOfTheWorkWhicheverIsDoneFirst()
    {
        using ManualResetEventSlim lastIsDone = new();
        WorkRunner runner = new(new PlainProgress(TextWriter.Null), CancellationToken.None);
        Work<ulong>[] work = [.. Enumerable.Range(0, 5).Select(i => new Work<ulong>("work", (ulong)i, context =>
        {
            if (i == 4)
            {
                lastIsDone.Set();
            }
            else if (i == 0 && Environment.ProcessorCount > 1)
            {
                lastIsDone.Wait(TimeSpan.FromSeconds(10));
            }

            return 10 * context.Seed;
        }))];

        Assert.Equal([0, 10, 20, 30, 40], runner.Run(work));
    }

    [Fact]
    public void WhatWentWrongInAPieceOfWorkIsThrownAsItself()
    {
        WorkRunner runner = new(new PlainProgress(TextWriter.Null), CancellationToken.None);
        Work<int>[] work = [new("fine", 1, _ => 1), new("wrong", 2, _ => throw new TrainingDivergedException(3, 1e9, 1, double.NaN))];

        Assert.Equal(3, Assert.Throws<TrainingDivergedException>(() => runner.Run(work)).Epoch);
    }

    [Fact]
    public void EveryPieceThatIsDoneHasItsLine()
    {
        StringWriter output = new();
        WorkRunner runner = new(new PlainProgress(output), CancellationToken.None);

        runner.Run<int>([new("first", 7, _ => 0), new("second", 8, _ => 0)]);

        string[] lines = output.ToString().TrimEnd().Split(Environment.NewLine);
        Assert.Equal(2, lines.Length);
        Assert.Contains(lines, line => line.Contains("first, seed 7", StringComparison.Ordinal));
        Assert.StartsWith("  2/2", lines[1], StringComparison.Ordinal);
    }
}
