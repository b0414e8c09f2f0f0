using GateDsl.Generators.Tests.Support;
using Microsoft.CodeAnalysis;

namespace GateDsl.Generators.Tests.Gating;

/// <summary>What the analyzers say about a declaration, short enough to compare.</summary>
internal static class Found
{
    /// <summary>"GDSL101 Warning Common": id, severity and the marked text, in order of place.</summary>
    public static string[] In(string source) => [.. InMemory.Analyze(source).Select(Short)];

    /// <summary>The one message with that id.</summary>
    public static string Message(string source, string id) => InMemory.Analyze(source).Single(diagnostic => diagnostic.Id == id)
        .GetMessage(System.Globalization.CultureInfo.InvariantCulture);

    public static string Short(Diagnostic diagnostic) =>
        $"{diagnostic.Id} {diagnostic.Severity} {diagnostic.Location.SourceTree!.GetText().ToString(diagnostic.Location.SourceSpan)}";
}
