using GateDsl.Generators.Model;

namespace GateDsl.Generators.Rules;

/// <summary>Runs lowered rules with the semantics of the C# they were lowered from.</summary>
internal static class RuleEvaluator
{
    /// <summary>What the rule does at one datapoint; has no effects and never throws on a rule that <see cref="RuleLowering"/> made.</summary>
    /// <param name="body">The lowered rule.</param>
    /// <param name="arguments">One value per parameter of the rule, in order.</param>
    /// <exception cref="ArgumentException">The number of arguments is not the number of parameters.</exception>
    public static RuleOutcome Evaluate(RuleBody body, int[] arguments) => Evaluate(body, arguments, out _);

    /// <inheritdoc cref="Evaluate(RuleBody, int[])"/>
    /// <param name="body">The lowered rule.</param>
    /// <param name="arguments">One value per parameter of the rule, in order.</param>
    /// <param name="steps">Steps it took, at least one: what a caller counts who evaluates many datapoints.</param>
    public static RuleOutcome Evaluate(RuleBody body, int[] arguments, out int steps)
    {
        RuleMachine machine = new((RuleProgram)body);
        RuleOutcome outcome = machine.Run(arguments);
        steps = machine.StepsUsed;
        return outcome;
    }
}
