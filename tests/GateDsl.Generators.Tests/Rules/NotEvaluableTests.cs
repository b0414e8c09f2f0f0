using GateDsl.Generators.Rules;

namespace GateDsl.Generators.Tests.Rules;

/// <summary>What cannot be evaluated at compile time is refused with a reason that completes "The rule cannot be evaluated: ...".</summary>
public sealed class NotEvaluableTests
{
    [Theory]
    [InlineData("=> DateTime.Now.Hour > item;", "it reads DateTime.Hour")]
    [InlineData("=> item * 0.5 > 1;", "it uses floating point")]
    [InlineData("=> (decimal)item > 1;", "it uses floating point")]
    [InlineData("=> Math.Max(item, context) > 1;", "it calls Math.Max")]
    [InlineData("=> int.Parse(\"1\") == item;", "it calls int.Parse")]
    [InlineData("=> item.ToString().Length > 1;", "it reads string.Length")]
    [InlineData("=> Near(item, context);", "it calls Near, which uses floating point")]
    [InlineData("=> Other.Far(item);", "it calls Other.Far, which reads Other.Bound, which is not a constant")]
    [InlineData("=> Counter.Next() > item;", "it calls Counter.Next")]
    [InlineData("=> Identity(item) > 0;", "it calls Identity")]
    [InlineData("=> Filled(out item);", "it calls Filled")]
    [InlineData("=> Sum(item, context) > 1;", "it calls Sum")]
    [InlineData("=> Table[item] > 0;", "it reads an array")]
    [InlineData("=> Threshold > item;", "it reads Threshold, which is not a constant")]
    [InlineData("=> Frozen > item;", "it reads Frozen, which is not a constant")]
    [InlineData("=> (Threshold = item) > 1;", "it writes to Threshold")]
    [InlineData("=> (Property += item) > 1;", "it writes to Property")]
    [InlineData("=> new Random(item).Next() > 1;", "it calls Random.Next")]
    [InlineData("=> new R2().Equals(null);", "it calls object.Equals")]
    [InlineData("{ int? n = item; return n > 1; }", "it uses nullable values")]
    [InlineData("=> (nint)item > 3;", "it uses integers whose size depends on the machine")]
    [InlineData("{ var pair = (item, context); return pair.item > 1; }", "it keeps a tuple")]
    [InlineData("{ Func<int, int> f = x => x; return f(item) > 1; }", "it uses values of type Func<int, int>")]
    [InlineData("{ try { return 1 / item > 0; } catch (DivideByZeroException) { return true; } }", "it catches exceptions")]
    [InlineData("{ foreach (int i in new[] { 1, 2 }) { if (i == item) return true; } return false; }", "it enumerates a collection")]
    [InlineData("{ again: if (item-- > 0) goto again; return true; }", "it jumps with goto")]
    [InlineData("{ int Add(int n) => n + context; return Add(item) > 2; }", "it calls Add, which captures context")]
    [InlineData("{ ref int r = ref item; return r > 0; }", "it keeps a reference in r")]
    [InlineData("=> throw Failure;", "it throws an exception that it does not create")]
    [InlineData("{ lock (Table) { return item > 0; } }", "it contains \"lock (Table) { return item > 0; }\"")]
    [InlineData("=> \"text\"[item] > context;", "it reads string.this")]
    [InlineData("=> undeclared > item;", "it does not compile")]
    [InlineData("=> item;", "it does not compile")]
    [InlineData("=> ;", "it does not compile")]
    [InlineData("{ return item > }", "it does not compile")]
    [InlineData("{ return (item, context) switch { 3 => true, _ => false }; }", "it does not compile")]
    [InlineData(";", "it has no body")]
    public void SaysWhy(string body, string reason)
    {
        LoweredRule lowered = RuleSource.Of($$"""
            using System;
            static class Other
            {
                static readonly int Bound = 3;
                static readonly int Start = Environment.TickCount;
                public static bool Far(int n) => n > Bound;
            }
            static class Counter { static int s_n; static Counter() { } public static int Next() => s_n++; }
            class R2 { }
            public static partial class R
            {
                static int Threshold = 1;
                static readonly int Frozen = 1;
                static int Property { get; set; }
                static readonly int[] Table = [1];
                static Exception Failure => new();
                public static bool M(int item, int context) {{body}}
                static bool Near(int a, int b) => (double)a / b < 2;
                static T Identity<T>(T value) => value;
                static bool Filled(out int n) { n = 1; return true; }
                static int Sum(params int[] numbers) => numbers.Length;
            }
            """).Lower();
        Assert.Equal((null, reason), (lowered.Body, lowered.NotEvaluable));
    }

    [Theory]
    [InlineData("static bool M(long item) => true;")]
    [InlineData("static bool M(ref int item) => true;")]
    [InlineData("static int M(int item) => 1;")]
    [InlineData("bool M(int item) => true;")]
    public void OnlyLowersRules(string method) =>
        Assert.Equal("it is not a static bool over ints", RuleSource.Of($"class R {{ {method} }}").Lower().NotEvaluable);

    [Theory]
    [InlineData("item > 0 ? ", "true", " : false", 300)]
    [InlineData("(item + ", "1", ")", 300)]
    [InlineData("!", "(item > 0)", "", 600)]
    public void RefusesWhatIsNestedTooDeeply(string open, string core, string close, int times)
    {
        string text = string.Concat(Enumerable.Repeat(open, times)) + core + string.Concat(Enumerable.Repeat(close, times));
        string rule = open[0] == '(' ? $"{text} > 0" : text;
        Assert.Equal("it is nested more than 250 levels deep", RuleSource.Class($"static bool M(int item) => {rule};").Lower().NotEvaluable);
    }

    /// <summary>Generated rules may be long, and long chains are no deep trees.</summary>
    [Fact]
    public void TakesLongChains()
    {
        const int Length = 1_000;
        string or = string.Join(" || ", Enumerable.Range(0, Length).Select(i => $"item == {2 * i}"));
        string pattern = string.Join(" or ", Enumerable.Range(0, Length).Select(i => $"{2 * i}"));
        string choice = string.Concat(Enumerable.Range(0, 200).Select(i => $"item == {2 * i} ? true : ")) + "item >= 400 && item % 2 == 0";
        string ifs = string.Join(" else ", Enumerable.Range(0, 200).Select(i => $"if (item == {2 * i}) return true;"));
        foreach (string body in (string[])[$"=> {or};", $"=> item is {pattern};", $"=> {choice};", $"{{ {ifs} return item >= 400 && item % 2 == 0; }}"])
        {
            LoweredRule lowered = RuleSource.Class($"static bool M(int item) {body}").Lower();
            Assert.Null(lowered.NotEvaluable);
            Assert.Equal(RuleOutcome.On, RuleEvaluator.Evaluate(lowered.Body!, [1_000]));
            Assert.Equal(RuleOutcome.Off, RuleEvaluator.Evaluate(lowered.Body!, [397]));
        }
    }
}
