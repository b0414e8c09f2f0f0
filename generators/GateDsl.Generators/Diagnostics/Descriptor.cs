using Microsoft.CodeAnalysis;

namespace GateDsl.Generators.Diagnostics;

/// <summary>What all descriptors have in common.</summary>
internal static class Descriptor
{
    /// <summary>Address of the folder that holds one page per id, named like the id.</summary>
    private const string Pages = "https://github.com/gatedsl/gatedsl/blob/main/docs/diagnostics/";

    /// <summary>
    /// A wrong declaration leaves its network without code: that is said like the compiler's own errors, whatever a project or a file silences.
    /// </summary>
    private static readonly string[] Unsilenced = [WellKnownDiagnosticTags.NotConfigurable];

    public static DiagnosticDescriptor Create(
        string id, string title, string messageFormat, string category, DiagnosticSeverity defaultSeverity) =>
        new(id, title, messageFormat, category, defaultSeverity, isEnabledByDefault: true, helpLinkUri: Pages + id + ".md",
            customTags: category == Categories.Declaration && defaultSeverity == DiagnosticSeverity.Error ? Unsilenced : []);
}
