using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using GateDsl.Generators.Parsing;
using Microsoft.CodeAnalysis;

namespace GateDsl.Generators.Analysis;

/// <summary>Parses every network once for all analyzers that look at a compilation.</summary>
internal static class ParsedNetworks
{
    // Results go when their compilation goes.
    private static readonly ConditionalWeakTable<Compilation, ConcurrentDictionary<INamedTypeSymbol, ParseResult>> Results = new();

    public static ParseResult Of(INamedTypeSymbol type, Compilation compilation, CancellationToken ct) =>
        Results.GetValue(compilation, static _ => new ConcurrentDictionary<INamedTypeSymbol, ParseResult>(SymbolEqualityComparer.Default))
            .GetOrAdd(type, symbol => NetworkParser.Parse(symbol, compilation, ct));
}
