using GateDsl.Identifying;

namespace GateDsl.Tests.Identifying.Declaring;

/// <summary>How modules are laid out as layers and banks, and what these are called.</summary>
public sealed class DeclarationPlanTests
{
    /// <summary>All gates of the same number of values of one index are a bank, copies by their values; without one of them they are layers.</summary>
    [Theory]
    [InlineData(2, 1, "Singles")]
    [InlineData(4, 1, "Singles")]
    [InlineData(4, 2, "Pairs")]
    [InlineData(5, 3, "Triples")]
    [InlineData(5, 4, "SetsOf4")]
    public void AllSetsOfOneSizeAreABank(int values, int size, string expected)
    {
        int[][] sets = [.. Sets(values, size)];
        foreach (bool isLast in new[] { true, false })
        {
            IndexSpace space = isLast ? Space(("Item", 2), ("Context", values)) : Space(("Item", values), ("Context", 2));
            int index = isLast ? 1 : 0;
            int[] shuffled = [.. Enumerable.Range(0, sets.Length)];
            new Random(values).Shuffle(shuffled);
            GateWording[] wordings = [On(space, index, [.. Enumerable.Range(0, values)]), .. shuffled.Select(set => On(space, index, sets[set]))];

            DeclarationPlan plan = DeclarationPlan.Of(space, wordings);

            Assert.Equal(["Common", (isLast ? "" : "Item") + expected], plan.Layers.Select(layer => layer.Name));
            Assert.Equal((null, index, size), (plan.Layers[0].BankIndex, plan.Layers[1].BankIndex, plan.Layers[1].SubsetSize));
            Assert.Equal(Enumerable.Range(0, sets.Length).Select(set => 1 + Array.IndexOf(shuffled, set)), plan.Layers[1].Modules);
            Assert.All(Enumerable.Range(0, sets.Length), module => Assert.Equal(
                $"{(isLast ? "" : "Item")}{expected}[{shuffled[module]}]", plan.NameOf(module + 1)));
            DeclarationPlan without = DeclarationPlan.Of(space, wordings[..^1]);
            Assert.All(without.Layers, layer => Assert.Null(layer.BankIndex));
            Assert.Equal(sets.Length, without.Layers.Count);
        }
    }

    /// <summary>A bank is over all values of its index; where no datapoint has one of them its copies cannot be known.</summary>
    [Fact]
    public void OverValuesThatNoDatapointHasThereIsNoBank()
    {
        IndexSpace space = IndexSpace.Of(IdentificationData.Of(4).OneHot("Item", 2, [0, 1, 0, 1]).OneHot("Context", 3, [0, 0, 1, 1]));

        DeclarationPlan plan = DeclarationPlan.Of(space, [On(space, 1, [0]), On(space, 1, [1])]);

        Assert.Equal(["Context0", "Context1"], plan.Layers.Select(layer => layer.Name));
    }

    /// <summary>Gates of several indices are none of a bank over one of them; sizes are kept apart.</summary>
    [Fact]
    public void OtherGatesStandBesideABank()
    {
        IndexSpace space = Space(("Item", 2), ("Context", 2));
        GateWording[] wordings =
            [Where(space, point => point[0] == 1 && point[1] == 0), On(space, 1, [1]), On(space, 0, [0]), On(space, 1, [0]), On(space, 1, [0, 1])];

        DeclarationPlan plan = DeclarationPlan.Of(space, wordings);

        Assert.Equal(["Item1Context0", "Singles", "Item0", "Common"], plan.Layers.Select(layer => layer.Name));
        Assert.Equal(["Item1Context0", "Singles[1]", "Item0", "Singles[0]", "Common"], Enumerable.Range(0, 5).Select(plan.NameOf));
        Assert.Equal(wordings, plan.Wordings);
    }

    /// <summary>Sets of different sizes are no copies of one bank, though they be as many as it has, or stand beside it.</summary>
    [Fact]
    public void SetsOfDifferentSizesAreNoBank()
    {
        IndexSpace space = Space(("Item", 2), ("Context", 3));

        DeclarationPlan three = DeclarationPlan.Of(space, [On(space, 1, [0]), On(space, 1, [1]), On(space, 1, [0, 1])]);
        DeclarationPlan four = DeclarationPlan.Of(space, [On(space, 1, [0, 1]), On(space, 1, [0]), On(space, 1, [1]), On(space, 1, [2])]);

        Assert.Equal(["Context0", "Context1", "Context0And1"], three.Layers.Select(layer => layer.Name));
        Assert.Equal(["Context0And1", "Singles"], four.Layers.Select(layer => layer.Name));
    }

    /// <summary>A name lists up to four values of each index; with more, or where the gate is a rule, it is Mixed.</summary>
    [Fact]
    public void NamesListUpToFourValues()
    {
        IndexSpace space = Space(("Item", 7), ("Context", 2));
        GateWording[] wordings =
        [
            On(space, 0, [1, 2, 4, 6]), On(space, 0, [0, 1, 2, 4, 6]), Where(space, point => point[0] is 0 or 3 or 5 && point[1] == 1),
            Where(space, point => point[0] == 2 || point[1] == 1),
        ];

        DeclarationPlan plan = DeclarationPlan.Of(space, wordings);

        Assert.Equal(["Item1And2And4And6", "Mixed", "Item0And3And5Context1", "MixedNr2"], plan.Layers.Select(layer => layer.Name));
        Assert.Null(plan.GateInput);
    }

    /// <summary>A layer's name is free for its rule too; of several the second is numbered 2, the next 3. The class may have none of them.</summary>
    [Fact]
    public void NamesThatAreTakenAreNumbered()
    {
        IndexSpace space = IndexSpace.Of(IdentificationData.Of(4).OneHot("MixedIsOn", 2, [0, 1, 0, 1]).OneHot("Open", 2, [0, 0, 1, 1]));
        GateWording mixed = Where(space, point => point[0] == 1 || point[1] == 1);

        DeclarationPlan plan = DeclarationPlan.Of(space, [mixed, mixed, mixed]);
        DeclarationPlan numbered =
            DeclarationPlan.Of(space, GateWording.Numbered(space, [[true, true, true, false], [true, true, true, true], [true, false, true, false]]));

        Assert.Equal(["MixedNr2", "MixedNr3", "MixedNr4"], plan.Layers.Select(layer => layer.Name));
        Assert.Equal(["Gated0", "Common", "Gated1"], numbered.Layers.Select(layer => layer.Name));
        Assert.Equal("OpenNr2", numbered.GateInput);
        Assert.All(new[] { "MixedNr3", "MixedNr3IsOn", "MixedIsOn", "Open" }, name => Assert.True(plan.Has(name), name));
        Assert.All(new[] { "Gated1", "Gated0IsOn", "OpenNr2" }, name => Assert.True(numbered.Has(name), name));
        Assert.All(new[] { "Mixed", "MixedNr5", "OpenNr2" }, name => Assert.False(plan.Has(name), name));
    }

    private static GateWording On(IndexSpace space, int index, int[] values) => Where(space, point => values.Contains(point[index]));

    private static GateWording Where(IndexSpace space, Predicate<int[]> isOn) => GateWording.Of(space, [.. space.Points.Select(point => isOn(point))]);

    private static IEnumerable<int[]> Sets(int values, int size) => size == 0 ? [[]]
        : Sets(values, size - 1)
            .SelectMany(set => Enumerable.Range(set.Length == 0 ? 0 : set[^1] + 1, values - (set.Length == 0 ? 0 : set[^1] + 1))
                .Select(next => (int[])[.. set, next]));

    private static IndexSpace Space((string Name, int Size) first, (string Name, int Size) second)
    {
        int count = first.Size * second.Size;
        return IndexSpace.Of(IdentificationData.Of(count)
            .OneHot(first.Name, first.Size, [.. Enumerable.Range(0, count).Select(n => n % first.Size)])
            .OneHot(second.Name, second.Size, [.. Enumerable.Range(0, count).Select(n => n / first.Size)]));
    }
}
