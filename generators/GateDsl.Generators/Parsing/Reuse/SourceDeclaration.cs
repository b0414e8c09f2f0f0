using Microsoft.CodeAnalysis;

namespace GateDsl.Generators.Parsing.Reuse;

/// <summary>Something that source declares under a name, with all that is written in it and where it stands.</summary>
internal sealed class SourceDeclaration(SyntaxNode node, SourceContext context)
{
    private HashSet<string>? _names;

    /// <summary>Every name that its meaning can depend on.</summary>
    public IEnumerable<string> Names => (_names ??= Identifiers.In(node)).Concat(context.Names);

    /// <summary>The same tokens and trivia in the same context: it means the same where all names in it do.</summary>
    public bool IsSameAs(SourceDeclaration other) => this == other || (context.IsSameAs(other.Context) && node.IsEquivalentTo(other.Node));

    private SyntaxNode Node => node;

    private SourceContext Context => context;
}
