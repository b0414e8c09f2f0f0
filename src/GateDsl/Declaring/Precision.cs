namespace GateDsl;

/// <summary>The floating-point type of a network.</summary>
public enum Precision
{
    /// <summary>32-bit floats.</summary>
    Single,

    /// <summary>64-bit floats.</summary>
    Double,
}
