using System.Collections;
using GateDsl.Generators.Model;
using GateDsl.Generators.Parsing;
using GateDsl.Generators.Planning;
using GateDsl.Generators.Planning.Maps;
using GateDsl.Generators.Tests.Support;
using Microsoft.CodeAnalysis.CSharp;

namespace GateDsl.Generators.Tests.Planning;

/// <summary>How wide, how many and how long what is planned may be, at the bound and one beyond it.</summary>
public class PlannedLimitsTests
{
    private const string Item = "[OneHotInput(4)] public partial Layer Item { get; } ";

    /// <summary>As many blocks of 64 datapoints as keep activations and errors of all units within 131072 numbers, but one at least and four at most.</summary>
    [Theory]
    [InlineData(10, 6, 0, 256)]
    [InlineData(250, 6, 0, 256)]
    [InlineData(250, 7, 0, 192)]
    [InlineData(335, 6, 0, 192)]
    [InlineData(335, 7, 0, 128)]
    [InlineData(506, 6, 0, 128)]
    [InlineData(506, 7, 0, 64)]
    [InlineData(50_000, 6, 0, 64)]
    [InlineData(10, 6, 250, 256)]
    [InlineData(10, 6, 251, 192)]
    [InlineData(506, 7, 20, 64)]
    public void ABlockOfDatapointsKeepsTheUnitsOfTheWiderNetworkInTheCache(int hidden, int outputs, int twin, int expected) => Assert.Equal(
        expected,
        Plan(Item + $"[Hidden({hidden}), From(nameof(Item))] public partial Layer H {{ get; }} [Output({outputs}), From(nameof(H))] public partial Layer Out {{ get; }}",
            twin == 0 ? "" : $", ReluTwin({twin})").BlockSize);

    /// <summary>The bank has 256 maps, its output 256 more: one for each value.</summary>
    [Theory]
    [InlineData("nameof(Own)", false)]
    [InlineData("nameof(Own), nameof(Item)", true)]
    public void ThereAreUpTo512Maps(string sources, bool isRefused)
    {
        NetworkPlan network = Plan(Item + "[Selector(256)] public partial Selector Context { get; } "
            + $"[Hidden(1), From(nameof(Item)), OnePer(nameof(Context))] public partial LayerBank Own {{ get; }} [Output(2), From({sources})] public partial Layer Out {{ get; }}").Network;

        Assert.Equal(isRefused ? null : 512, network.Statistics?.Maps.Count);
        Assert.Equal(isRefused ? "The paths have more than 512 distinct combinations of input, module and gate." : null, network.NoStatistics);
    }

    /// <summary>256 ways of 16 edges each, every edge with its 16 factors: 65536.</summary>
    [Theory]
    [InlineData(15, true)]
    [InlineData(16, false)]
    public void PathwaysAreSoLongThatTheirFactorsCanBeWritten(int layers, bool hasRace)
    {
        string first = Layers("A", 16, "nameof(Item)"), second = Layers("B", 16, Names("A", 16)), before = Names("B", 16);
        string rest = string.Concat(Enumerable.Range(0, layers - 2).Select(i => Layers($"L{i}x", 1, i == 0 ? before : $"nameof(L{i - 1}x0)")));
        CompilationPlan plan = Plan(Item + first + second + rest + $"[Output(2), From(nameof(L{layers - 3}x0))] public partial Layer Out {{ get; }}");

        Assert.Equal(hasRace ? null : "The network's pathways are too long: Eq. 6 would have more than 65536 factors.", plan.NoRace);

        static string Names(string name, int count) => string.Join(", ", Enumerable.Range(0, count).Select(i => $"nameof({name}{i})"));
        static string Layers(string name, int count, string from) =>
            string.Concat(Enumerable.Range(0, count).Select(i => $"[Hidden(1), From({from})] public partial Layer {name}{i} {{ get; }} "));
    }

    /// <summary>
    /// One hidden layer is as wide in its race as all that it touches, also where it is declared narrower; more than one are never wider than declared.
    /// </summary>
    [Theory]
    [InlineData("")]
    [InlineData(", Loss = OutputLoss.CrossEntropy")]
    public void OnlyOneHiddenLayerIsWiderInItsRaceThanDeclared(string loss)
    {
        Assert.Equal([10], Widths("[Hidden(3), From(nameof(Item))] public partial Layer H { get; }"));
        Assert.Equal([10], Widths("[Hidden(30), From(nameof(Item))] public partial Layer H { get; }"));
        Assert.Equal([3, 5],
            Widths("[Hidden(3), From(nameof(Item))] public partial Layer L { get; } [Hidden(5), From(nameof(L))] public partial Layer H { get; }"));
        Assert.Equal([9, 11],
            Widths("[Hidden(30), From(nameof(Item))] public partial Layer L { get; } [Hidden(5), From(nameof(L))] public partial Layer H { get; }",
                narrowed: 5));

        IEnumerable<int> Widths(string hidden, int narrowed = 0)
        {
            CompilationPlan plan = Plan(Item + hidden + $"[Output(6{loss}), From(nameof(H))] public partial Layer Out {{ get; }}");
            NetworkPlan raced = plan.Race?.Narrow ?? plan.BatchRace!;
            Assert.Equal(loss.Length == 0, plan.BatchRace is null);
            Assert.All(raced.Modules.SelectMany(module => module.Edges.Select(edge => (edge, module))),
                pair => Assert.Equal(pair.module.Units, pair.edge.Targets));
            return raced.HiddenModules.Select(module => narrowed > 0 && module.Layer == "H" ? module.Units + 6 : module.Units);
        }
    }

    [Fact]
    public void NoLayerIsWiderInItsRaceThanALayerMayBe() => Assert.Equal(
        [Limits.Units],
        Plan("[Input(900000)] public partial Layer X { get; } [Hidden(2), From(nameof(X))] public partial Layer H { get; } "
            + "[Output(200000, Loss = OutputLoss.CrossEntropy), From(nameof(H))] public partial Layer Out { get; }").BatchRace!.HiddenModules.Select(module => module.Units));

    /// <summary>
    /// Where copies of a bank are never on with what reads them, their maps are as many as there are, and in no array that begins at the first copy.
    /// </summary>
    [Theory]
    [InlineData("0, 1", "01")]
    [InlineData("0, 2", "")]
    [InlineData("1, 2", "")]
    [InlineData("0", "")]
    public void MapsOfCopiesAreAnArrayOnlyWhereNoneIsMissing(string values, string expected)
    {
        NetworkPlan network =
            Plan(Item + "[OneHotInput(3)] public partial Layer Context { get; } [Hidden(5), From(nameof(Item)), OnePer(nameof(Context))] public partial LayerBank Own { get; } "
            + $"[Output(6), From(nameof(Own)), ActiveIn(nameof(Context), {values})] public partial Layer Out {{ get; }}").Network;
        Dictionary<MapId, MapMember> members = MapMembers.Of(network.Modules, network.Statistics!);

        Assert.Equal(expected, string.Concat(network.Statistics!.Maps.Where(map => map.Module.Layer == "Out").Select(map => members[map.Id].Copy)));
        Assert.Equal(expected, string.Concat(network.Statistics.Maps.Where(map => map.Module.Layer != "Out").Select(map => members[map.Id].Copy)));
        Assert.Equal(members.Count, members.Values.Select(member => member.Name).Distinct().Count());
    }

    /// <summary>
    /// Twelve layers of three, each read by all three behind it, end nowhere: each module is looked at once, not once for each of the 3^12 ways to it.
    /// </summary>
    [Fact]
    public void WhatCanReachNoOutputIsFoundOut()
    {
        Module[] all = [.. Enumerable.Range(0, 36).Select(i => new Module(i / 3, i % 3))];
        Readers readers = new(
            all.ToDictionary(module => module.Id, module => all.Where(other => other.Level == module.Level + 1).Select(other => other.Plan).ToArray()));
        OutputReach reach = new(readers);

        Assert.False(reach.IsOpen(all[0].Id, Gate.Always));
        Assert.Equal(34, readers.Asked);
        Assert.False(reach.IsOpen(all[4].Id, Gate.Always));
        Assert.Equal(34, readers.Asked);
    }

    private static CompilationPlan Plan(string members, string attributes = "")
    {
        CSharpCompilation declared = InMemory.Compile($"[GatedNetwork{attributes}] public partial class Net {{ {members} }}");
        return CompilationPlan.Of(NetworkParser.Parse(InMemory.FindClass(declared), declared, default).Model!, []);
    }

    private sealed record Module(int Level, int Place)
    {
        public ModuleId Id => new($"L{Level}", Place);

        public ModulePlan Plan => new(Id, $"L{Level}{Place}", 1, IsOutput: false, IsSelfGated: false, Gate.Always, []);
    }

    private sealed class Readers(Dictionary<ModuleId, ModulePlan[]> readers) : ILookup<ModuleId, ModulePlan>
    {
        public int Asked { get; private set; }

        public int Count => readers.Count;

        public IEnumerable<ModulePlan> this[ModuleId key]
        {
            get
            {
                // Enough to tell the difference, and an end to it.
                Assert.True(++Asked < 100);
                return readers[key];
            }
        }

        public bool Contains(ModuleId key) => readers.ContainsKey(key);

        public IEnumerator<IGrouping<ModuleId, ModulePlan>> GetEnumerator() => throw new NotSupportedException();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
