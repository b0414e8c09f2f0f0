using GateDsl.Generators.Model;

namespace GateDsl.Generators.Planning;

/// <summary>
/// Where something is on: a conjunction of value conditions, at most one per index, and of rules. Normalised, so that two gates that are
/// written alike are equal: values are sorted, conditions on one index are intersected, conditions that always hold are left out.
/// </summary>
/// <param name="Conditions">Value conditions, ordered by the name of their index.</param>
/// <param name="Rules">Names of rules, ordered.</param>
internal sealed record Gate(EquatableArray<ValueGate> Conditions, EquatableArray<string> Rules)
{
    /// <summary>Numbers of gate inputs that are not 0, ordered.</summary>
    public EquatableArray<NumberGate> Numbers { get; init; } = [];

    public static Gate Always { get; } = new([], []);

    /// <summary>No datapoint can be on, whatever the rules say.</summary>
    public bool IsNever => Conditions.Any(condition => condition.Values.Count == 0);

    public bool IsAlways => Conditions.Count == 0 && Rules.Count == 0 && Numbers.Count == 0;

    /// <summary>On where the index, which has <paramref name="count"/> values, has one of <paramref name="values"/>.</summary>
    public static Gate In(string index, IEnumerable<int> values, int count)
    {
        int[] distinct = [.. values.Distinct().OrderBy(value => value)];
        return distinct.Length == count ? Always : new([new ValueGate(index, distinct.ToEquatableArray())], []);
    }

    /// <summary>On where the rule holds.</summary>
    public static Gate When(string rule) => new([], [rule]);

    /// <summary>On where a number of a gate input is not 0.</summary>
    public static Gate Open(NumberGate number) => new([], []) { Numbers = [number] };

    /// <summary>On where both are.</summary>
    public Gate And(Gate other)
    {
        if (other.IsAlways || Equals(other))
        {
            return this;
        }

        if (IsAlways)
        {
            return other;
        }

        IEnumerable<ValueGate> conditions = Conditions.Concat(other.Conditions)
            .GroupBy(condition => condition.Index, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new ValueGate(group.Key, group.Select(condition => condition.Values.AsEnumerable())
                .Aggregate((left, right) => left.Intersect(right)).ToEquatableArray()));
        IEnumerable<string> rules = Rules.Concat(other.Rules).Distinct(StringComparer.Ordinal).OrderBy(rule => rule, StringComparer.Ordinal);
        IEnumerable<NumberGate> numbers = Numbers.Concat(other.Numbers).Distinct()
            .OrderBy(number => number.Input, StringComparer.Ordinal).ThenBy(number => number.Number);
        return new(conditions.ToEquatableArray(), rules.ToEquatableArray()) { Numbers = numbers.ToEquatableArray() };
    }

    /// <summary>The gate in full, told apart from every other.</summary>
    public string Identity =>
        string.Join(";", Conditions.Select(condition => $"{condition.Index}:{string.Join(",", condition.Values)}").Concat(Rules.Select(rule => rule + "()"))
            .Concat(Numbers.Select(number => $"{number.Input}#{number.Number}")));

    /// <summary>The gate as an identifier: Always, ContextIn_0_2, ContextIn_0_2_And_Odd.</summary>
    public string Identifier => IsAlways
        ? "Always"
        : string.Join("_And_", Conditions.Select(condition => $"{condition.Index}In{string.Concat(condition.Values.Select(value => "_" + value))}")
            .Concat(Rules).Concat(Numbers.Select(number => $"{number.Input}_{number.Number}")));

    /// <summary>The gate in words: "everywhere", "where Context is 0 or 2 and Odd holds".</summary>
    public string InWords
    {
        get
        {
            if (IsAlways)
            {
                return "everywhere";
            }

            if (IsNever)
            {
                return "nowhere";
            }

            IEnumerable<string> conditions = Conditions.Select(condition => $"{condition.Index} is {ListOf(condition.Values)}");
            return "where " + string.Join(" and ", conditions.Concat(Rules.Select(rule => $"{rule} holds"))
                .Concat(Numbers.Select(number => $"gate {number.Number} of {number.Input} is not 0")));
        }
    }

    private static string ListOf(EquatableArray<int> values) => values.Count switch
    {
        1 => $"{values[0]}",
        <= 8 => $"{string.Join(", ", values.Take(values.Count - 1))} or {values[values.Count - 1]}",
        _ => $"one of {values.Count} values from {values[0]} to {values[values.Count - 1]}",
    };
}
