using GateDsl.Generators.Model;

namespace GateDsl.Generators.Tests.Rules;

/// <summary>Bodies are compared by what they compute: the pipeline stays cached after edits that do not matter, and never after one that does.</summary>
public sealed class RuleBodyEqualityTests
{
    private const string Rule = """
        static bool M(int item, int context)
        {
            int n = 0;
            for (int i = 0; i < item; i++)
            {
                n += i switch { 0 or 1 => context, > 3 when n < 9 => Helper(i), _ => (byte)(n << 1) };
            }

            switch (n, context) { case (> 4, var c): return c == 1 && n % 3 != 0; default: return n < Bound; }
        }
        static int Helper(int n) => n == 7 ? throw new System.ArgumentException() : n - 1;
        const int Bound = 2;
        """;

    [Fact]
    public void TheSameSourceGivesEqualBodies()
    {
        (RuleBody first, RuleBody second) = (Body(Rule), Body(Rule));
        Assert.NotSame(first, second);
        Assert.Equal(first, second);
        Assert.Equal(first.GetHashCode(), second.GetHashCode());
    }

    [Theory]
    [InlineData("int i = 0; i < item; i++", "int k = 0;   k < item; k++", "+= i ", "+= k ", "Helper(i)", "Helper(k)")]
    [InlineData("Helper", "Other")]
    [InlineData("const int Bound = 2;", "const int Bound = 1 + 1; // a comment\n static int Unrelated() => 3;")]
    [InlineData("< Bound", "< 2")]
    [InlineData("static bool M(int item, int context)", "static bool M(int thing, int where)", "< item", "< thing", "=> context,", "=> where,",
        "(n, context)", "(n, where)")]
    public void EditsWithoutMeaningLeaveThemEqual(params string[] replacements) => Assert.Equal(Body(Rule), Body(Edited(replacements)));

    [Theory]
    [InlineData("int n = 0;", "int n = 1;")]
    [InlineData("int n = 0;", "uint n = 0;", "n += i", "n += (uint)i", "=> context,", "=> context,")]
    [InlineData("i < item", "i <= item")]
    [InlineData("i++", "i += 2")]
    [InlineData("0 or 1", "0 or 2")]
    [InlineData("> 3 when", ">= 3 when")]
    [InlineData("n < 9", "n < 8")]
    [InlineData("(byte)", "(sbyte)")]
    [InlineData("(byte)(n << 1)", "checked((byte)(n << 1))")]
    [InlineData("<< 1", ">> 1")]
    [InlineData("> 4, var c", "var c, > 4")]
    [InlineData("&& n", "|| n")]
    [InlineData("&& n", "& n")]
    [InlineData("Bound = 2", "Bound = 3")]
    [InlineData("n - 1", "n - 2")]
    [InlineData("ArgumentException", "InvalidOperationException")]
    [InlineData("default: return n < Bound;", "default: return n <= Bound;")]
    public void EditsThatMatterMakeThemUnequal(params string[] replacements) => Assert.NotEqual(Body(Rule), Body(Edited(replacements)));

    private static string Edited(string[] replacements)
    {
        string text = Rule;
        for (int i = 0; i < replacements.Length; i += 2)
        {
            Assert.Contains(replacements[i], text);
            text = text.Replace(replacements[i], replacements[i + 1]);
        }

        return text;
    }

    private static RuleBody Body(string members)
    {
        var lowered = RuleSource.Class(members).Lower();
        Assert.Null(lowered.NotEvaluable);
        return lowered.Body!;
    }
}
