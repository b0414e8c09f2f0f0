using System.ComponentModel;
using System.Numerics;

namespace GateDsl.CompilerServices;

/// <summary>Data given in the other precision. Used by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[Obsolete(GeneratedCode.Only, DiagnosticId = GeneratedCode.Id, UrlFormat = GeneratedCode.Page)]
public static class Conversion
{
    /// <summary>Each value in the network's precision.</summary>
    public static TTo[] ToArray<TFrom, TTo>(ReadOnlySpan<TFrom> values)
        where TFrom : struct, INumber<TFrom>
        where TTo : struct, INumber<TTo>
    {
        TTo[] converted = new TTo[values.Length];
        RowNumbers.Convert<TFrom, TTo>(values, converted);
        return converted;
    }
}
