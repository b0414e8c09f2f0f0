using GateDsl.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;

namespace GateDsl.Generators.Rules;

/// <summary>Lowers a rule and, one after the other, the methods found to be called on the way.</summary>
internal sealed class ProgramLowering(Compilation compilation, CancellationToken cancellationToken)
{
    /// <summary>Tokens of a rule and of all that it calls: twelve hundred arms of a switch.</summary>
    private const int MostTokens = 6_000;

    private readonly List<IMethodSymbol> _methods = [];
    private readonly Dictionary<IMethodSymbol, int> _places = new(SymbolEqualityComparer.Default);
    private IMethodSymbol? _current;
    private int _tokens;

    public Compilation Compilation => compilation;

    public CancellationToken CancellationToken => cancellationToken;

    /// <summary>Why the rule cannot be evaluated, as a clause; null: nothing speaks against it so far.</summary>
    public string? Refusal { get; private set; }

    /// <summary>The functions of the program; without meaning once there is a <see cref="Refusal"/>.</summary>
    public EquatableArray<RuleFunction> Lower(IMethodSymbol rule)
    {
        PlaceOf(rule);
        List<RuleFunction> functions = new();
        while (functions.Count < _methods.Count && Refusal is null)
        {
            _current = _methods[functions.Count];
            functions.Add(LowerCurrent(_current));
        }

        return functions.ToEquatableArray();
    }

    /// <summary>The place of a method in the program; a method not seen before is lowered later.</summary>
    public int PlaceOf(IMethodSymbol method)
    {
        if (!_places.TryGetValue(method, out int place))
        {
            place = _methods.Count;
            _places.Add(method, place);
            _methods.Add(method);
        }

        return place;
    }

    /// <summary>
    /// Remembers why the rule cannot be evaluated. Lowering goes on with placeholders instead of unwinding; the first reason counts.
    /// </summary>
    /// <param name="what">What the code does, as a verb phrase: "uses floating point".</param>
    public void Refuse(string what) =>
        Refusal ??= _current is null || _places[_current] == 0 ? $"it {what}" : $"it calls {SymbolNames.Of(_current, _methods[0])}, which {what}";

    /// <summary>A name for messages about the rule.</summary>
    public string NameOf(ISymbol symbol) => SymbolNames.Of(symbol, _methods[0]);

    /// <summary>Overflow throws where this stands: by the innermost checked or unchecked around it, else by the project's setting.</summary>
    public bool IsChecked(SyntaxNode syntax)
    {
        for (SyntaxNode? node = syntax; node is not null; node = node.Parent)
        {
            if (node.Kind() is SyntaxKind.CheckedExpression or SyntaxKind.CheckedStatement)
            {
                return true;
            }

            if (node.Kind() is SyntaxKind.UncheckedExpression or SyntaxKind.UncheckedStatement)
            {
                return false;
            }
        }

        return compilation.Options.CheckOverflow;
    }

    private RuleFunction LowerCurrent(IMethodSymbol method)
    {
        IMethodSymbol implementation = method.PartialImplementationPart ?? method;
        foreach (SyntaxReference reference in implementation.DeclaringSyntaxReferences)
        {
            SyntaxNode declaration = reference.GetSyntax(cancellationToken);
            _tokens += declaration.DescendantTokens().Take(MostTokens + 1).Count();
            if (_tokens > MostTokens)
            {
                // Before the compiler is asked what it means: that alone takes it seconds for a switch of ten thousand cases.
                Refuse("is longer than 6,000 words and signs");
                break;
            }

            SemanticModel model = compilation.GetSemanticModel(declaration.SyntaxTree);
            IBlockOperation? body = model.GetOperation(declaration, cancellationToken) switch
            {
                IMethodBodyOperation { BlockBody: { } block } => block,
                IMethodBodyOperation { ExpressionBody: { } block } => block,
                ILocalFunctionOperation { Body: { } block } => block,
                _ => null,
            };
            if (body is not null)
            {
                return new FunctionLowering(this, implementation).Lower(body);
            }
        }

        Refuse("has no body");
        return new RuleFunction(0, 0, BlockStatement.Empty);
    }
}
