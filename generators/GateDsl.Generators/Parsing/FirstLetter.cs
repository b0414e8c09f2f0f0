namespace GateDsl.Generators.Parsing;

/// <summary>Layers are properties, parameters are in camelCase: both are the same name up to the case of the first letter.</summary>
internal static class FirstLetter
{
    public static bool Agrees(string one, string other) =>
        one.Length > 0
        && one.Length == other.Length
        && char.ToLowerInvariant(one[0]) == char.ToLowerInvariant(other[0])
        && string.CompareOrdinal(one, 1, other, 1, one.Length) == 0;

    /// <summary>The name of the parameter that stands for a layer.</summary>
    public static string Lower(string name) => name.Length == 0 ? name : char.ToLowerInvariant(name[0]) + name.Substring(1);
}
