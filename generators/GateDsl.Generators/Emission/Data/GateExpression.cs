using GateDsl.Generators.Model;
using GateDsl.Generators.Planning;

namespace GateDsl.Generators.Emission;

/// <summary>A gate as a C# condition on datapoint n.</summary>
internal static class GateExpression
{
    private const int MostRanges = 24;

    /// <param name="gate">The gate.</param>
    /// <param name="rules">The rules of the class.</param>
    /// <param name="type">Name of the class that has the rules.</param>
    public static string Of(Gate gate, EquatableArray<RuleModel> rules, string type) =>
        Of(gate, rules, type, index => $"x.{Literals.Identifier(index)}[n]");

    /// <param name="gate">The gate.</param>
    /// <param name="rules">The rules of the class.</param>
    /// <param name="type">Name of the class that has the rules.</param>
    /// <param name="value">The value of an index, as an expression.</param>
    public static string Of(Gate gate, EquatableArray<RuleModel> rules, string type, Func<string, string> value)
    {
        if (gate.IsAlways)
        {
            return "true";
        }

        IEnumerable<string> conditions =
            gate.Conditions.Select(condition => Of(condition, value, needsParentheses: gate.Conditions.Count + gate.Rules.Count + gate.Numbers.Count > 1));
        IEnumerable<string> calls = gate.Rules.Select(name =>
        {
            RuleModel rule = rules.First(rule => rule.Name == name);
            return $"{Literals.Identifier(type)}.{Literals.Identifier(name)}({string.Join(", ", rule.Indices.Select(value))})";
        });
        IEnumerable<string> numbers = gate.Numbers.Select(number => $"data.G.{Literals.Identifier(number.Input)}[{number.Number}][n] != 0");
        return string.Join(" && ", conditions.Concat(calls).Concat(numbers));
    }

    private static string Of(ValueGate condition, Func<string, string> value, bool needsParentheses)
    {
        string[] ranges = [.. Ranges(condition.Values)];
        if (ranges.Length > MostRanges)
        {
            return $"global::System.Array.IndexOf(new int[] {{ {string.Join(", ", condition.Values)} }}, {value(condition.Index)}) >= 0";
        }

        string pattern = $"{value(condition.Index)} is {string.Join(" or ", ranges)}";
        return needsParentheses && ranges.Length > 1 ? $"({pattern})" : pattern;
    }

    /// <summary>Runs of consecutive values as patterns: 0, 3, >= 5 and &lt;= 9.</summary>
    private static IEnumerable<string> Ranges(EquatableArray<int> values)
    {
        int start = 0;
        for (int k = 1; k <= values.Count; k++)
        {
            if (k < values.Count && values[k] == values[k - 1] + 1)
            {
                continue;
            }

            if (k - start <= 2)
            {
                for (int single = start; single < k; single++)
                {
                    yield return $"{values[single]}";
                }
            }
            else
            {
                yield return $">= {values[start]} and <= {values[k - 1]}";
            }

            start = k;
        }
    }
}
