using GateDsl.Generators.Model;

namespace GateDsl.Generators.Rules;

/// <summary>A rule with everything it calls. Function 0 is the rule itself; the others stand in the order in which they are first called.</summary>
internal sealed record RuleProgram(EquatableArray<RuleFunction> Functions) : RuleBody;

/// <summary>A method: its variables are slots of a frame, numbered by first use, so that a rename changes nothing.</summary>
/// <param name="Parameters">The first slots, in the order of the parameters.</param>
/// <param name="Slots">Slots of a frame: parameters, locals and what the lowering adds.</param>
/// <param name="Body">What it does; ends with a return.</param>
internal sealed record RuleFunction(int Parameters, int Slots, RuleStatement Body);
