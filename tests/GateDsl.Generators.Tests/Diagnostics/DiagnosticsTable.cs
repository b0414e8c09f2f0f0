using System.Text;
using Microsoft.CodeAnalysis;

namespace GateDsl.Generators.Tests.Diagnostics;

/// <summary>The table of docs/diagnostics/README.md.</summary>
internal static class DiagnosticsTable
{
    public static string Render(IEnumerable<DiagnosticDescriptor> descriptors)
    {
        StringBuilder table = new("| id | severity | |\n|---|---|---|\n");
        foreach (DiagnosticDescriptor descriptor in descriptors)
        {
            string severity = descriptor.DefaultSeverity.ToString().ToLowerInvariant();
            table.Append($"| [{descriptor.Id}]({descriptor.Id}.md) | {severity} | {descriptor.Title} |\n");
        }

        return table.ToString();
    }
}
