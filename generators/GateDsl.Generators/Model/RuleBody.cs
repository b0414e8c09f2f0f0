namespace GateDsl.Generators.Model;

/// <summary>
/// The body of a rule, lowered from symbols and syntax to a tree compared by value, so that gate tables can be evaluated later without a
/// compilation. A network's model holds this much of it. What the tree is made of stands in Rules/Tree, which is built on the model's values: if it stood
/// here, the model would carry the language of rules, and if this stood there, each would need the other.
/// </summary>
internal abstract record RuleBody;
