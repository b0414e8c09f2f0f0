namespace GateDsl.Generators.Emission;

/// <summary>Splits what would be one long method: the JIT stops optimising methods that are too long.</summary>
internal static class MethodParts
{
    /// <summary>Statements in one emitted method, and about the bytes of IL that their arguments take: far below what the JIT stops at.</summary>
    private const int MostStatements = 120;
    private const int MostBytes = 16_000;
    private const int BytesOfArgument = 17;

    /// <summary>Writes statements into one method, or into several that it calls where they are many.</summary>
    public static void Write(CodeWriter code, string name, string parameters, string arguments, string summary, List<string> statements, string accessibility = "public")
    {
        code.Summary(summary);
        string header = accessibility + (accessibility.EndsWith("override", StringComparison.Ordinal) ? " void" : " static void");
        List<List<string>> parts = Split(statements);
        if (parts.Count <= 1)
        {
            code.Block($"{header} {name}({parameters})", () => WriteStatements(code, statements));
            return;
        }

        code.Block($"{header} {name}({parameters})", () =>
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

    /// <summary>Cuts before a comment, so that a group of statements stays together; within a group only where it alone is too long.</summary>
    private static List<List<string>> Split(List<string> statements)
    {
        List<List<string>> parts = [[]];
        int start = 0;
        while (start < statements.Count)
        {
            int next = statements.FindIndex(start + 1, statement => statement.StartsWith("// ", StringComparison.Ordinal));
            int end = next < 0 ? statements.Count : next;
            List<string> last = parts[parts.Count - 1];
            if (last.Count > 0 && !Fit(last, statements.GetRange(start, end - start)))
            {
                parts.Add([]);
            }

            for (; start < end; start++)
            {
                if (!Fit(parts[parts.Count - 1], [statements[start]]))
                {
                    parts.Add([]);
                }

                parts[parts.Count - 1].Add(statements[start]);
            }
        }

        return parts;
    }

    private static bool Fit(List<string> part, List<string> more) =>
        part.Count + more.Count <= MostStatements && Bytes(part) + Bytes(more) <= MostBytes;

    private static int Bytes(List<string> statements) => statements.Sum(statement => BytesOfArgument * (1 + statement.Count(c => c == ',')));

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
