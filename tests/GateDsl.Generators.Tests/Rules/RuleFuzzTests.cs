using GateDsl.Generators.Rules;

namespace GateDsl.Generators.Tests.Rules;

/// <summary>Random rules, run by .NET and by the evaluator over random arguments: every value and every exception must agree.</summary>
public sealed class RuleFuzzTests
{
    private const int RulesPerClass = 300;
    private const int ArgumentsPerRule = 16;

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    [InlineData(3, false)]
    [InlineData(4, true)]
    [InlineData(5, false)]
    [InlineData(6, true)]
    [InlineData(7, false)]
    [InlineData(8, true)]
    public void RandomRulesDoWhatNetDoes(int seed, bool checkOverflow)
    {
        string text = new RandomRules(seed).Class(RulesPerClass);
        RuleSource written = checkOverflow ? RuleSource.Checked(text) : RuleSource.Of(text);
        HashSet<string> broken = written.MethodsWithErrors();

        // Code that does not compile is what an IDE sees most of the time.
        foreach (string method in broken.Where(method => method[0] == 'M'))
        {
            LoweredRule lowered = written.Lower("R", method);
            Assert.True(lowered.Body is null != lowered.NotEvaluable is null);
        }

        RuleSource rules = written.Without(broken);
        var random = new Random(seed);
        var counts = new Dictionary<RuleOutcomeKind, int>();
        int compared = 0;
        foreach (string method in Enumerable.Range(0, RulesPerClass).Select(i => $"M{i}").Where(method => !broken.Contains(method)))
        {
            LoweredRule lowered = rules.Lower("R", method);
            if (lowered.Body is null)
            {
                Assert.Fail($"{lowered.NotEvaluable}: {rules.Text(method)}");
            }

            Func<int[], RuleOutcome> compiled = rules.Compiled("R", method);
            for (int i = 0; i < ArgumentsPerRule; i++)
            {
                int[] arguments = [Argument(random), Argument(random), Argument(random)];
                RuleOutcome expected = compiled(arguments);
                RuleOutcome actual = RuleEvaluator.Evaluate(lowered.Body, arguments);
                if (expected != actual)
                {
                    Assert.Fail($"{method}({string.Join(", ", arguments)}) is {expected}, not {actual}: {rules.Text(method)}");
                }

                counts[actual.Kind] = counts.GetValueOrDefault(actual.Kind) + 1;
            }

            compared++;
        }

        // The comparison means something only if most rules compile and every kind of outcome is frequent.
        Assert.InRange(compared, RulesPerClass / 2, RulesPerClass);
        foreach (RuleOutcomeKind kind in (RuleOutcomeKind[])[RuleOutcomeKind.On, RuleOutcomeKind.Off, RuleOutcomeKind.Throws])
        {
            Assert.True(counts.GetValueOrDefault(kind) > compared * ArgumentsPerRule / 20,
                $"{kind}: {counts.GetValueOrDefault(kind)} of {compared * ArgumentsPerRule}");
        }
    }

    private static int Argument(Random random) => random.Next(8) switch
    {
        0 => int.MinValue + random.Next(3),
        1 => int.MaxValue - random.Next(3),
        2 => random.Next(int.MinValue, int.MaxValue),
        3 => -random.Next(4),
        _ => random.Next(10),
    };
}
