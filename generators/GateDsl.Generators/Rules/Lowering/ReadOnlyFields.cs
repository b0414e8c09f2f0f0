using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace GateDsl.Generators.Rules;

/// <summary>
/// Which static readonly fields always have the value of their initializer, whoever asks and when. That takes more than a constant initializer:
/// an initializer beside it could run the rule before the field is set. So nothing that the class's initialization does may run code, and the
/// class must not be partial, because a generator may add to it what is not visible here.
/// </summary>
internal static class ReadOnlyFields
{
    /// <summary>The value of the field; null: it may change, or may be read too early.</summary>
    public static long? ConstantOf(IFieldSymbol field, Compilation compilation, CancellationToken cancellationToken)
    {
        if (field is not { IsStatic: true, IsReadOnly: true, ContainingType: { IsGenericType: false } type }
            || ScalarTypes.Of(field.Type) is null
            || type.DeclaringSyntaxReferences is not [var reference]
            || reference.GetSyntax(cancellationToken) is not TypeDeclarationSyntax declaration
            || declaration.Modifiers.Any(modifier => modifier.ValueText == "partial")
            || type.StaticConstructors.Any(constructor => !constructor.IsImplicitlyDeclared))
        {
            return null;
        }

        SemanticModel model = compilation.GetSemanticModel(declaration.SyntaxTree);
        long? value = null;
        foreach ((ISymbol member, EqualsValueClauseSyntax initializer) in StaticInitializers(type, cancellationToken))
        {
            if (model.GetOperation(initializer, cancellationToken) is not ISymbolInitializerOperation { Value.ConstantValue: { HasValue: true } constant })
            {
                return null;
            }

            if (SymbolEqualityComparer.Default.Equals(member, field))
            {
                value = ScalarTypes.Constant(constant.Value);
            }
        }

        return value;
    }

    private static IEnumerable<(ISymbol Member, EqualsValueClauseSyntax Initializer)> StaticInitializers(
        INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        foreach (ISymbol member in type.GetMembers().Where(member => member.IsStatic))
        {
            foreach (SyntaxReference reference in member.DeclaringSyntaxReferences)
            {
                EqualsValueClauseSyntax? clause = reference.GetSyntax(cancellationToken) switch
                {
                    VariableDeclaratorSyntax declarator => declarator.Initializer,
                    PropertyDeclarationSyntax property => property.Initializer,
                    _ => null,
                };
                if (clause is not null)
                {
                    yield return (member, clause);
                }
            }
        }
    }
}
