namespace GateDsl.Tool.Arrays;

/// <summary>A type of numbers in a file.</summary>
internal enum NumberType
{
    Half,
    Single,
    Double,
    Boolean,
    SByte,
    Byte,
    Int16,
    UInt16,
    Int32,
    UInt32,
    Int64,
    UInt64,
}

/// <summary>Which numbers a file may hold.</summary>
internal enum AcceptedNumbers
{
    /// <summary>Of single or double precision: what is computed with, and an integer there is mostly another array than was meant.</summary>
    Floats,

    /// <summary>Truth values and integers too.</summary>
    All,
}

/// <summary>Names and sizes of <see cref="NumberType"/>.</summary>
internal static class NumberTypes
{
    /// <summary>By its name in a .npy header, without the order of bytes; null: there is none.</summary>
    public static NumberType? Named(string name) => name switch
    {
        "f2" => NumberType.Half,
        "f4" => NumberType.Single,
        "f8" => NumberType.Double,
        "b1" => NumberType.Boolean,
        "i1" => NumberType.SByte,
        "u1" => NumberType.Byte,
        "i2" => NumberType.Int16,
        "u2" => NumberType.UInt16,
        "i4" => NumberType.Int32,
        "u4" => NumberType.UInt32,
        "i8" => NumberType.Int64,
        "u8" => NumberType.UInt64,
        _ => null,
    };

    /// <summary>Bytes of one number.</summary>
    public static int Size(this NumberType type) => type switch
    {
        NumberType.Boolean or NumberType.SByte or NumberType.Byte => 1,
        NumberType.Half or NumberType.Int16 or NumberType.UInt16 => 2,
        NumberType.Single or NumberType.Int32 or NumberType.UInt32 => 4,
        _ => 8,
    };
}
