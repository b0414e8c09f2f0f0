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

    [Fact]
    public void OnlyTheIndexThatRunsIsTheVariable()
    {
        EquatableArray<CallGroup> rolled = LoopRoller.Roll([Pair(2, 0), Pair(2, 1), Pair(2, 2)]);

        Operand operand = Assert.Single(Assert.Single(Assert.Single(rolled).Calls).Operands);
        Assert.Equal("AToB[2][k]", operand.Indexed(name => name));
    }

    [Fact]
    public void AMatrixThatAllCopiesReadStaysItself()
    {
        CallGroup rolled = Assert.Single(LoopRoller.Roll([Group("A", 0), Group("A", 1)]));

        Assert.Equal(["A[k]", "Always", "A[k]"], rolled.Operands.Select(operand => operand.Indexed(name => name)));
    }

    [Fact]
    public void CallsWithAnotherKernelOrFactorAreNoLoop()
    {
        CallGroup first = Group("A", 0);
        CallGroup second = Group("A", 1);
        KernelCall call = second.Calls[0];

        Assert.Equal(2, LoopRoller.Roll([first, second with { Calls = [call with { Kernel = "Set" }] }]).Count);
        Assert.Equal(2, LoopRoller.Roll([first, second with { Calls = [call with { Factor = "eta" }] }]).Count);
        Assert.Equal(2, LoopRoller.Roll([first, second with { Formula = ["from ", second.Formula[1]] }]).Count);
    }

    [Fact]
    public void TwoIndicesThatRunApartAreNoLoop() => Assert.Equal(2, LoopRoller.Roll([Pair(0, 1), Pair(1, 2)]).Count);

    [Fact]
    public void TwoIndicesThatRunTogetherAreNoLoop() => Assert.Equal(2, LoopRoller.Roll([Pair(0, 0), Pair(1, 1)]).Count);

    [Fact]
    public void OneHotOperandsRunToo()
    {
        CallGroup rolled = Assert.Single(LoopRoller.Roll([.. Enumerable.Range(0, 3).Select(k => new CallGroup([], [Column(k)]))]));

        Assert.Equal(["W[k]", "X", "H[k]"], rolled.Calls[0].AllOperands.Select(operand => operand.Indexed(name => name)));
    }

    [Fact]
    public void AGroupThatIsTooLongIsCutUnderTheSameFormula()
    {
        CallGroup group = new(["to A"], Enumerable.Range(0, 1000).Select(k => new KernelCall("Add", [new Operand("w", $"M{k}", [])])).ToEquatableArray());
        IReadOnlyList<IReadOnlyList<CallGroup>> parts = MethodSplitter.Split([group]);

        Assert.True(parts.Count > 1);
        Assert.Equal(group.Calls, parts.SelectMany(part => part).SelectMany(some => some.Calls));
        Assert.All(parts.SelectMany(part => part), some => Assert.Equal(group.Formula, some.Formula));
    }

    [Fact]
    public void ALoopIsNotCut()
    {
        IEnumerable<KernelCall> calls = Enumerable.Range(0, 1000).Select(k => new KernelCall("Add", [new Operand("w", $"M{k}", [])]));
        CallGroup group = new CallGroup([], calls.ToEquatableArray()) with { Loop = new LoopRange(0, 1) };

        Assert.Same(group, Assert.Single(Assert.Single(MethodSplitter.Split([group]))));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(1000, 6)]
    public void StatementsAreSplitByWhatTheyLoad(int statements, int parts)
    {
        // 10 bytes of IL each, and 30 for every operand.
        IReadOnlyList<IReadOnlyList<int>> split = MethodSplitter.Split(Enumerable.Range(0, statements), _ => 2);

        Assert.Equal(parts, split.Count);
        Assert.Equal(Enumerable.Range(0, statements), split.SelectMany(part => part));
    }

    /// <summary>Each part is full and not longer than it may be, a one-hot edge being three operands: its weights, its input and their pair.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(9)]
    public void OneHotEdgesCountAsWhatTheyLoad(int edges)
    {
        Random random = new(edges);
        CallGroup[] groups =
        [
            .. Enumerable.Range(0, 300)
                .Select(k => new CallGroup(
                    [], [Column(k) with { OneHot = Enumerable.Repeat(Column(k).OneHot[0], random.Next(edges + 1)).ToEquatableArray() }])),
        ];

        int[][] parts = [.. MethodSplitter.Split(groups).Select(part => part.Select(group => 10 + (30 * (2 + (3 * group.Calls[0].OneHot.Count)))).ToArray())];

        Assert.Equal(groups.Length, parts.Sum(part => part.Length));
        Assert.All(parts, part => Assert.InRange(part.Sum(), 1, MethodSplitter.MostBytes));
        Assert.All(parts.Zip(parts.Skip(1)), pair => Assert.True(pair.First.Sum() + pair.Second[0] > MethodSplitter.MostBytes));
    }

    private static CallGroup Pair(int i, int j) => new([], [new KernelCall("Add", [new Operand("w", "AToB", [i, j])])]);

    private static KernelCall Column(int k) => new("AddToColumns", [new Operand("h", "H", [k])])
    {
        OneHot = [new OneHotOperand(new Operand("w", "W", [k]), new Operand("x", "X", []))],
    };

    private static CallGroup Group(string member, int copy) =>
        new(["to ", new Operand("", member, [copy])], [new KernelCall("Add", [new Operand("w", member, [copy]), new Operand("on", "Always", [])])]);

    private static string Text(KernelCall call) =>
        string.Join(", ", call.AllOperands.Select(operand => $"{operand.Member}{string.Concat(operand.Position.Select(k => $"[{k}]"))}"));

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
