using GateDsl.Generators.Planning.Program;

namespace GateDsl.Generators.Emission;

/// <summary>A statement as it is printed.</summary>
/// <param name="Text">With its semicolon; broken into lines where it is long.</param>
/// <param name="Operands">The arguments of its call.</param>
/// <param name="Comment">What is said above it, apart from what stands before; null: nothing.</param>
internal sealed record Statement(string Text, int Operands, string? Comment = null);

/// <summary>Methods that are statements and nothing else.</summary>
internal static class Statements
{
    /// <param name="code">Where to.</param>
    /// <param name="header">The method up to its parameters.</param>
    /// <param name="part">The static methods that it may be split into, up to their number.</param>
    /// <param name="parameters">Their parameters.</param>
    /// <param name="arguments">What the parts are called with.</param>
    /// <param name="statements">The statements.</param>
    public static void Write(CodeWriter code, string header, string part, string parameters, string arguments, IEnumerable<Statement> statements) =>
        new Parts<Statement>(
            $"private static void {part}", parameters, arguments, MethodSplitter.Split(statements, statement => statement.Operands),
            some => WriteAll(code, some)).Write(code, header);

    private static void WriteAll(CodeWriter code, IReadOnlyList<Statement> statements)
    {
        for (int i = 0; i < statements.Count; i++)
        {
            if (statements[i].Comment is { } comment)
            {
                (i == 0 ? code : code.Line()).Comment(comment);
            }

            code.Write(statements[i].Text);
        }
    }
}
