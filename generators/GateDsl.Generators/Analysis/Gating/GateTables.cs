using GateDsl.Gating;
using GateDsl.Generators.Model;
using GateDsl.Generators.Planning;
using GateDsl.Generators.Planning.Members;

namespace GateDsl.Generators.Analysis.Gating;

/// <summary>A gate over the domain, or why it is not known. One of the two is null.</summary>
internal sealed record TabulatedGate(GatePattern? Pattern, string? Unknown);

/// <summary>The gates of a declaration, tabulated from its model alone, each once.</summary>
internal sealed class GateTables(NetworkModel model, Domain? domain)
{
    /// <summary>Entries of all tables together, so that a network of many copies over a large domain does not hold up the editor.</summary>
    public const long MostEntries = 16_000_000;

    private readonly Dictionary<Gate, TabulatedGate> _tables = [];
    private readonly Dictionary<string, RuleTable> _rules = new(StringComparer.Ordinal);
    private readonly StepBudget _steps = new();
    private long _entries;

    public TabulatedGate Of(Gate gate)
    {
        if (!_tables.TryGetValue(gate, out TabulatedGate? table))
        {
            _tables.Add(gate, table = Tabulate(gate));
        }

        return table;
    }

    /// <summary>Where the gate may be on: what cannot be told counts as on. Null: the domain is too large.</summary>
    public GatePattern? Possible(Gate gate) =>
        Of(gate).Pattern
        ?? gate.Rules.Select(rule => new Gate(gate.Conditions, [rule])).Append(new Gate(gate.Conditions, [])).Select(part => Of(part).Pattern)
            .OfType<GatePattern>()
            .Aggregate((GatePattern?)null, (all, part) => all is null ? part : GatePattern.From(part.Count, n => all[n] && part[n]));

    private TabulatedGate Tabulate(Gate gate)
    {
        if (gate.Numbers.Count > 0)
        {
            NumberGate first = gate.Numbers[0];
            return new(null, $"gate {first.Number} of '{first.Input}' is a number that comes with the data; GateReport() of a data set decides it there");
        }

        if (domain is null)
        {
            return new(null, $"the domain has {DeclaredDomain.SizeOf(model):#,0} datapoints, and gates are tabulated up to {Limits.Domain:#,0}");
        }

        _entries += domain.Count;
        if (_entries > MostEntries)
        {
            return new(null, $"the tables of the network's gates have more than {MostEntries:#,0} entries together");
        }

        (int Index, bool[] IsOn)[] conditions = [.. gate.Conditions.Select(condition => Lookup(domain, condition))];
        RuleTable[] rules = [.. gate.Rules.Select(name => Rule(domain, name))];
        bool[] on = new bool[domain.Count];
        for (int n = 0; n < on.Length; n++)
        {
            on[n] = true;
            for (int i = 0; i < conditions.Length && on[n]; i++)
            {
                on[n] = conditions[i].IsOn[domain.Value(n, conditions[i].Index)];
            }

            // In the order of the generated condition: a rule is not called where something before it is closed.
            for (int i = 0; i < rules.Length && on[n]; i++)
            {
                if (rules[i].Holds(n) is not { } holds)
                {
                    return new(null, rules[i].Unknown);
                }

                on[n] = holds;
            }
        }

        return new(GatePattern.From(on), null);
    }

    private static (int Index, bool[] IsOn) Lookup(Domain domain, ValueGate condition)
    {
        int index = Enumerable.Range(0, domain.Indices.Count).First(i => domain.Indices[i].Name == condition.Index);
        bool[] isOn = new bool[domain.Indices[index].Values];
        foreach (int value in condition.Values)
        {
            isOn[value] = true;
        }

        return (index, isOn);
    }

    private RuleTable Rule(Domain domain, string name)
    {
        if (!_rules.TryGetValue(name, out RuleTable? table))
        {
            _rules.Add(name, table = new RuleTable(model.Rule(name), domain, _steps));
        }

        return table;
    }
}
