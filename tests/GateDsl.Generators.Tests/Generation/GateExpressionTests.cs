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
            CultureInfo.InvariantCulture, $"public static bool G{g}(int v) => {GateExpression.Of(Gate.In("Index", gate.Values, gate.Count), [], "Net", _ => "v")};\n")));
        AssemblyLoadContext context = new(null, isCollectible: true);
        try
        {
            Type type = context.LoadFromStream(new MemoryStream(Harness.Emit(InMemory.Compile($"public static class Conditions {{ {methods} }}")))).GetType("Conditions")!;
            for (int g = 0; g < gates.Length; g++)
            {
                var holds = type.GetMethod("G" + g.ToString(CultureInfo.InvariantCulture), BindingFlags.Public | BindingFlags.Static)!.CreateDelegate<Func<int, bool>>();
                Assert.Equal(gates[g].Values, Enumerable.Range(0, gates[g].Count).Where(holds));
            }
        }
        finally
        {
            context.Unload();
        }
    }

    // Every second value and every third, from the first and from the second on, short of and beyond where a list is written; runs; at random.
    private static IEnumerable<(int Count, int[] Values)> Gates()
    {
        foreach (int count in new[] { 2, 3, 8, 46, 47, 48, 49, 50, 51, 52, 80 })
        {
            Random random = new(count);
            foreach (Func<int, bool> isIn in new Func<int, bool>[]
            {
                v => v % 2 == 0, v => v % 2 == 1, v => v % 3 != 1, v => v < 1, v => v >= count - 1, v => v is > 0 and < 5, _ => random.Next(2) == 0, _ => random.Next(5) > 0,
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
