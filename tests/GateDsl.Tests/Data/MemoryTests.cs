using System.Diagnostics;
using GateDsl.CompilerServices;

namespace GateDsl.Tests.Data;

/// <summary>What no machine can hold is refused before anything is allocated, with the number of bytes.</summary>
public sealed class MemoryTests
{
    [Fact]
    public void TheBytesAreSaid()
    {
        Memory.Require("x", "Nothing", 0, 8);
        Memory.Require("x", "A little", 1000, 8);
        Memory.RequireBytes("x", "A little", 8000);
        Refuses("x", "8,000,000,000,000,000 bytes", () => Memory.Require("x", "Too much", 1_000_000_000_000_000, 8));
        Refuses("x", "79,228,162,514,264,337,593,543,950,335 bytes", () => Memory.RequireBytes("x", "Too much", decimal.MaxValue));

        // More numbers than an array has, in however few bytes.
        Refuses("x", $"{Array.MaxLength + 1L:N0} numbers", () => Memory.Require("x", "Too long", Array.MaxLength + 1L, 1));
        Refuses("x", " are left to this process", () => Memory.Require("x", "Too large", Array.MaxLength, 1 << 20));
    }

    [Fact]
    public void WhatNobodyUsesIsRemovedBeforeAnythingIsRefused()
    {
        const long Block = 1 << 28;
        List<bool> asked = [];
        long Left(bool isCollected)
        {
            asked.Add(isCollected);
            return isCollected ? 2 * Block : Block / 2;
        }

        Memory.RequireBytes("x", "A block", Block, Left);
        Refuses("x", "where 536,870,912 are left", () => Memory.RequireBytes("x", "Three blocks", 3 * Block, Left));
        Assert.Equal([false, true, false, true], asked);

        // A collection takes time, and is not for what fits anyway.
        asked.Clear();
        Memory.RequireBytes("x", "A quarter", Block / 4, Left);
        Assert.Equal([false], asked);
    }

    [Fact]
    public void TheVectorsOfAOneHotInputMayBeTooLarge()
    {
        int[] index = new int[1_000_000];
        Refuses("datapoints", "8,000,000,000,000 bytes", () => Feature<double>.OneHot(index, 1_000_000).ToRows(index.Length));
        Assert.Equal(6, Feature<double>.OneHot([0, 2], 3).ToRows(2).Length);
    }

    [Fact]
    public void WeightsMayBeTooLarge() => Refuses("AToB", "40,000,000,000 bytes", () =>
        new EdgeStore<float>(new LayerUnits().Input("A", 100_000).Output("B", 100_000)).Edge("AToB", "A", "B"));

    [Fact]
    public void ALogMayBeTooLong() => Refuses("Epochs", "25,769,803,764 bytes", () =>
        TrainingLoop.Run(new TrainingOptions { Epochs = int.MaxValue, StepSize = 1 }, new TrainingRun
        {
            Datapoints = 1,
            ZeroLoss = 1,
            Method = TrainingMethod.Batch,
            MethodReason = "",
            Step = _ => throw new InvalidOperationException("No step is made."),
        }));

    [Theory]
    [InlineData(int.MaxValue, 1_000_000)]
    [InlineData(int.MaxValue, int.MaxValue)]
    [InlineData(2_000_000_000, 1_000_000_000)]
    public void ALongTrainingThatIsHardlyLoggedFits(int epochs, int every) => Assert.Throws<NotImplementedException>(() =>
        TrainingLoop.Run(new TrainingOptions { Epochs = epochs, StepSize = 1, RecordEvery = every }, new TrainingRun
        {
            Datapoints = 1,
            ZeroLoss = 1,
            Method = TrainingMethod.Batch,
            MethodReason = "",
            Step = _ => throw new NotImplementedException(),
        }));

    private static void Refuses(string parameter, string bytes, Action action)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        Stopwatch watch = Stopwatch.StartNew();
        ArgumentException refused = Assert.Throws<ArgumentException>(action);
        Assert.Equal(parameter, refused.ParamName);
        Assert.Contains(bytes, refused.Message, StringComparison.Ordinal);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 200_000_000);
    }
}
