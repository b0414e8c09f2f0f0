namespace GateDsl.Generators.Emission;

/// <summary>Splits what would be one long method: the JIT stops optimising methods that are too long.</summary>
internal static class MethodParts
{
    /// <summary>Statements in one emitted method, far below what the JIT stops at.</summary>
    private const int MostStatements = 120;

    /// <summary>Writes statements into one method, or into several that it calls where they are many.</summary>
    public static void Write(CodeWriter code, string name, string parameters, string arguments, string summary, List<string> statements, string accessibility = "public")
    {
        code.Summary(summary);
        if (statements.Count <= MostStatements)
        {
            code.Block($"{accessibility} static void {name}({parameters})", () => WriteStatements(code, statements));
            return;
        }

        int parts = (statements.Count + MostStatements - 1) / MostStatements;
        code.Block($"{accessibility} static void {name}({parameters})", () =>
        {
            for (int part = 0; part < parts; part++)
            {
                code.Write($"{name}_{part}({arguments});");
            }
        });
        for (int part = 0; part < parts; part++)
        {
            code.Line();
            code.Block($"private static void {name}_{part}({parameters})", () =>
                WriteStatements(code, statements.Skip(part * MostStatements).Take(MostStatements)));
        }
    }

    /// <summary>An empty line before each comment, which opens a group of statements.</summary>
    private static void WriteStatements(CodeWriter code, IEnumerable<string> statements)
    {
        bool first = true;
        foreach (string statement in statements)
        {
            if (!statement.StartsWith("// ", StringComparison.Ordinal))
            {
                code.Statement(statement);
                first = false;
                continue;
            }

            if (!first)
            {
                code.Line();
            }

            code.Comment(statement.Substring(3));
            first = false;
        }
    }
}
