using System.Globalization;
using System.Reflection;
using System.Runtime.Loader;
using GateDsl.Generators.Emission;
using GateDsl.Generators.Planning;
using GateDsl.Generators.Tests.Support;

namespace GateDsl.Generators.Tests.Generation;

/// <summary>What is emitted for a gate holds at the values that the gate has, and at no other: every value of gates of all lengths is tried.</summary>
public class GateExpressionTests
{
    [Fact]
    public void AGateHoldsAtItsValuesAlone()
    {
        (int Count, int[] Values)[] gates = [.. Gates()];
        string methods = string.Concat(gates.Select((gate, g) => string.Create(
            CultureInfo.InvariantCulture,
                $"public static bool G{g}(int v) => {GateExpression.Of(Gate.In("Index", gate.Values, gate.Count), [], "Net", _ => "v")};\n")));
        AssemblyLoadContext context = new(null, isCollectible: true);
        try
        {
            Type type = context.LoadFromStream(new MemoryStream(Harness.Emit(InMemory.Compile($"public static class Conditions {{ {methods} }}"))))
                .GetType("Conditions")!;
            for (int g = 0; g < gates.Length; g++)
            {
                var holds = type.GetMethod(
                    "G" + g.ToString(CultureInfo.InvariantCulture), BindingFlags.Public | BindingFlags.Static)!.CreateDelegate<Func<int, bool>>();
                Assert.Equal(gates[g].Values, Enumerable.Range(0, gates[g].Count).Where(holds));
            }
        }
        finally
        {
            context.Unload();
        }
    }

    /// <summary>More than two values in a row are a range, and more than 24 runs of values a list; brackets stand where another condition is and-ed.</summary>
    [Fact]
    public void AGateIsWrittenAsItsRunsOfValues()
    {
        Assert.Equal("v is 1 or 2 or 4", Written(1, 2, 4));
        Assert.Equal("v is >= 1 and <= 3 or 7 or >= 9 and <= 12", Written(1, 2, 3, 7, 9, 10, 11, 12));
        Assert.Equal("v is " + string.Join(" or ", Enumerable.Range(0, 24).Select(k => 2 * k)), Written([.. Enumerable.Range(0, 24).Select(k => 2 * k)]));
        Assert.Equal(
            $"global::System.Array.IndexOf(new int[] {{ {string.Join(", ", Enumerable.Range(0, 25).Select(k => 2 * k))} }}, v) >= 0",
            Written([.. Enumerable.Range(0, 25).Select(k => 2 * k)]));
        Assert.Equal("true", GateExpression.Of(Gate.Always, [], "Net", _ => "v"));
        Assert.Equal("(v is 0 or 2) && w is >= 1 and <= 3", GateExpression.Of(
            Gate.In("First", [0, 2], 9).And(Gate.In("Second", [1, 2, 3], 9)), [], "Net", index => index == "First" ? "v" : "w"));
    }

    private static string Written(params int[] values) => GateExpression.Of(Gate.In("Index", values, 60), [], "Net", _ => "v");

    // Every second value and every third, from the first and from the second on, short of and beyond where a list is written; runs; at random.
    private static IEnumerable<(int Count, int[] Values)> Gates()
    {
        foreach (int count in new[] { 2, 3, 8, 46, 47, 48, 49, 50, 51, 52, 80 })
        {
            Random random = new(count);
            foreach (Func<int, bool> isIn in new Func<int, bool>[]
            {
                v => v % 2 == 0, v => v % 2 == 1, v => v % 3 != 1, v => v < 1, v => v >= count - 1, v => v is > 0 and < 5, _ => random.Next(2) == 0,
                    _ => random.Next(5) > 0,
            })
            {
                int[] values = [.. Enumerable.Range(0, count).Where(isIn)];
                if (values.Length > 0)
                {
                    yield return (count, values);
                }
            }
        }
    }
}
