using System.Globalization;

namespace GateDsl.Identifying;

/// <summary>
/// A gate as a person would write it: always on, restricted to values of some indices (<c>ActiveIn</c>), or a rule over them, whichever needs the
/// fewest constants. Combinations that no datapoint has follow what is written.
/// </summary>
internal sealed class GateWording
{
    /// <summary>Values that <c>ActiveIn</c> lists before a rule is easier to read.</summary>
    private const int MostListed = 12;

    private const int MostLine = 110;

    private readonly IndexSpace _space;
    private readonly Box[] _boxes;
    private readonly bool _isNegated;
    private readonly (int Index, bool[] Holds)[][] _conditions;
    private readonly string _description = "";

    private GateWording(IndexSpace space, Box[] boxes, bool isNegated)
    {
        (_space, _boxes, _isNegated) = (space, boxes, isNegated);
        _conditions = [.. boxes.Select(box => box.Restricted(space).Select(i => (i, ValueText.Where(box.Allowed[i], space.Seen[i], isNegated))).ToArray())];
        int[] restricted = [.. boxes.SelectMany(box => box.Restricted(space)).Distinct().Order()];
        Indices = restricted;
        if (!isNegated && boxes.Length == 1)
        {
            (int Index, int[] Values)[] lists = [.. restricted.Select(i => (i, ValueText.Values(boxes[0].Allowed[i], space.Seen[i])))];
            ActiveIn = lists.Sum(list => list.Values.Length) <= MostListed ? lists : null;
        }
    }

    private GateWording(IndexSpace space, int number, string description)
    {
        (_space, _boxes, _isNegated, _conditions) = (space, [], false, []);
        (Indices, Number, _description) = ([], number, description);
    }

    /// <summary>Which of the gates that come with the data it is, from 0; null: it can be told by the indices.</summary>
    public int? Number { get; }

    /// <summary>The indices that it reads.</summary>
    public int[] Indices { get; }

    /// <summary>By index the values where it is on, and-ed; empty: always on; null: it is a rule.</summary>
    public IReadOnlyList<(int Index, int[] Values)>? ActiveIn { get; }

    public bool IsAlwaysOn => ActiveIn is { Count: 0 };

    /// <summary>The gate in words.</summary>
    public string Description => Number is not null ? _description : ActiveIn switch
    {
        { Count: 0 } => "always on",
        { } lists when lists.Count == _space.Names.Length && lists.Count > 1 && lists.All(list => list.Values.Length == 1) =>
            $"the single datapoint ({string.Join(", ", lists.Select(list => Part(list.Index, list.Values)))})",
        { } lists => string.Join(" and ", lists.Select(list => Part(list.Index, list.Values))),
        _ => RuleBody().Replace("\n", " ", StringComparison.Ordinal),
    };

    /// <summary>The wording of a gate that is on somewhere.</summary>
    /// <param name="space">What it can read.</param>
    /// <param name="gate">One entry per datapoint; equal where all indices are.</param>
    public static GateWording Of(IndexSpace space, IReadOnlyList<bool> gate)
    {
        int[][] on = space.Where(gate, isOn: true);
        int[][] off = space.Where(gate, isOn: false);
        Box[] plain = BoxCover.Of(space, on, off);
        if (plain.Length == 1)
        {
            return new(space, plain, isNegated: false);
        }

        Box[] negated = BoxCover.Of(space, off, on);
        return CostOf(negated, space) < CostOf(plain, space) ? new(space, negated, isNegated: true) : new(space, plain, isNegated: false);
    }

    /// <summary>The wordings of gates of which only the datapoints are known where they are on; numbered but for the one that is always on.</summary>
    /// <param name="space">What gates read.</param>
    /// <param name="gates">One entry per datapoint each.</param>
    public static GateWording[] Numbered(IndexSpace space, IReadOnlyList<IReadOnlyList<bool>> gates)
    {
        int numbered = 0;
        return [.. gates.Select(gate => gate.Contains(false)
            ? Numbered(space, numbered++, gate)
            : new(space, [Box.Whole(space)], isNegated: false))];
    }

    private static GateWording Numbered(IndexSpace space, int number, IReadOnlyList<bool> gate) => new(
        space, number,
        string.Create(CultureInfo.InvariantCulture, $"gate {number} of the data, open at {gate.Count(on => on)} of {gate.Count} datapoints"));

    /// <summary>Whether the gate, as written, is on at a combination of values; no datapoint need have them.</summary>
    public bool IsOn(int[] point) =>
        ActiveIn is { } lists ? lists.All(list => list.Values.Contains(point[list.Index]))
        : _isNegated ? _conditions.All(box => box.Any(condition => condition.Holds[point[condition.Index]]))
        : _conditions.Any(box => box.All(condition => condition.Holds[point[condition.Index]]));

    /// <summary>The body of a rule over parameters named like the indices in camelCase; \n before the terms of a long one.</summary>
    public string RuleBody()
    {
        string[] terms = [.. _boxes.Select(box => Term(box))];
        string separator = _isNegated ? " && " : " || ";
        string line = string.Join(separator, terms);
        return line.Length <= MostLine ? line : string.Join("\n" + separator.TrimStart(), terms);
    }

    /// <summary>The parameters of a rule: "int item, int context".</summary>
    public string Parameters() => string.Join(", ", Indices.Select(i => "int " + Parameter(_space.Names[i])));

    private static int CostOf(Box[] boxes, IndexSpace space) => boxes.Sum(box => (100 * ValueText.Cost(box, space)) + 1);

    private static string Parameter(string name)
    {
        string camel = char.ToLowerInvariant(name[0]) + name[1..];
        return Keywords.Contains(camel) ? "@" + camel : camel;
    }

    // Negated, a box is left by one of its conditions: an or of their opposites.
    private string Term(Box box)
    {
        string[] conditions = [.. box.Restricted(_space).Select(i =>
            ValueText.CSharp(Parameter(_space.Names[i]), box.Allowed[i], _space.Seen[i], _isNegated))];
        string joined = string.Join(_isNegated ? " || " : " && ", conditions);
        return conditions.Length > 1 && _boxes.Length > 1 ? $"({joined})" : joined;
    }

    private string Part(int index, int[] values) => string.Create(CultureInfo.InvariantCulture, $"{_space.Names[index]} {ValueText.Words(values)}");

    private static readonly HashSet<string> Keywords =
    [
        "abstract", "as", "base", "bool", "break", "byte", "case", "catch", "char", "checked", "class", "const", "continue", "decimal", "default",
        "delegate", "do", "double", "else", "enum", "event", "explicit", "extern", "false", "finally", "fixed", "float", "for", "foreach", "goto",
        "if", "implicit", "in", "int", "interface", "internal", "is", "lock", "long", "namespace", "new", "null", "object", "operator", "out",
        "override", "params", "private", "protected", "public", "readonly", "ref", "return", "sbyte", "sealed", "short", "sizeof", "stackalloc",
        "static", "string", "struct", "switch", "this", "throw", "true", "try", "typeof", "uint", "ulong", "unchecked", "unsafe", "ushort", "using",
        "virtual", "void", "volatile", "while",
    ];
}
