namespace GateDsl;

/// <summary>What the numbers of a stored array are.</summary>
internal enum ElementType
{
    /// <summary>Four bytes.</summary>
    Float,

    /// <summary>Eight bytes.</summary>
    Double,

    /// <summary>A whole number of four bytes.</summary>
    Int32,

    /// <summary>A byte.</summary>
    Byte,
}

/// <summary>Sizes and names of the element types in both formats.</summary>
internal static class ElementTypes
{
    public static int Size(this ElementType type) => type switch
    {
        ElementType.Float or ElementType.Int32 => 4,
        ElementType.Double => 8,
        _ => 1,
    };

    /// <summary>As numpy writes it, in the byte order of almost all machines.</summary>
    public static string Npy(this ElementType type) => type switch
    {
        ElementType.Float => "<f4",
        ElementType.Double => "<f8",
        ElementType.Int32 => "<i4",
        _ => "|u1",
    };

    /// <summary>As safetensors writes it.</summary>
    public static string Safetensors(this ElementType type) => type switch
    {
        ElementType.Float => "F32",
        ElementType.Double => "F64",
        ElementType.Int32 => "I32",
        _ => "U8",
    };

    public static ElementType? FromNpy(string descr) => descr.TrimStart('<', '>', '=', '|') switch
    {
        "f4" => ElementType.Float,
        "f8" => ElementType.Double,
        "i4" => ElementType.Int32,
        "u1" => ElementType.Byte,
        _ => null,
    };

    public static ElementType? FromSafetensors(string dtype) => dtype switch
    {
        "F32" => ElementType.Float,
        "F64" => ElementType.Double,
        "I32" => ElementType.Int32,
        "U8" => ElementType.Byte,
        _ => null,
    };
}
