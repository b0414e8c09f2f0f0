using GateDsl.Generators.Planning.Program;

namespace GateDsl.Generators.Emission;

/// <summary>Prints planned methods: a formula, and the calls below it.</summary>
internal static class ProgramPrinter
{
    /// <summary>On every method of an epoch: trainings of small networks are over before the runtime would find out which methods matter.</summary>
    public const string AtOnce = "[global::System.Runtime.CompilerServices.MethodImpl(AtOnce)]";

    /// <param name="code">Where to.</param>
    /// <param name="header">The method up to its name.</param>
    /// <param name="method">The method.</param>
    /// <param name="parameters">Its parameters.</param>
    /// <param name="arguments">What its parts are called with.</param>
    /// <param name="locals">What the method, and each of its parts, begins with; empty: nothing.</param>
    public static void Write(CodeWriter code, string header, ProgramMethod method, string parameters, string arguments, string locals = "") =>
        new Parts<CallGroup>($"private void {method.Name}", parameters, arguments, method.Parts, groups => WriteGroups(code, locals, groups), AtOnce)
            .Write(code, $"{header} {method.Name}");

    private static void WriteGroups(CodeWriter code, string locals, IReadOnlyList<CallGroup> groups)
    {
        if (locals.Length > 0 && groups.Count > 0)
        {
            code.Write(locals);
        }

        for (int group = 0; group < groups.Count; group++)
        {
            // A group without a formula goes on with the one before.
            if (groups[group].Formula.Count > 0 && (group > 0 || locals.Length > 0))
            {
                code.Line();
            }

            WriteGroup(code, groups[group]);
        }
    }

    private static void WriteGroup(CodeWriter code, CallGroup group)
    {
        if (group.Formula.Count > 0)
        {
            code.Comment(string.Concat(group.Formula.Select(part => part.Operand is { } operand ? operand.Indexed(name => name) : part.Text)));
        }

        if (group.Loop is not { } loop)
        {
            WriteCalls(code, group);
            return;
        }

        code.Block(loop.First <= loop.Last
            ? $"for (int k = {loop.First}; k < {loop.Last + 1}; k++)"
            : $"for (int k = {loop.First}; k >= {loop.Last}; k--)", () => WriteCalls(code, group));
    }

    private static void WriteCalls(CodeWriter code, CallGroup group)
    {
        foreach (KernelCall call in group.Calls)
        {
            IEnumerable<string> operands = call.Operands.Select(Text);
            if (call.OneHot.Count > 0)
            {
                operands = operands.Prepend($"[{string.Join(", ", call.OneHot.Select(edge => $"({Text(edge.Weights)}, {Text(edge.Input)})"))}]");
            }

            code.Call(call.Kernel, [.. call.Factor.Length == 0 ? operands : operands.Append(call.Factor)]);
        }
    }

    private static string Text(Operand operand) => $"{operand.Owner}.{operand.Indexed(Literals.Identifier)}";
}
