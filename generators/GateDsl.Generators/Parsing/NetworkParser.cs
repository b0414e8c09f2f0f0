using GateDsl.Generators.Diagnostics;
using GateDsl.Generators.Model;
using GateDsl.Generators.Parsing.Checking;
using GateDsl.Generators.Parsing.Reading;
using Microsoft.CodeAnalysis;

namespace GateDsl.Generators.Parsing;

/// <summary>
/// From the symbol of a class with <c>[GatedNetwork]</c> to <see cref="NetworkModel"/>: it is read once, checked, and built where nothing is
/// wrong. Never throws on code that is half typed; what cannot be read is left to the C# compiler to report.
/// </summary>
internal static class NetworkParser
{
    public static ParseResult Parse(INamedTypeSymbol type, Compilation compilation, CancellationToken ct)
    {
        Declaration declaration = DeclarationReader.Read(type, compilation, ct);
        EquatableArray<Finding> findings = DeclarationChecks.Find(declaration);
        bool isFaulty = declaration.IsFaultyElsewhere || findings.Any(finding => finding.IsError);
        return isFaulty
            ? new ParseResult(null, FallbackBuilder.Build(declaration, findings), findings)
            : new ParseResult(ModelBuilder.Build(declaration), null, findings);
    }
}
