using GateDsl.Generators.Model;
using GateDsl.Generators.Rules;

namespace GateDsl.Generators.Tests.Rules;

/// <summary>The evaluator's limits, and rules spread over files.</summary>
public sealed class RuleEvaluatorTests
{
    [Theory]
    [InlineData("{ while (true) { } }")]
    [InlineData("{ for (;;) { } }")]
    [InlineData("{ do { item++; } while (item != context); return true; }")]
    [InlineData("=> Endless(item);")]
    [InlineData("=> Exponential(90) > 0;")]
    public void StopsWhatDoesNotEnd(string body)
    {
        RuleBody rule = Body($"static bool M(int item, int context) {body} static bool Endless(int n) => Endless(n + 1); "
            + "static int Exponential(int n) => n == 0 ? 1 : Exponential(n - 1) + Exponential(n - 1);");
        Assert.Equal(RuleOutcome.BudgetExceeded, RuleEvaluator.Evaluate(rule, [1, 0]));
    }

    [Fact]
    public void StopsEndlessCallsOnASmallStack()
    {
        RuleBody rule = Body($"static bool M(int n) => {string.Concat(Enumerable.Repeat("!!", 120))}M(n + 1);");
        RuleOutcome outcome = default;
        var thread = new Thread(() => outcome = RuleEvaluator.Evaluate(rule, [0]), maxStackSize: 256 * 1024);
        thread.Start();
        thread.Join();
        Assert.Equal(RuleOutcome.BudgetExceeded, outcome);
    }

    [Fact]
    public void CallsKeepTheirVariablesApart()
    {
        RuleBody rule = Body("""
            static bool M(int n) => Ackermann(2, n) == 2 * n + 3;
            static int Ackermann(int m, int n)
            {
                int before = m * 1000 + n;
                int value = m == 0 ? n + 1 : n == 0 ? Ackermann(m - 1, 1) : Ackermann(m - 1, Ackermann(m, n - 1));
                return before == m * 1000 + n ? value : -1;
            }
            """);
        Assert.All(Enumerable.Range(0, 6), n => Assert.Equal(RuleOutcome.On, RuleEvaluator.Evaluate(rule, [n])));
    }

    [Fact]
    public void WantsOneArgumentPerParameter()
    {
        RuleBody rule = Body("static bool M(int item, int context) => true;");
        Assert.Throws<ArgumentException>(() => RuleEvaluator.Evaluate(rule, [1]));
    }

    [Fact]
    public void FindsWhatStandsInOtherFiles()
    {
        var rules = RuleSource.Of(
            "public partial class R { static bool M(int n) => Part(n) && Elsewhere.Even(n) && Declared(n); private static partial bool Declared(int n); }",
            "public partial class R { static bool Part(int n) => n < Elsewhere.Limit; private static partial bool Declared(int m) => m != 4; }",
            "static class Elsewhere { public const int Limit = 9; public static bool Even(int n) => n % 2 == 0; }");
        LoweredRule lowered = rules.Lower();
        Assert.Null(lowered.NotEvaluable);
        Func<int[], RuleOutcome> compiled = rules.Compiled("R", "M");
        Assert.All(Enumerable.Range(0, 12), n => Assert.Equal(compiled([n]), RuleEvaluator.Evaluate(lowered.Body!, [n])));
    }

    [Theory]
    [InlineData("static class C { public static readonly long K = 3; const string S = \"s\"; static readonly string T = S; }", true)]
    [InlineData("static class C { public static readonly int K = 3, L = 4; }", true)]
    [InlineData("static class C { public static readonly int K; }", false)]
    [InlineData("static class C { public static int K = 3; }", false)]
    [InlineData("static partial class C { public static readonly int K = 3; }", false)]
    [InlineData("static class C { public static readonly int K = 3; static C() { K = 4; } }", false)]
    [InlineData("static class C { static readonly int A = F(); public static readonly int K = 3; static int F() => K; }", false)]
    [InlineData("static class C { static int P { get; } = F(); public static readonly int K = 3; static int F() => K; }", false)]
    public void ReadsReadOnlyFieldsThatCannotBeSeenUnset(string type, bool evaluable)
    {
        LoweredRule lowered = RuleSource.Of($"static class R {{ static bool M(int n) => n == C.K; }} {type}").Lower();
        Assert.Equal(evaluable, lowered.NotEvaluable is null);
        if (evaluable)
        {
            Assert.Equal(RuleOutcome.On, RuleEvaluator.Evaluate(lowered.Body!, [3]));
            Assert.Equal(RuleOutcome.Off, RuleEvaluator.Evaluate(lowered.Body!, [0]));
        }
    }

    private static RuleBody Body(string members)
    {
        LoweredRule lowered = RuleSource.Class(members).Lower();
        Assert.Null(lowered.NotEvaluable);
        return lowered.Body!;
    }
}
