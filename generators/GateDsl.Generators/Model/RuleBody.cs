namespace GateDsl.Generators.Model;

/// <summary>
/// The body of a rule, lowered from symbols and syntax to a tree compared by value, so that gate tables can be evaluated later without a
/// compilation. The parts of the tree stand in Rules/.
/// </summary>
internal abstract record RuleBody;
