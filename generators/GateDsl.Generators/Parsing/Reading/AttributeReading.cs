using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GateDsl.Generators.Parsing.Reading;

/// <summary>
/// Which attribute it is, and its arguments with their places. Values come from the bound attribute; where the compiler could not bind it, names are read from
/// the syntax, so that a misspelt <c>nameof</c> still gets a message that helps.
/// </summary>
internal static class AttributeReading
{
    /// <summary>The name of an attribute of the language, null for any other attribute.</summary>
    public static string? LanguageName(this AttributeData attribute) =>
        attribute.AttributeClass is { ContainingType: null, ContainingNamespace: { Name: AttributeTable.Namespace } space } type
        && space.ContainingNamespace is { IsGlobalNamespace: true }
            ? type.Name
            : null;

    public static IEnumerable<AttributeData> Language(this ISymbol symbol, string name) =>
        symbol.GetAttributes().Where(attribute => attribute.LanguageName() == name).OrderBy(Place.Of);

    public static AttributeData? FirstLanguage(this ISymbol symbol, string name) => symbol.Language(name).FirstOrDefault();

    public static bool IsGatedNetwork(this INamedTypeSymbol type) => type.FirstLanguage(AttributeTable.GatedNetwork.Name) is not null;

    /// <summary>The name as written in the source: "Hidden".</summary>
    public static string WrittenName(this AttributeData attribute) => AttributeTable.Written(attribute.AttributeClass?.Name ?? "");

    public static Location Locate(this AttributeData attribute, CancellationToken ct) =>
        attribute.ApplicationSyntaxReference?.GetSyntax(ct).GetLocation() ?? Location.None;

    /// <summary>The constant of a constructor parameter that is not an array; null: not bound.</summary>
    public static T? Constant<T>(this AttributeData attribute, int parameter)
        where T : struct =>
        parameter < attribute.ConstructorArguments.Length
        && attribute.ConstructorArguments[parameter] is { Kind: TypedConstantKind.Primitive, Value: T value }
            ? value
            : null;

    /// <summary>Place of a constructor argument; the attribute itself where it is not found.</summary>
    public static Location LocateArgument(this AttributeData attribute, int parameter, CancellationToken ct) =>
        Expressions(attribute, parameter, isArray: false, ct).FirstOrDefault()?.GetLocation() ?? attribute.Locate(ct);

    /// <summary>Place of a named argument; the attribute itself where it is not found.</summary>
    public static Location LocateNamed(this AttributeData attribute, string name, CancellationToken ct) =>
        NamedExpression(attribute, name, ct)?.GetLocation() ?? attribute.Locate(ct);

    /// <summary>The name given to a constructor parameter.</summary>
    public static NameArgument Name(this AttributeData attribute, int parameter, CancellationToken ct)
    {
        ExpressionSyntax? expression = Expressions(attribute, parameter, isArray: false, ct).FirstOrDefault();
        string? bound = parameter < attribute.ConstructorArguments.Length ? Text(attribute.ConstructorArguments[parameter]) : null;
        return new NameArgument(bound ?? WrittenName(expression) ?? "", expression?.GetLocation() ?? attribute.Locate(ct));
    }

    /// <summary>The name given to a property of the attribute; null: not given.</summary>
    public static NameArgument? NamedName(this AttributeData attribute, string name, CancellationToken ct)
    {
        ExpressionSyntax? expression = NamedExpression(attribute, name, ct);
        string? bound = attribute.NamedArguments.Where(pair => pair.Key == name).Select(pair => Text(pair.Value)).FirstOrDefault();
        string? text = bound ?? WrittenName(expression);
        return text is null && expression is null or LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NullLiteralExpression }
            ? null
            : new NameArgument(text ?? "", expression?.GetLocation() ?? attribute.Locate(ct));
    }

    /// <summary>The number given to a property of the attribute; 0: not given.</summary>
    public static double NamedNumber(this AttributeData attribute, string name, ref bool isReadable)
    {
        foreach (TypedConstant given in attribute.NamedArguments.Where(pair => pair.Key == name).Select(pair => pair.Value))
        {
            if (given is { Kind: TypedConstantKind.Primitive, Value: double number })
            {
                return number;
            }

            isReadable = false;
        }

        return 0;
    }

    /// <summary>The elements given to a <c>params string[]</c>.</summary>
    public static IReadOnlyList<NameArgument> Names(this AttributeData attribute, int parameter, CancellationToken ct)
    {
        IReadOnlyList<ExpressionSyntax> expressions = Expressions(attribute, parameter, isArray: true, ct);
        if (Elements(attribute, parameter) is not { } elements)
        {
            return [.. expressions.Select(expression => new NameArgument(WrittenName(expression) ?? "", expression.GetLocation()))];
        }

        return [.. elements.Select((element, i) => new NameArgument(Text(element) ?? "", At(attribute, expressions, i, ct)))];
    }

    /// <summary>The elements given to a <c>params int[]</c>; null: not bound.</summary>
    public static IReadOnlyList<(int Value, Location Location)>? Integers(this AttributeData attribute, int parameter, CancellationToken ct)
    {
        if (Elements(attribute, parameter) is not { } elements || elements.Any(element => element.Value is not int))
        {
            return null;
        }

        IReadOnlyList<ExpressionSyntax> expressions = Expressions(attribute, parameter, isArray: true, ct);
        return [.. elements.Select((element, i) => ((int)element.Value!, At(attribute, expressions, i, ct)))];
    }

    private static Location At(AttributeData attribute, IReadOnlyList<ExpressionSyntax> expressions, int i, CancellationToken ct) =>
        i < expressions.Count ? expressions[i].GetLocation() : attribute.Locate(ct);

    /// <summary>The bound elements of an array; null: not bound, or an element is in error.</summary>
    private static IReadOnlyList<TypedConstant>? Elements(AttributeData attribute, int parameter)
    {
        if (parameter >= attribute.ConstructorArguments.Length
            || attribute.ConstructorArguments[parameter] is not { Kind: TypedConstantKind.Array } array)
        {
            return null;
        }

        if (array.Values.IsDefault)
        {
            return [];
        }

        // An element of the wrong type leaves its kind, not its value, in error.
        return array.Values.Any(element => element.Kind is TypedConstantKind.Error or TypedConstantKind.Array) ? null : array.Values;
    }

    private static string? Text(TypedConstant constant) =>
        constant.Kind == TypedConstantKind.Primitive ? constant.Value as string : null;

    private static ExpressionSyntax? NamedExpression(AttributeData attribute, string name, CancellationToken ct) =>
        Arguments(attribute, ct).FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == name)?.Expression;

    /// <summary>The expressions given to a constructor parameter, those inside an explicit array one by one.</summary>
    private static IReadOnlyList<ExpressionSyntax> Expressions(AttributeData attribute, int parameter, bool isArray, CancellationToken ct)
    {
        AttributeArgumentSyntax[] given = [.. Arguments(attribute, ct).Where(argument => argument.NameEquals is null)];
        string? parameterName = attribute.AttributeConstructor?.Parameters.ElementAtOrDefault(parameter)?.Name;
        ExpressionSyntax? byName = parameterName is null
            ? null
            : given.FirstOrDefault(argument => argument.NameColon?.Name.Identifier.ValueText == parameterName)?.Expression;
        IEnumerable<ExpressionSyntax> expressions = byName is not null
            ? [byName]
            : given.Skip(parameter).Where(argument => argument.NameColon is null).Select(argument => argument.Expression);
        return isArray
            ? [.. expressions.SelectMany(InnerExpressions)]
            : [.. expressions.Take(1)];
    }

    private static IEnumerable<ExpressionSyntax> InnerExpressions(ExpressionSyntax expression) => expression switch
    {
        ArrayCreationExpressionSyntax { Initializer: { } initializer } => initializer.Expressions,
        ImplicitArrayCreationExpressionSyntax { Initializer: { } initializer } => initializer.Expressions,
        CollectionExpressionSyntax collection => collection.Elements.OfType<ExpressionElementSyntax>().Select(element => element.Expression),
        _ => [expression],
    };

    private static IEnumerable<AttributeArgumentSyntax> Arguments(AttributeData attribute, CancellationToken ct) =>
        attribute.ApplicationSyntaxReference?.GetSyntax(ct) is AttributeSyntax { ArgumentList: { } list } ? list.Arguments : [];

    /// <summary>The name in <c>nameof(Name)</c>, <c>nameof(Type.Name)</c> or a string literal; null: anything else.</summary>
    private static string? WrittenName(ExpressionSyntax? expression) => expression switch
    {
        LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } literal => literal.Token.ValueText,
        InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } } invocation
            when invocation.ArgumentList.Arguments.Count == 1 => invocation.ArgumentList.Arguments[0].Expression switch
            {
                SimpleNameSyntax name => name.Identifier.ValueText,
                MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
                _ => null,
            },
        _ => null,
    };
}
