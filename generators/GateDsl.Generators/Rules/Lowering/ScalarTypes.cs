using Microsoft.CodeAnalysis;

namespace GateDsl.Generators.Rules;

/// <summary>From C# types and constants to what rules compute with.</summary>
internal static class ScalarTypes
{
    /// <summary>Null: not a type that rules compute with.</summary>
    public static ScalarType? Of(ITypeSymbol? type) => (type is INamedTypeSymbol { EnumUnderlyingType: { } underlying } ? underlying : type)?.SpecialType switch
    {
        SpecialType.System_Boolean => ScalarType.Boolean,
        SpecialType.System_SByte => ScalarType.Int8,
        SpecialType.System_Byte => ScalarType.UInt8,
        SpecialType.System_Int16 => ScalarType.Int16,
        SpecialType.System_UInt16 or SpecialType.System_Char => ScalarType.UInt16,
        SpecialType.System_Int32 => ScalarType.Int32,
        SpecialType.System_UInt32 => ScalarType.UInt32,
        SpecialType.System_Int64 => ScalarType.Int64,
        SpecialType.System_UInt64 => ScalarType.UInt64,
        _ => null,
    };

    /// <summary>What a rule does that meets a value of another type, as a verb phrase.</summary>
    public static string Refusal(ITypeSymbol? type) => type switch
    {
        null or { TypeKind: TypeKind.Error } => "does not compile",
        { SpecialType: SpecialType.System_Single or SpecialType.System_Double or SpecialType.System_Decimal } => "uses floating point",
        { SpecialType: SpecialType.System_String } => "uses text",
        { SpecialType: SpecialType.System_IntPtr or SpecialType.System_UIntPtr } => "uses integers whose size depends on the machine",
        { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } => "uses nullable values",
        { IsTupleType: true } => "keeps a tuple",
        _ => $"uses values of type {type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}",
    };

    /// <summary>A constant as the type holds it; null: not one of an integer, char or bool.</summary>
    public static long? Constant(object? value) => value switch
    {
        bool b => b ? 1 : 0,
        char c => c,
        sbyte n => n,
        byte n => n,
        short n => n,
        ushort n => n,
        int n => n,
        uint n => n,
        long n => n,
        ulong n => unchecked((long)n),
        _ => null,
    };
}
