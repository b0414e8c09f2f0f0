using System.Globalization;

namespace GateDsl.Identifying;

/// <summary>"The value is one of these" as a person would write it in C#, and in words: with the fewest constants.</summary>
internal static class ValueText
{
    /// <summary>Constants to write for a box.</summary>
    public static int Cost(Box box, IndexSpace space) => box.Restricted(space).Sum(i => Forms(box.Allowed[i], space.Seen[i]).Min(form => form.Cost));

    /// <summary>The condition in C#.</summary>
    /// <param name="name">The parameter that has the value.</param>
    /// <param name="allowed">By value.</param>
    /// <param name="seen">By value, whether it matters.</param>
    /// <param name="isNegated">The value is none of these.</param>
    public static string CSharp(string name, bool[] allowed, bool[] seen, bool isNegated) => Cheapest(allowed, seen, isNegated).Pattern(name);

    /// <summary>By value whether that condition holds, also for values that do not matter.</summary>
    /// <inheritdoc cref="CSharp"/>
    public static bool[] Where(bool[] allowed, bool[] seen, bool isNegated) =>
        [.. Enumerable.Range(0, allowed.Length).Select(Cheapest(allowed, seen, isNegated).Holds)];

    /// <summary>Values as words: "0", "0 or 2", "0, 1 or 4", "all but 3".</summary>
    public static string Words(int[] values) => values.Length switch
    {
        1 => Invariant(values[0]),
        _ => string.Join(", ", values[..^1].Select(Invariant)) + " or " + Invariant(values[^1]),
    };

    /// <summary>The allowed values that matter.</summary>
    public static int[] Values(bool[] allowed, bool[] seen) => [.. Enumerable.Range(0, allowed.Length).Where(v => allowed[v] && seen[v])];

    private static Form Cheapest(bool[] allowed, bool[] seen, bool isNegated) =>
        Forms([.. allowed.Select(value => value != isNegated)], seen).MinBy(form => form.Cost)!;

    // In the order of preference: MinBy takes the first of equals.
    private static IEnumerable<Form> Forms(bool[] allowed, bool[] seen)
    {
        int[] values = Values(allowed, seen);
        int[] others = Values([.. allowed.Select(value => !value)], seen);
        if (values.Length == 1)
        {
            yield return new(1, name => $"{name} == {Invariant(values[0])}", value => value == values[0]);
        }

        if (others.Length == 1)
        {
            yield return new(1, name => $"{name} != {Invariant(others[0])}", value => value != others[0]);
        }

        if (values.Length > 1 && others.Length > 1 && values[^1] < others[0])
        {
            yield return new(1, name => $"{name} < {Invariant(others[0])}", value => value < others[0]);
        }

        if (values.Length > 1 && others.Length > 1 && others[^1] < values[0])
        {
            yield return new(1, name => $"{name} >= {Invariant(values[0])}", value => value >= values[0]);
        }

        if (values.Length > 1)
        {
            yield return new(values.Length, name => $"{name} is {string.Join(" or ", values.Select(Invariant))}", values.Contains);
        }

        if (others.Length > 1)
        {
            yield return new(others.Length, name => $"{name} is not ({string.Join(" or ", others.Select(Invariant))})", value => !others.Contains(value));
        }

        if (values.Length > 3 && !others.Any(value => value > values[0] && value < values[^1]))
        {
            yield return new(2, name => $"{name} is >= {Invariant(values[0])} and <= {Invariant(values[^1])}",
                value => value >= values[0] && value <= values[^1]);
        }
    }

    private static string Invariant(int value) => value.ToString(CultureInfo.InvariantCulture);

    private sealed record Form(int Cost, Func<string, string> Pattern, Func<int, bool> Holds);
}
