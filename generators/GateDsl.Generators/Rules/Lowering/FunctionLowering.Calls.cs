using GateDsl.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace GateDsl.Generators.Rules;

internal sealed partial class FunctionLowering
{
    private RuleExpression Call(IInvocationOperation call)
    {
        IMethodSymbol method = call.TargetMethod;
        if (call.Instance is not null || !IsCallable(method))
        {
            return Refuse($"calls {_program.NameOf(method)}");
        }

        // C# evaluates the arguments as they are written, which named ones may not do in the order of the parameters.
        List<RuleExpression> before = new();
        int[] slots = new int[method.Parameters.Length];
        foreach (IArgumentOperation argument in call.Arguments)
        {
            if (argument.Parameter is not { Ordinal: var ordinal, Type: var type } || argument.ArgumentKind == ArgumentKind.ParamArray)
            {
                return Refuse($"calls {_program.NameOf(method)}");
            }

            TypeOf(type);
            slots[ordinal] = NewSlot();
            before.Add(new AssignmentExpression(slots[ordinal], Expression(argument.Value)));
        }

        TypeOf(method.ReturnType);
        return new SequenceExpression(before.ToEquatableArray(), new CallExpression(_program.PlaceOf(method), slots.ToEquatableArray()));
    }

    /// <summary>A static method or local function of this compilation whose call does nothing but run its body.</summary>
    private bool IsCallable(IMethodSymbol method) =>
        method is { IsAbstract: false, IsVirtual: false, IsExtern: false, IsAsync: false, IsGenericMethod: false, RefKind: RefKind.None }
        && (method.MethodKind == MethodKind.LocalFunction || method is { MethodKind: MethodKind.Ordinary, IsStatic: true })
        && !method.DeclaringSyntaxReferences.IsEmpty
        && method.Parameters.All(parameter => parameter.RefKind == RefKind.None)
        && method.ContainingType is { IsGenericType: false } type
        && (SymbolEqualityComparer.Default.Equals(type, _method.ContainingType) || type.StaticConstructors.All(c => c.IsImplicitlyDeclared));

    private RuleExpression Field(IFieldSymbol field) => ReadOnlyFields.ConstantOf(field, _program.Compilation, _program.CancellationToken) is { } value
        ? new ConstantExpression(value)
        : Refuse($"reads {_program.NameOf(field)}, which is not a constant");

    /// <summary>throw new SomeException(...): the arguments are evaluated, then the rule ends.</summary>
    private RuleExpression Throw(IThrowOperation operation)
    {
        IOperation? thrown = operation.Exception;
        while (thrown is IConversionOperation { IsImplicit: true, Operand: var inner })
        {
            thrown = inner;
        }

        if (thrown is not IObjectCreationOperation { Type: { } type, Initializer: null } creation || !IsOfCoreLibrary(type))
        {
            return Refuse("throws an exception that it does not create");
        }

        List<RuleExpression> before = new();
        foreach (IArgumentOperation argument in creation.Arguments)
        {
            IOperation value = argument.Value;
            while (value is IConversionOperation { IsImplicit: true, OperatorMethod: null, Operand: var inner })
            {
                value = inner;
            }

            if (!value.ConstantValue.HasValue)
            {
                before.Add(Expression(value));
            }
        }

        return new SequenceExpression(before.ToEquatableArray(), new ThrowExpression(type.Name));
    }

    /// <summary>Exceptions of the core library are known to do nothing else when they are created.</summary>
    private bool IsOfCoreLibrary(ITypeSymbol type) => SymbolEqualityComparer.Default.Equals(
        type.ContainingAssembly, _program.Compilation.GetSpecialType(SpecialType.System_Object).ContainingAssembly);
}
