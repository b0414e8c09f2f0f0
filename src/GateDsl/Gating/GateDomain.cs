using System.Globalization;
using GateDsl.Gating;

namespace GateDsl;

/// <summary>
/// The datapoints that gates are functions of: every combination of one-hot inputs and selectors, the first outermost (most significant),
/// with their network inputs, all input layers together in the order they were added. Immutable: each method returns a larger domain.
/// </summary>
/// <example><code>
/// var domain = GateDomain.Empty.OneHot("Item", 8).OneHot("Context", 3);
/// GateProof proof = domain.Decide(n => domain.Value(n, "Context") != 2);
/// </code></example>
public sealed class GateDomain
{
    private readonly Entry[] _entries;
    private readonly Lazy<Domain> _domain;

    private GateDomain(Entry[] entries)
    {
        _entries = entries;
        _domain = new(() => new(Parts()));
    }

    /// <summary>The domain of a single datapoint whose network input is empty, to add inputs to.</summary>
    public static GateDomain Empty { get; } = new([]);

    /// <summary>Number of datapoints.</summary>
    /// <exception cref="ArgumentException">The domain has more than 65,536 datapoints, or its parts do not fit together.</exception>
    public int Count => Tabulated.Count;

    /// <summary>Number of features of the network input.</summary>
    /// <inheritdoc cref="Count" path="/exception"/>
    public int Features => Tabulated.Features;

    internal Domain Tabulated => _domain.Value;

    /// <summary>Adds a one-hot input of <paramref name="values"/> features.</summary>
    /// <param name="name">Its name in explanations.</param>
    /// <param name="values">Number of values, at least one.</param>
    /// <param name="role">Unsaid: the one-hot input added last is the context where there are two or more and none is said to be.</param>
    public GateDomain OneHot(string name, int values, InputRole role = InputRole.Unsaid) =>
        Add(new(name, values, IndexKind.OneHot, role, null));

    /// <summary>Adds a selector: an index that gates but is not fed to the network, unless <see cref="Stimuli"/> name it.</summary>
    /// <param name="name">Its name in explanations.</param>
    /// <param name="values">Number of values, at least one.</param>
    public GateDomain Selector(string name, int values) => Add(new(name, values, IndexKind.Selector, InputRole.Unsaid, null));

    /// <summary>Adds a dense input by the vectors that the values of an index stand for.</summary>
    /// <param name="name">Its name in explanations.</param>
    /// <param name="index">A selector or one-hot input of the domain.</param>
    /// <param name="rows">One vector per value: exact numbers in invariant notation, separated by spaces ("1 -1 0.5", "1/3 0 1e-9").</param>
    /// <exception cref="ArgumentException">A number cannot be read.</exception>
    public GateDomain Stimuli(string name, string index, params string[] rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        Rational[][] table = rows.Select(row => row.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Exact).ToArray()).ToArray();
        return Add(new(name, 0, default, default, new DenseInput(name, table.Length == 0 ? 0 : table[0].Length, new(index, table))));
    }

    /// <summary>
    /// Adds a dense input of which nothing is known. Gates are then not checked, except those that are on nowhere.
    /// </summary>
    /// <param name="name">Its name in explanations.</param>
    /// <param name="features">Number of features.</param>
    public GateDomain Dense(string name, int features) => Add(new(name, 0, default, default, new DenseInput(name, features, null)));

    /// <summary>
    /// The domain with one feature more, 1 at every datapoint: what a unit with a bias sees. Unchanged where one-hot inputs, whose features sum to 1, make
    /// it no richer, and where there is no index.
    /// </summary>
    internal GateDomain WithConstant(string name)
    {
        Entry[] indices = [.. _entries.Where(entry => entry.Dense is null)];
        return indices.Length == 0 || indices.Any(entry => entry.Kind == IndexKind.OneHot)
            ? this
            : Stimuli(name, indices[0].Name, [.. Enumerable.Repeat("1", indices[0].Values)]);
    }

    /// <summary>The value of a one-hot input or selector at a datapoint.</summary>
    /// <exception cref="ArgumentException">There is no such index.</exception>
    public int Value(int datapoint, string index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(datapoint);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(datapoint, Count);
        int position = Enumerable.Range(0, Tabulated.Indices.Count).FirstOrDefault(i => Tabulated.Indices[i].Name == index, -1);
        return position >= 0
            ? Tabulated.Value(datapoint, position)
            : throw new ArgumentException($"There is no index {index}.", nameof(index));
    }

    /// <summary>The datapoint as explanations name it: "(Item 2, Context 0)".</summary>
    public string Describe(int datapoint) => Names.Datapoint(Tabulated, datapoint);

    /// <summary>Decides which class a gate has, with evidence (theory: P1 Lemma 4.1 and beyond it).</summary>
    /// <param name="gate">One entry per datapoint.</param>
    /// <exception cref="ArgumentException">The gate does not have one entry per datapoint.</exception>
    public GateProof Decide(ReadOnlySpan<bool> gate) => new(Tabulated, GatePattern.From(gate.ToArray()));

    /// <inheritdoc cref="Decide(ReadOnlySpan{bool})"/>
    /// <param name="gate">Whether the gate is on at a datapoint.</param>
    public GateProof Decide(Func<int, bool> gate) => new(Tabulated, GatePattern.From(Count, gate));

    private static Rational Exact(string text) =>
        Rational.TryParse(text, out Rational value)
            ? value
            : throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"{text} is not a number."), nameof(text));

    private GateDomain Add(Entry entry)
    {
        ArgumentException.ThrowIfNullOrEmpty(entry.Name);
        return new([.. _entries, entry]);
    }

    private DomainPart[] Parts()
    {
        Entry[] oneHot = _entries.Where(entry => entry.Dense is null && entry.Kind == IndexKind.OneHot).ToArray();
        bool isSaid = oneHot.Any(entry => entry.Role == InputRole.Context);
        return _entries.Select(entry => entry.Dense ?? (DomainPart)(entry.Kind == IndexKind.Selector
            ? DomainIndex.Selector(entry.Name, entry.Values)
            : DomainIndex.OneHot(entry.Name, entry.Values, RoleOf(entry)))).ToArray();

        IndexRole RoleOf(Entry entry) => entry.Role switch
        {
            InputRole.Context => IndexRole.Context,
            InputRole.Item => IndexRole.Item,
            _ => oneHot.Length >= 2 && entry == oneHot[^1] && !isSaid ? IndexRole.Context : IndexRole.Item,
        };
    }

    private sealed record Entry(string Name, int Values, IndexKind Kind, InputRole Role, DenseInput? Dense);
}
