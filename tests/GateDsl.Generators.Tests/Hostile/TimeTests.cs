using GateDsl.Generators.Tests.Hostile.Checking;

namespace GateDsl.Generators.Tests.Hostile;

/// <summary>What is long or deep takes a time that is bounded.</summary>
public class TimeTests
{
    [Theory]
    [InlineData(60)]
    [InlineData(300)]
    public void ALongNamespace(int parts) => Check($$"""
        namespace {{string.Join(".", Enumerable.Range(0, parts).Select(i => "Part" + i))}};
        {{Net("")}}
        """);

    [Theory]
    [InlineData(20)]
    [InlineData(60)]
    public void TypesInTypes(int depth) => Check(
        string.Concat(Enumerable.Range(0, depth).Select(i => $"public partial class Outer{i} {{\n")) + Net("") + new string('}', depth));

    [Fact]
    public void ASwitchOfTenThousandCases() => Check(Net(
        $"static bool Rule(int item) => item switch {{ {string.Concat(Enumerable.Range(0, 10_000).Select(i => $"{i} => {(i % 3 == 0 ? "true" : "false")}, "))} _ => false }};"));

    [Fact]
    public void AStatementOfTenThousandCases() => Check(Net(
        $"static bool Rule(int item) {{ switch (item) {{ {string.Concat(Enumerable.Range(0, 10_000).Select(i => $"case {i}: return {(i % 3 == 0 ? "true" : "false")}; "))} default: return false; }} }}"));

    [Theory]
    [InlineData(" + ", 2_000)]
    [InlineData(" ^ ", 300)]
    public void ALongExpression(string op, int terms) => Check(Net($"static bool Rule(int item) => {string.Join(op, Enumerable.Repeat("item", terms))} > 0;"));

    [Fact]
    public void ManyRulesThatCallEachOther() => Check(Net(
        "static bool Rule(int item) => R0(item);" + string.Concat(Enumerable.Range(0, 40).Select(i => $"static bool R{i}(int item) => R{i + 1}(item) || R{i + 1}(item + 1);\n"))
        + "static bool R40(int item) => item < 0;"));

    private static string Net(string rule) => $$"""
        [GatedNetwork]
        public partial class Net
        {
            [OneHotInput(50)] public partial Layer Item { get; }
            [Hidden(3), From(nameof(Item)){{(rule.Length == 0 ? "" : ", ActiveWhen(nameof(Rule))")}}] public partial Layer H { get; }
            [Output(3), From(nameof(H))] public partial Layer Properties { get; }
            {{rule}}
        }
        """;

    private static void Check(string source) => Assert.Empty(HostileCheck.Find(new HostileCase("long", source), withVariants: false));
}
