using GateDsl.Generators.Planning.Program;

namespace GateDsl.Generators.Emission;

/// <summary>Prints planned methods: a formula, and the calls below it.</summary>
internal static class ProgramPrinter
{
    /// <param name="code">Where to.</param>
    /// <param name="header">The method up to its name.</param>
    /// <param name="method">The method.</param>
    /// <param name="parameters">Its parameters.</param>
    /// <param name="arguments">What its parts are called with.</param>
    public static void Write(CodeWriter code, string header, ProgramMethod method, string parameters, string arguments)
    {
        IReadOnlyList<IReadOnlyList<CallGroup>> parts = MethodSplitter.Split(method.Groups);
        if (parts.Count == 1)
        {
            code.Block($"{header} {method.Name}({parameters})", () => WriteGroups(code, parts[0]));
            return;
        }

        code.Block($"{header} {method.Name}({parameters})", () =>
        {
            for (int part = 0; part < parts.Count; part++)
            {
                code.Write($"{method.Name}{part}({arguments});");
            }
        });
        for (int part = 0; part < parts.Count; part++)
        {
            code.Line().Block($"private void {method.Name}{part}({parameters})", () => WriteGroups(code, parts[part]));
        }
    }

    private static void WriteGroups(CodeWriter code, IEnumerable<CallGroup> groups) => code.Separated(groups, group =>
    {
        code.Comment(string.Concat(group.Formula.Select(part => part.Operand is { } operand ? operand.Indexed(name => name) : part.Text)));
        if (group.Loop is not { } loop)
        {
            WriteCalls(code, group);
            return;
        }

        code.Block(loop.First <= loop.Last
            ? $"for (int k = {loop.First}; k < {loop.Last + 1}; k++)"
            : $"for (int k = {loop.First}; k >= {loop.Last}; k--)", () => WriteCalls(code, group));
    });

    private static void WriteCalls(CodeWriter code, CallGroup group)
    {
        foreach (KernelCall call in group.Calls)
        {
            IEnumerable<string> operands = call.Operands.Select(operand => $"{operand.Owner}.{operand.Indexed(Literals.Identifier)}");
            code.Call(call.Kernel, [.. call.Factor.Length == 0 ? operands : operands.Append(call.Factor)]);
        }
    }
}
