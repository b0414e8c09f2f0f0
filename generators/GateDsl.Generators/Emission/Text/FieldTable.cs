using GateDsl.Generators.Planning.Program;

namespace GateDsl.Generators.Emission;

/// <summary>Fields of a class that its constructor makes from one argument; in parts where they would make a method too long for the JIT.</summary>
internal static class FieldTable
{
    /// <param name="code">Where to.</param>
    /// <param name="header">The class up to its name.</param>
    /// <param name="name">Its name.</param>
    /// <param name="parameter">The parameter of its constructor, with its type.</param>
    /// <param name="fields">Type, name and value of each field, in the order in which they are made.</param>
    public static void Write(CodeWriter code, string header, string name, string parameter, IReadOnlyList<(string Type, string Name, string Value)> fields)
    {
        IReadOnlyList<IReadOnlyList<(string Type, string Name, string Value)>> split = MethodSplitter.Split(fields, OperandsOf);
        if (split.Count == 1)
        {
            code.Block($"{header} {name}({parameter})", () =>
            {
                // A statement for each, so that one more changes no other line.
                foreach ((string type, string field, string value) in fields)
                {
                    code.Write($"public readonly {type} {field} = {value};");
                }
            });
            return;
        }

        Parts<(string Type, string Name, string Value)> parts = new(
            "private void Create", parameter, parameter.Substring(parameter.LastIndexOf(' ') + 1), split,
            some => code.Each(some, field => code.Write($"{field.Name} = {field.Value};")));
        code.Block($"{header} {name}", () =>
        {
            foreach ((string type, string field, _) in fields)
            {
                code.Write($"public {type} {field}{(type.EndsWith("]", StringComparison.Ordinal) ? " = null!" : "")};");
            }

            code.Line().Block($"public {name}({parameter})", () => parts.WriteInPlace(code));
            parts.WriteMethods(code);
        });
    }

    /// <summary>A call with short literals, and the pairs of literals that a stack has for each of its maps.</summary>
    private static int OperandsOf((string Type, string Name, string Value) field) => field.Value.Count(c => c == '(');
}
