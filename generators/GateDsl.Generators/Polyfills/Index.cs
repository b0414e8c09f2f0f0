namespace System;

/// <summary>A position from the start or from the end: what list patterns and <c>[^1]</c> are compiled to.</summary>
/// <param name="value">The position, at least 0.</param>
/// <param name="fromEnd">Counted from the end, which is 0.</param>
internal readonly struct Index(int value, bool fromEnd = false)
{
    public int GetOffset(int length) => fromEnd ? length - value : value;
}
