using System.Globalization;
using System.Text;
using GateDsl.Generators.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GateDsl.Generators.Tests.Gating;

/// <summary>
/// Hundreds of gates as masks over two and three one-hot inputs, each in a declaration of its own: the diagnostics are exactly those of a slow method
/// that shares nothing with the product, each on its declaration, and errors exactly where Rectified is claimed.
/// </summary>
public class MaskedGatesTests
{
    private const int Gates = 600;

    private static readonly int[][] Domains = [[2, 2], [3, 3], [4, 3], [8, 3], [2, 2, 2], [3, 2, 2], [2, 3, 3], [4, 3, 2]];

    [Fact]
    public void TheDiagnosticsAreThoseOfASlowMethod()
    {
        var random = new Random(20_250);
        MaskedGate[] gates = [.. Enumerable.Range(0, Gates).Select(number => MaskedGate.Random(random, number, Domains[number % Domains.Length]))];
        string source = string.Concat(gates.Select(gate => gate.Declaration));

        ILookup<string, string> found = InMemory.Analyze(InMemory.Compile(source)).ToLookup(ClassOf, Found.Short);

        Assert.All(gates, gate => Assert.Equal(gate.Expected, found[gate.Name]));
        Assert.Equal(gates.Sum(gate => gate.Expected.Length), found.Sum(group => group.Count()));

        // Every answer occurs, or the test says nothing about it.
        Assert.Equal(
            ["", "GDSL101 Error Some", "GDSL101 Warning Some", "GDSL102 Info Some", "GDSL103 Warning Some", "GDSL104 Warning Some"],
            gates.Select(gate => string.Concat(gate.Expected)).Distinct().Order(StringComparer.Ordinal));
    }

    private static string ClassOf(Diagnostic diagnostic) => diagnostic.Location.SourceTree!.GetRoot()
        .FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<ClassDeclarationSyntax>()!.Identifier.ValueText;

    /// <summary>A gate over a domain, its declaration, and what must be said about it.</summary>
    private sealed record MaskedGate(string Name, string Declaration, string[] Expected)
    {
        public static MaskedGate Random(Random random, int number, int[] sizes)
        {
            int count = sizes.Aggregate(1, (product, size) => product * size);
            bool[] gate = Gate(random, sizes, count);
            bool isRectified = random.Next(2) == 0;
            string name = "Net" + number.ToString(CultureInfo.InvariantCulture);
            return new(name, Declare(name, isRectified, sizes, gate), Expect(isRectified, sizes, gate));
        }

        /// <summary>Gates that units have, those with a few datapoints turned, any, of one input, single and constant ones.</summary>
        private static bool[] Gate(Random random, int[] sizes, int count)
        {
            int[][] weights = [.. sizes.Select(size => Enumerable.Range(0, size).Select(_ => random.Next(-4, 5)).ToArray())];
            int single = random.Next(count);
            int axis = random.Next(sizes.Length);
            int kind = random.Next(8);
            int turned = kind == 3 ? random.Next(count) : -1;
            return [.. Enumerable.Range(0, count).Select(n => kind switch
            {
                0 => random.Next(2) == 0,
                1 => n == single,
                2 => weights[axis][Value(sizes, n, axis)] > 0,
                4 => random.Next(count) == 0,
                _ => Enumerable.Range(0, sizes.Length).Sum(i => weights[i][Value(sizes, n, i)]) > 0 != (n == turned),
            })];
        }

        private static string[] Expect(bool isRectified, int[] sizes, bool[] gate)
        {
            int on = gate.Count(isOn => isOn);
            if (!CyclingPerceptron.CanImplement(sizes, gate))
            {
                return [isRectified ? "GDSL101 Error Some" : "GDSL101 Warning Some"];
            }

            return on == 0 ? ["GDSL104 Warning Some"]
                : on == gate.Length || on == 1 || IgnoresAllBut(sizes, gate, [sizes.Length - 1]) ? []
                : IgnoresAllBut(sizes, gate, [.. Enumerable.Range(0, sizes.Length - 1)]) ? ["GDSL103 Warning Some"]
                : ["GDSL102 Info Some"];
        }

        private static bool IgnoresAllBut(int[] sizes, bool[] gate, int[] axes) => Enumerable.Range(0, gate.Length)
            .GroupBy(n => string.Join(",", axes.Select(axis => Value(sizes, n, axis))))
            .All(group => group.Select(n => gate[n]).Distinct().Count() == 1);

        private static int Value(int[] sizes, int datapoint, int axis)
        {
            for (int i = sizes.Length - 1; i > axis; i--)
            {
                datapoint /= sizes[i];
            }

            return datapoint % sizes[axis];
        }

        private static string Declare(string name, bool isRectified, int[] sizes, bool[] gate)
        {
            ulong mask = Enumerable.Range(0, gate.Length).Where(n => gate[n]).Aggregate(0UL, (bits, n) => bits | (1UL << n));
            string[] inputs = [.. sizes.Select((_, i) => "Input" + (char)('A' + i))];
            var text = new StringBuilder();
            text.AppendLine(CultureInfo.InvariantCulture, $"[GatedNetwork{(isRectified ? "(Rectified = true)" : "")}] public partial class {name} {{");
            for (int i = 0; i < sizes.Length; i++)
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"[OneHotInput({sizes[i]})] public partial Layer {inputs[i]} {{ get; }}");
            }

            string sources = string.Join(", ", inputs.Select(input => $"nameof({input})"));
            string index = inputs.Skip(1).Select((input, i) => (input, i))
                .Aggregate("inputA", (sum, next) => $"({sum} * {sizes[next.i + 1]} + i{next.input[1..]})");
            text.AppendLine(CultureInfo.InvariantCulture, $$"""
                [Hidden(5), From({{sources}})] public partial Layer Common { get; }
                [Hidden(5), From(nameof(InputA)), ActiveWhen(nameof(Rule))] public partial Layer Some { get; }
                [Output(3), From(nameof(Common), nameof(Some))] public partial Layer Properties { get; }
                static bool Rule({{string.Join(", ", inputs.Select(input => "int i" + input[1..]))}}) => (0x{{mask:X}}UL >> {{index}} & 1UL) != 0;
                }
                """);
            return text.ToString();
        }
    }
}
