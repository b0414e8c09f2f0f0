namespace GateDsl.Generators.Rules;

/// <summary>
/// Operators that evaluate both operands. Negation, complement and not are written with them: 0 - x, x ^ ~0, x ^ true.
/// </summary>
internal enum RuleOperator
{
    Add,
    Subtract,
    Multiply,
    Divide,
    Remainder,
    ShiftLeft,
    ShiftRight,
    ShiftRightUnsigned,
    And,
    Or,
    Xor,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}
