using GateDsl.Generators.Model;
using GateDsl.Generators.Planning.Program;

namespace GateDsl.Generators.Tests.Planning;

/// <summary>Loops and parts of planned methods: neither changes which calls there are, nor their order.</summary>
public class ProgramTests
{
    [Fact]
    public void GroupsThatDifferInACopyBecomeALoop()
    {
        EquatableArray<CallGroup> rolled = LoopRoller.Roll([Group("A", 0), Group("A", 1), Group("A", 2)]);

        Assert.Equal(new LoopRange(0, 2), Assert.Single(rolled).Loop);
    }

    [Fact]
    public void ALoopMayRunDownwards() => Assert.Equal(new LoopRange(2, 0), Assert.Single(LoopRoller.Roll([Group("A", 2), Group("A", 1), Group("A", 0)])).Loop);

    [Fact]
    public void WhatIsNotInRowStaysWrittenOut() => Assert.All(LoopRoller.Roll([Group("A", 0), Group("A", 2), Group("B", 3)]), group => Assert.Null(group.Loop));

    [Fact]
    public void UnrolledAgainTheCallsAreTheSameInTheSameOrder()
    {
        CallGroup[] groups = [Group("B", 0), .. Enumerable.Range(0, 5).Select(k => Group("A", k)), Group("A", 0), Group("C", 1), Group("C", 0)];

        Assert.Equal(groups.SelectMany(group => group.Calls).Select(Text), LoopRoller.Roll(groups).SelectMany(Unrolled));
    }

    [Fact]
    public void PartsOfALongMethodAreTheWholeMethod()
    {
        CallGroup[] groups = [.. Enumerable.Range(0, 1000).Select(k => Group($"M{k}", k))];
        IReadOnlyList<IReadOnlyList<CallGroup>> parts = MethodSplitter.Split(groups);

        Assert.True(parts.Count > 1);
        Assert.Equal(groups, parts.SelectMany(part => part));
    }

    private static CallGroup Group(string member, int copy) =>
        new(["to ", new Operand("", member, [copy])], [new KernelCall("Add", [new Operand("w", member, [copy]), new Operand("on", "Always", [])])]);

    private static string Text(KernelCall call) => string.Join(", ", call.AllOperands.Select(operand => $"{operand.Member}{string.Concat(operand.Position.Select(k => $"[{k}]"))}"));

    private static IEnumerable<string> Unrolled(CallGroup group)
    {
        if (group.Loop is not { } loop)
        {
            return group.Calls.Select(Text);
        }

        int step = loop.First <= loop.Last ? 1 : -1;
        return Enumerable.Range(0, Math.Abs(loop.Last - loop.First) + 1).SelectMany(n => group.Calls.Select(call => Text(call.Map(operand =>
            operand.Looped < 0 ? operand : operand with { Position = [loop.First + (n * step)] }))));
    }
}
