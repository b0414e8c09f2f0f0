using Microsoft.CodeAnalysis.Diagnostics;

namespace GateDsl.Generators.Parsing;

/// <summary>Whether the project asks for functions that C and Python call: the property GateDslPython, which its package shows to the compiler.</summary>
internal static class NativeLibraryOption
{
    public static bool IsOn(AnalyzerConfigOptions options) =>
        options.TryGetValue("build_property.GateDslPython", out string? value) && string.Equals(value, "true", StringComparison.OrdinalIgnoreCase);
}
