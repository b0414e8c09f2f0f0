using GateDsl.Generators.Model;

namespace GateDsl.Generators.Rules;

/// <summary>A rule as a tree, or why it has none. One of the two is null.</summary>
/// <param name="Body">What the rule computes.</param>
/// <param name="NotEvaluable">Why it cannot be evaluated at compile time, as a clause: "it reads DateTime.Now".</param>
internal sealed record LoweredRule(RuleBody? Body, string? NotEvaluable);
