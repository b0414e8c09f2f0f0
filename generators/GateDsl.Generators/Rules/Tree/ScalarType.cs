namespace GateDsl.Generators.Rules;

/// <summary>
/// The types a rule computes with. An enum counts as its underlying type, a char as an unsigned integer of 16 bits. A value of any of them is
/// held in a <see cref="long"/>: sign- or zero-extended, an unsigned one of 64 bits by its bit pattern, a bool as 0 or 1.
/// </summary>
internal enum ScalarType
{
    Boolean,
    Int8,
    UInt8,
    Int16,
    UInt16,
    Int32,
    UInt32,
    Int64,
    UInt64,
}
