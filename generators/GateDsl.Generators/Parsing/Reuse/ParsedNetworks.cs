using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace GateDsl.Generators.Parsing.Reuse;

/// <summary>
/// Parses every network once for all that look at a compilation, and not again in the next compilation where the edit between them cannot matter
/// to it. With every key the compiler asks about every declaration, of which at most one has changed, and each costs about half a millisecond.
/// </summary>
/// <remarks>
/// Why a network that is not parsed again is never stale. Its model depends on its own source, on the references, on options, and on what other
/// sources declare. Source is reached by name only, names are written as identifiers, and a declaration brings in whatever its own names bring
/// in. So the model can change only where something changes that is declared under one of the names in this closure, to which an added, removed
/// or moved declaration belongs as well as an edited one. Two meanings of one name are not told apart: that parses too often, never too rarely.
/// A model is kept only where nothing was found wrong and all rules can be evaluated: then no operator, conversion or extension of the user
/// takes part without being named.
/// </remarks>
internal static class ParsedNetworks
{
    /// <summary>Names in a closure beyond which a network is parsed anew each time.</summary>
    private const int MostNames = 2_000;

    // Results go when their compilation goes.
    private static readonly ConditionalWeakTable<Compilation, ConcurrentDictionary<INamedTypeSymbol, ParseResult>> Results = new();

    public static ParseResult Of(INamedTypeSymbol type, Compilation compilation, CancellationToken ct) =>
        Results.GetValue(compilation, static _ => new ConcurrentDictionary<INamedTypeSymbol, ParseResult>(SymbolEqualityComparer.Default))
            .GetOrAdd(type, symbol => Find(symbol, compilation, ct));

    private static ParseResult Find(INamedTypeSymbol type, Compilation compilation, CancellationToken ct)
    {
        SourceIndex index = SourceIndex.Of(compilation);
        string name = FullName(type);
        if (index.Project.Network(name) is { } known && known.IsStillTrueIn(index))
        {
            return known.Result;
        }

        ParseResult result = NetworkParser.Parse(type, compilation, ct);
        if (IsKept(result) && index.Closure(Roots(type), MostNames) is { } names)
        {
            index.Project.Remember(name, new KnownNetwork(result, names, index));
        }

        return result;
    }

    private static bool IsKept(ParseResult result) =>
        result is { Model: { } model, Findings.Count: 0 } && model.Rules.All(rule => rule.NotEvaluable is null);

    /// <summary>The class, what the parser itself looks for by name, and what tuples stand for.</summary>
    private static IEnumerable<string> Roots(INamedTypeSymbol type) =>
        [type.Name, TreeDeclarations.Everywhere, nameof(ValueTuple)];

    private static string FullName(INamedTypeSymbol type)
    {
        // While code is typed, types of different kinds can have one name; a record is a class, and another one.
        string name = (type.IsRecord ? "Record" : "") + type.TypeKind + " " + type.MetadataName;
        for (ISymbol? around = type.ContainingSymbol;
            around is INamedTypeSymbol or INamespaceSymbol { IsGlobalNamespace: false };
            around = around.ContainingSymbol)
        {
            name = around.MetadataName + (around is INamedTypeSymbol ? "+" : ".") + name;
        }

        return name;
    }
}
