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

        List<List<string>> parts = Parts(statements);
        code.Block($"{accessibility} static void {name}({parameters})", () =>
        {
            for (int part = 0; part < parts.Count; part++)
            {
                code.Write($"{name}_{part}({arguments});");
            }
        });
        for (int part = 0; part < parts.Count; part++)
        {
            code.Line();
            code.Block($"private static void {name}_{part}({parameters})", () => WriteStatements(code, parts[part]));
        }
    }

    /// <summary>Cuts before a comment, so that a group of statements and its locals stay together; within a group only where it alone is too long.</summary>
    private static List<List<string>> Parts(List<string> statements)
    {
        List<List<string>> parts = [[]];
        int start = 0;
        while (start < statements.Count)
        {
            int next = statements.FindIndex(start + 1, statement => statement.StartsWith("// ", StringComparison.Ordinal));
            int end = Math.Min(next < 0 ? statements.Count : next, start + MostStatements);
            if (parts[parts.Count - 1].Count + end - start > MostStatements)
            {
                parts.Add([]);
            }

            parts[parts.Count - 1].AddRange(statements.GetRange(start, end - start));
            start = end;
        }

        return parts;
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
