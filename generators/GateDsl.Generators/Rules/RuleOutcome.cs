namespace GateDsl.Generators.Rules;

internal enum RuleOutcomeKind
{
    Off,
    On,
    Throws,
    BudgetExceeded,
}

/// <summary>What a rule does at one datapoint.</summary>
/// <param name="Kind">On, off, or neither.</param>
/// <param name="Exception">Where it throws, the name of the exception's type: "DivideByZeroException".</param>
internal readonly record struct RuleOutcome(RuleOutcomeKind Kind, string? Exception = null)
{
    public static RuleOutcome On => new(RuleOutcomeKind.On);

    public static RuleOutcome Off => new(RuleOutcomeKind.Off);

    public static RuleOutcome BudgetExceeded => new(RuleOutcomeKind.BudgetExceeded);

    public static RuleOutcome Throws(string exception) => new(RuleOutcomeKind.Throws, exception);
}
