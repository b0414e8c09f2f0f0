using Microsoft.CodeAnalysis.Diagnostics;

namespace GateDsl.Generators.Parsing.Reading;

/// <summary>
/// Whether the build runs without analyzers, which report what is wrong with a declaration: then the emitted file has to. Never both, for the
/// compiler stops at an <c>#error</c> before it asks an analyzer.
/// </summary>
internal static class AnalyzersOff
{
    private static readonly string[] Properties = ["RunAnalyzers", "RunAnalyzersDuringBuild"];

    /// <summary>A project that does not show these properties to the compiler counts as one with analyzers.</summary>
    public static bool In(AnalyzerConfigOptions options) => Array.Exists(Properties, property =>
        options.TryGetValue("build_property." + property, out string? value) && string.Equals(value, "false", StringComparison.OrdinalIgnoreCase));
}
