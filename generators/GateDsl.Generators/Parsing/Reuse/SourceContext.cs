using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GateDsl.Generators.Parsing.Reuse;

/// <summary>
/// What stands around a declaration and takes part in what its names mean: the file's options, then, from the outside in, namespaces and types
/// by name, each with its using and extern directives. What the types around it contain is not held here: they are declarations themselves.
/// </summary>
internal sealed class SourceContext
{
    private readonly SourceContext? _outer;
    private readonly ParseOptions _options;
    private readonly string _name;
    private readonly SyntaxNode[] _directives;

    public SourceContext(CompilationUnitSyntax file, ParseOptions options)
        : this(null, options, "", [.. file.Externs, .. file.Usings])
    {
    }

    private SourceContext(SourceContext? outer, ParseOptions options, string name, SyntaxNode[] directives)
    {
        (_outer, _options, _name, _directives) = (outer, options, name, directives);
        FullName = outer is null ? "" : outer.FullName.Length == 0 ? name : outer.FullName + "." + name;
        Names = [.. outer?.Names ?? [], name, .. directives.SelectMany(Identifiers.In)];
    }

    /// <summary>Every name that is written in it.</summary>
    public string[] Names { get; }

    /// <summary>Full name of the namespace or type; empty: the file itself.</summary>
    public string FullName { get; }

    /// <summary>The context in one namespace or type more.</summary>
    public SourceContext In(string name, params SyntaxNode[] directives) => new(this, _options, name, directives);

    public bool IsSameAs(SourceContext other) => this == other
        || (_name == other._name
            && _options.Equals(other._options)
            && _directives.Length == other._directives.Length
            && _directives.Zip(other._directives, (mine, its) => SyntaxFactory.AreEquivalent(mine, its)).All(isSame => isSame)
            && (_outer is null ? other._outer is null : other._outer is not null && _outer.IsSameAs(other._outer)));
}
