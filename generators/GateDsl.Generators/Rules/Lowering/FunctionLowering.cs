using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace GateDsl.Generators.Rules;

/// <summary>Lowers one method. Here: its frame. The other parts: statements, expressions, patterns, calls.</summary>
internal sealed partial class FunctionLowering
{
    /// <summary>Nesting of statements and expressions. Trees are walked by recursion, also where the host has left little stack.</summary>
    private const int MaximalDepth = 250;

    private static readonly RuleExpression Placeholder = new ConstantExpression(0);

    private readonly ProgramLowering _program;
    private readonly IMethodSymbol _method;
    private readonly Dictionary<ISymbol, int> _slots = new(SymbolEqualityComparer.Default);
    private int _slotCount;
    private int _depth;

    public FunctionLowering(ProgramLowering program, IMethodSymbol method)
    {
        (_program, _method) = (program, method);
        foreach (IParameterSymbol parameter in method.Parameters)
        {
            _slots.Add(parameter, _slotCount++);
        }
    }

    public RuleFunction Lower(IBlockOperation body)
    {
        RuleStatement statement = Statement(body);
        return new RuleFunction(_method.Parameters.Length, _slotCount, statement);
    }

    /// <summary>Notes the reason and gives an expression to go on with.</summary>
    private RuleExpression Refuse(string what)
    {
        _program.Refuse(what);
        return Placeholder;
    }

    private ScalarType TypeOf(IOperation operation) => TypeOf(operation.Type);

    private ScalarType TypeOf(ITypeSymbol? type)
    {
        if (ScalarTypes.Of(type) is { } scalar)
        {
            return scalar;
        }

        Refuse(ScalarTypes.Refusal(type));
        return ScalarType.Int32;
    }

    private int NewSlot() => _slotCount++;

    /// <summary>The slot of a local or parameter of this method.</summary>
    private int SlotOf(ISymbol variable, ITypeSymbol type)
    {
        TypeOf(type);
        if (_slots.TryGetValue(variable, out int slot))
        {
            return slot;
        }

        if (!SymbolEqualityComparer.Default.Equals(variable.ContainingSymbol, _method))
        {
            Refuse($"captures {variable.Name}");
        }
        else if (variable is ILocalSymbol { IsRef: true })
        {
            Refuse($"keeps a reference in {variable.Name}");
        }

        slot = NewSlot();
        _slots.Add(variable, slot);
        return slot;
    }

    /// <summary>False: too deep, or refused already, so that the rest does not matter.</summary>
    private bool TryEnter()
    {
        _program.CancellationToken.ThrowIfCancellationRequested();
        if (_depth == MaximalDepth)
        {
            Refuse($"is nested more than {MaximalDepth} levels deep");
        }

        if (_program.Refusal is not null)
        {
            return false;
        }

        _depth++;
        return true;
    }

    private void Leave() => _depth--;

    private RuleExpression Unsupported(IOperation operation) => Refuse(operation switch
    {
        IInvalidOperation => "does not compile",
        { Type.TypeKind: TypeKind.Error } => "does not compile",
        IPropertyReferenceOperation property => $"reads {_program.NameOf(property.Property)}",
        IObjectCreationOperation { Type: { } type } => $"creates a {type.Name}",
        IArrayCreationOperation or ICollectionExpressionOperation => "creates an array",
        IArrayElementReferenceOperation => "reads an array",
        IAnonymousFunctionOperation or IDelegateCreationOperation => "uses a lambda",
        ITryOperation => "catches exceptions",
        IForEachLoopOperation => "enumerates a collection",
        IBranchOperation or ILabeledOperation => "jumps with goto",
        IEventReferenceOperation or IInstanceReferenceOperation or IAwaitOperation => "is more than a function of its arguments",
        _ when operation.Type is not null && ScalarTypes.Of(operation.Type) is null => ScalarTypes.Refusal(operation.Type),
        _ => $"contains \"{Excerpt(operation)}\"",
    });

    private static string Excerpt(IOperation operation)
    {
        const int Longest = 40;
        string text = string.Join(" ", operation.Syntax.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return text.Length <= Longest ? text : text.Substring(0, Longest) + "...";
    }
}
