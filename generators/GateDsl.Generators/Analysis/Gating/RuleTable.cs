using GateDsl.Gating;
using GateDsl.Generators.Model;
using GateDsl.Generators.Rules;

namespace GateDsl.Generators.Analysis.Gating;

/// <summary>What a rule says at the datapoints of a domain, evaluated once for each combination of the values that it takes.</summary>
internal sealed class RuleTable(RuleModel rule, Domain domain, StepBudget steps)
{
    private readonly int[] _indices = [.. rule.Indices.Select(name => PositionOf(domain, name))];
    private readonly Dictionary<long, RuleOutcome> _known = [];

    /// <summary>Whether the rule holds at a datapoint; null: it cannot be told, and <see cref="Unknown"/> says why.</summary>
    public bool? Holds(int datapoint)
    {
        if (Unknown is not null)
        {
            return null;
        }

        RuleOutcome outcome = Outcome(datapoint);
        Unknown = outcome.Kind switch
        {
            RuleOutcomeKind.Throws => $"rule '{rule.Name}' throws {outcome.Exception} at {Names.Datapoint(domain, datapoint)}",
            RuleOutcomeKind.BudgetExceeded => $"rule '{rule.Name}' is not through at {Names.Datapoint(domain, datapoint)} after the " +
                $"{RuleMachine.StepBudget:#,0} steps that a datapoint may take",
            _ when steps.IsExhausted => $"the rules take more than {StepBudget.Steps:#,0} steps over the domain",
            _ => null,
        };
        return Unknown is null ? outcome.Kind == RuleOutcomeKind.On : null;
    }

    /// <summary>Why the rule could not be evaluated, as a clause; null: it could, as far as it was asked.</summary>
    public string? Unknown { get; private set; } =
        rule.NotEvaluable is { } reason ? $"rule '{rule.Name}' cannot be evaluated before data are given: {reason}" : null;

    private static int PositionOf(Domain domain, string name) => Enumerable.Range(0, domain.Indices.Count).First(i => domain.Indices[i].Name == name);

    private RuleOutcome Outcome(int datapoint)
    {
        int[] arguments = new int[_indices.Length];
        long key = 0;
        for (int i = 0; i < arguments.Length; i++)
        {
            arguments[i] = domain.Value(datapoint, _indices[i]);
            key = (key * domain.Indices[_indices[i]].Values) + arguments[i];
        }

        if (!_known.TryGetValue(key, out RuleOutcome outcome))
        {
            outcome = RuleEvaluator.Evaluate(rule.Body!, arguments, out int used);
            steps.Spend(used);
            _known.Add(key, outcome);
        }

        return outcome;
    }
}

/// <summary>Steps that the rules of a declaration may take over the whole domain, so that no rule holds up the editor.</summary>
internal sealed class StepBudget
{
    /// <summary>About a tenth of a second.</summary>
    public const int Steps = 10_000_000;

    private long _used;

    public bool IsExhausted => _used > Steps;

    public void Spend(int steps) => _used += steps;
}
