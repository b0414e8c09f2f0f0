using System.Globalization;

namespace GateDsl.Identifying;

/// <summary>The layers that declare some modules: a bank where a set of them is exactly one, a layer for each of the others.</summary>
/// <param name="Space">What gates read.</param>
/// <param name="Wordings">The gate of each module.</param>
/// <param name="Layers">In the order of their first modules.</param>
/// <param name="GateInput">The name of the gates that come with the data; null: there are none.</param>
internal sealed record DeclarationPlan(
    IndexSpace Space, IReadOnlyList<GateWording> Wordings, IReadOnlyList<PlannedLayer> Layers, string? GateInput)
{
    private const int MostNamedValues = 4;

    /// <summary>Plans the layers.</summary>
    /// <param name="space">What gates read.</param>
    /// <param name="wordings">The gate of each module, in the order that they are to be declared.</param>
    public static DeclarationPlan Of(IndexSpace space, IReadOnlyList<GateWording> wordings)
    {
        List<PlannedLayer> layers = [];
        HashSet<string> names = new([.. space.Taken], StringComparer.Ordinal);
        bool[] planned = new bool[wordings.Count];
        for (int m = 0; m < wordings.Count; m++)
        {
            if (planned[m])
            {
                continue;
            }

            PlannedLayer layer = BankOf(space, wordings, m) ?? new(NameOf(space, wordings[m]), [m], null, 0);
            layers.Add(layer with { Name = Free(layer.Name, names) });
            foreach (int module in layer.Modules)
            {
                planned[module] = true;
            }
        }

        return new(space, wordings, layers, wordings.Any(wording => wording.Number is not null) ? Free("Open", names) : null);
    }

    /// <summary>Whether something in the class has this name, so that the class cannot.</summary>
    public bool Has(string name) => name == GateInput || Space.Taken.Contains(name) || Layers.Any(layer => layer.Name == name || RuleOf(layer.Name) == name);

    /// <summary>The name of a module: its layer's, with the copy's number in a bank.</summary>
    public string NameOf(int module)
    {
        PlannedLayer layer = Layers.First(candidate => candidate.Modules.Contains(module));
        return layer.BankIndex is null
            ? layer.Name
            : string.Create(CultureInfo.InvariantCulture, $"{layer.Name}[{Array.IndexOf(layer.Modules, module)}]");
    }

    // All subsets of one size of an index, copies in lexicographic order, as OnePer and OnePerSubset have them.
    private static PlannedLayer? BankOf(IndexSpace space, IReadOnlyList<GateWording> wordings, int first)
    {
        if (wordings[first].ActiveIn is not [(int index, int[] values)])
        {
            return null;
        }

        int[] copies = [.. Enumerable.Range(0, wordings.Count)
            .Where(m => wordings[m].ActiveIn is [(int i, int[] v)] && i == index && v.Length == values.Length)
            .OrderBy(m => wordings[m].ActiveIn![0].Values, Lexicographic.Instance)];
        return copies.Length == Subsets(space.Sizes[index], values.Length)
            ? new(BankName(space, index, values.Length), copies, index, values.Length)
            : null;
    }

    private static string BankName(IndexSpace space, int index, int size)
    {
        string kind = size switch { 1 => "Singles", 2 => "Pairs", 3 => "Triples", _ => string.Create(CultureInfo.InvariantCulture, $"SetsOf{size}") };
        return index == space.Names.Length - 1 ? kind : space.Names[index] + kind;
    }

    private static string NameOf(IndexSpace space, GateWording wording) => wording.ActiveIn switch
    {
        { Count: 0 } => "Common",
        null when wording.Number is { } number => string.Create(CultureInfo.InvariantCulture, $"Gated{number}"),
        { } lists when lists.All(list => list.Values.Length <= MostNamedValues) => string.Concat(lists.Select(list =>
            space.Names[list.Index] + string.Join("And", list.Values.Select(value => value.ToString(CultureInfo.InvariantCulture))))),
        _ => "Mixed",
    };

    /// <summary>The name of the rule that says where a layer is on.</summary>
    public static string RuleOf(string layer) => layer + "IsOn";

    // Free for a layer and for its rule.
    private static string Free(string name, HashSet<string> names)
    {
        string free = name;
        for (int number = 2; names.Contains(free) || names.Contains(RuleOf(free)); number++)
        {
            free = string.Create(CultureInfo.InvariantCulture, $"{name}Nr{number}");
        }

        names.UnionWith([free, RuleOf(free)]);
        return free;
    }

    private static double Subsets(int count, int size) => Enumerable.Range(0, size).Aggregate(1.0, (product, i) => product * (count - i) / (i + 1));

    private sealed class Lexicographic : IComparer<int[]>
    {
        public static readonly Lexicographic Instance = new();

        public int Compare(int[]? a, int[]? b) =>
            a!.Zip(b!, (x, y) => x.CompareTo(y)).FirstOrDefault(order => order != 0);
    }
}

/// <summary>A hidden layer or bank of the declaration.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Modules">The modules, in the order of the copies of a bank.</param>
/// <param name="BankIndex">The index that a bank is over; null: a layer.</param>
/// <param name="SubsetSize">Values at which a copy is on.</param>
internal sealed record PlannedLayer(string Name, int[] Modules, int? BankIndex, int SubsetSize);
