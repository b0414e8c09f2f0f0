using Microsoft.CodeAnalysis;

namespace GateDsl.Generators.Parsing.Reading;

/// <summary>
/// An analyzer sees the class with its generated part; a declaration is only what the user wrote. Generated files are known by their place,
/// which holds the full name of the generator.
/// </summary>
internal static class OwnSource
{
    private const string Generator = "GateDsl.Generators.GatedNetworkGenerator";

    public static bool IsGenerated(SyntaxTree? tree)
    {
        string path = tree?.FilePath ?? "";
        int at = path.IndexOf(Generator, StringComparison.Ordinal);
        return at >= 0
            && (at == 0 || path[at - 1] is '/' or '\\')
            && at + Generator.Length < path.Length
            && path[at + Generator.Length] is '/' or '\\';
    }

    /// <summary>The user's declarations of a symbol, in the order of their places.</summary>
    public static IEnumerable<SyntaxReference> WrittenByUser(this ISymbol symbol) =>
        symbol.DeclaringSyntaxReferences.Where(reference => !IsGenerated(reference.SyntaxTree)).OrderBy(Place.Of);

    /// <summary>Where the user wrote the name of a symbol, first of several places; null: nowhere.</summary>
    public static Location? UserLocation(this ISymbol symbol) =>
        symbol.Locations.Where(location => location.IsInSource && !IsGenerated(location.SourceTree)).OrderBy(Place.Of).FirstOrDefault();
}
