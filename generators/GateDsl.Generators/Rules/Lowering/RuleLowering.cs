using GateDsl.Generators.Model;
using Microsoft.CodeAnalysis;

namespace GateDsl.Generators.Rules;

/// <summary>From the C# of a rule to a tree that needs no compilation.</summary>
internal static class RuleLowering
{
    /// <summary>Lowers a rule and every method that it calls. Broken code is no error here: it gives a reason.</summary>
    /// <param name="method">A <c>static bool</c> over ints.</param>
    /// <param name="compilation">The compilation that the method belongs to.</param>
    /// <param name="cancellationToken">Ends the work with an <see cref="OperationCanceledException"/>.</param>
    public static LoweredRule Lower(IMethodSymbol method, Compilation compilation, CancellationToken cancellationToken)
    {
        if (!IsRule(method))
        {
            return new LoweredRule(null, "it is not a static bool over ints");
        }

        ProgramLowering program = new(compilation, cancellationToken);
        EquatableArray<RuleFunction> functions = program.Lower(method);
        return program.Refusal is { } reason ? new LoweredRule(null, reason) : new LoweredRule(new RuleProgram(functions), null);
    }

    private static bool IsRule(IMethodSymbol method) =>
        method is { IsStatic: true, ReturnType.SpecialType: SpecialType.System_Boolean, ReturnsByRef: false, ReturnsByRefReadonly: false }
        && method.Parameters.All(p => p is { RefKind: RefKind.None, Type.SpecialType: SpecialType.System_Int32 });
}
