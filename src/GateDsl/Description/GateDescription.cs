namespace GateDsl;

/// <summary>Where a layer, copy or edge is on.</summary>
public sealed class GateDescription
{
    private readonly string[] _terms;
    private readonly bool[]? _table;

    /// <summary>A gate.</summary>
    /// <param name="text">The gate in words: <c>Context in {0, 2} and Odd(item, mood)</c>.</param>
    /// <param name="table">On or off at every datapoint of the domain; null: not known before data are given.</param>
    public GateDescription(string text, bool[]? table)
        : this([text], table)
    {
    }

    private GateDescription(string[] terms, bool[]? table)
    {
        _terms = terms;
        _table = table;
    }

    /// <summary>The gate that is always on.</summary>
    public static GateDescription Always { get; } = new("always on", null);

    /// <summary>The gate in words.</summary>
    public string Text => string.Join(" and ", _terms);

    /// <summary>There is no condition.</summary>
    public bool IsAlways => ReferenceEquals(this, Always);

    /// <summary>
    /// On or off at every datapoint of the domain (<see cref="NetworkDescription.Domain"/>, the index declared first outermost); null: the gate
    /// depends on a rule that cannot be evaluated at compile time, the domain is too large, or the gate has no condition.
    /// </summary>
    public IReadOnlyList<bool>? Table => _table;

    /// <summary>Known to be on nowhere.</summary>
    public bool IsNever => _table is not null && !_table.Contains(true);

    /// <inheritdoc/>
    public override string ToString() => IsAlways ? Text : $"on where {Text}";

    /// <summary>On where both are.</summary>
    internal GateDescription And(GateDescription other)
    {
        if (IsAlways || other.IsAlways)
        {
            return IsAlways ? other : this;
        }

        string[] terms = [.. _terms.Union(other._terms)];
        if (terms.Length == _terms.Length)
        {
            return this;
        }

        // A gate that is on nowhere keeps the pathway closed, whatever an unknown one says.
        bool[]? table = IsNever ? _table : other.IsNever ? other._table
            : _table is null || other._table is null ? null
            : [.. _table.Zip(other._table, (left, right) => left && right)];
        return new GateDescription(terms, table);
    }
}
