using System.Globalization;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace GateDsl.Reference;

/// <summary>What the documentation file beside an assembly says of its symbols.</summary>
internal sealed class DocumentationFile(string path) : DocumentationProvider
{
    private readonly Dictionary<string, string> _members = XDocument.Load(path, LoadOptions.PreserveWhitespace).Descendants("member")
        .ToDictionary(member => (string)member.Attribute("name")!, member => member.ToString(SaveOptions.DisableFormatting), StringComparer.Ordinal);

    public override bool Equals(object? obj) => ReferenceEquals(this, obj);

    public override int GetHashCode() => path.GetHashCode(StringComparison.Ordinal);

    protected override string? GetDocumentationForSymbol(string documentationMemberID, CultureInfo preferredCulture, CancellationToken cancellationToken = default) =>
        _members.GetValueOrDefault(documentationMemberID);
}
