using Microsoft.CodeAnalysis;

namespace GateDsl.Generators.Parsing.Reading;

/// <summary>
/// Where something stands, compared by the name of the file and the position in it. A compiler gives files in any order, and symbols with their
/// parts and members in that of the files: whatever is said or emitted follows from places instead.
/// </summary>
internal readonly record struct Place(string File, int Start, int End) : IComparable<Place>
{
    public static Place Of(Location location) => new(Name(location.SourceTree), location.SourceSpan.Start, location.SourceSpan.End);

    public static Place Of(SyntaxReference reference) => new(Name(reference.SyntaxTree), reference.Span.Start, reference.Span.End);

    /// <summary>Of an attribute as it is written; one that is read from metadata comes first.</summary>
    public static Place Of(AttributeData attribute) => attribute.ApplicationSyntaxReference is { } reference ? Of(reference) : new("", 0, 0);

    public static Place Of(ISymbol symbol) => symbol.UserLocation() is { } location ? Of(location) : new("", 0, 0);

    public int CompareTo(Place other)
    {
        int byFile = string.CompareOrdinal(File, other.File);
        return byFile != 0 ? byFile : Start != other.Start ? Start.CompareTo(other.Start) : End.CompareTo(other.End);
    }

    /// <summary>Folders are parted alike on every system.</summary>
    private static string Name(SyntaxTree? tree) => tree?.FilePath.Replace('\\', '/') ?? "";
}
