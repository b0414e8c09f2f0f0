using System.Collections.Immutable;

namespace GateDsl.Generators.Naming;

/// <summary>Names that the generated part of every network takes, and those that every class inherits.</summary>
internal static class ReservedNames
{
    /// <summary>The members of object.</summary>
    public static readonly ImmutableHashSet<string> Inherited = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        "Equals", "Finalize", "GetHashCode", "GetType", "MemberwiseClone", "ReferenceEquals", "ToString");

    private static readonly ImmutableHashSet<string> Generated =
        ImmutableHashSet.Create(StringComparer.Ordinal, [.. GeneratedNames.Public, .. GeneratedNames.Private]);

    public static bool IsGenerated(string name) => Generated.Contains(name);

    /// <summary>Who has the name already: "a generated member"; null: nobody.</summary>
    public static string? Owner(string name) =>
        Generated.Contains(name) ? "a generated member" : Inherited.Contains(name) ? "a member of every object" : null;
}
