using GateDsl.Generators.Tests.Hostile.Checking;
using GateDsl.Tests;

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

    /// <remarks>
    /// The compiler itself takes time with the square of the cases: 10,000 ask it for a minute (<see cref="AnExpressionOfTenThousandCases"/>).
    /// </remarks>
    [Fact]
    public void AnExpressionOfManyCases() => Check(Expression(2_000));

    [Fact]
    public void AStatementOfManyCases() => Check(Statement(2_000));

    [SlowFact]
    public void AnExpressionOfTenThousandCases() => Check(Expression(10_000));

    [SlowFact]
    public void AStatementOfTenThousandCases() => Check(Statement(10_000));

    [Theory]
    [InlineData(" + ", 2_000)]
    [InlineData(" ^ ", 300)]
    public void ALongExpression(string op, int terms) => Check(Net($"static bool Rule(int item) => {string.Join(op, Enumerable.Repeat("item", terms))} > 0;"));

    [Fact]
    public void ManyRulesThatCallEachOther() => Check(Net(
        "static bool Rule(int item) => R0(item);" +
            string.Concat(Enumerable.Range(0, 40).Select(i => $"static bool R{i}(int item) => R{i + 1}(item) || R{i + 1}(item + 1);\n"))
        + "static bool R40(int item) => item < 0;"));

    private static string Expression(int cases) => Net(
        $"static bool Rule(int item) => item switch {{ {string.Concat(Enumerable.Range(0, cases).Select(i => $"{i} => {(i % 3 == 0 ? "true" : "false")}, "))} _ => false }};");

    private static string Statement(int cases) => Net(
        $"static bool Rule(int item) {{ switch (item) {{ {string.Concat(Enumerable.Range(0, cases).Select(i => $"case {i}: return {(i % 3 == 0 ? "true" : "false")}; "))} default: return false; }} }}");

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
