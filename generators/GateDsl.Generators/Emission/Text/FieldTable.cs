using GateDsl.Generators.Planning.Program;

namespace GateDsl.Generators.Emission;

/// <summary>A field and how it is made.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Name">Its name.</param>
/// <param name="Value">A call with short literals.</param>
internal sealed record MadeField(string Type, string Name, string Value)
{
    /// <summary>The call, and the pairs of literals that a stack has for each of its maps.</summary>
    public int Operands { get; init; } = 1;
}

/// <summary>Fields of a class that its constructor makes from one argument; in parts where they would make a method too long for the JIT.</summary>
internal static class FieldTable
{
    /// <param name="code">Where to.</param>
    /// <param name="header">The class up to its name.</param>
    /// <param name="name">Its name.</param>
    /// <param name="parameter">The parameter of its constructor, with its type.</param>
    /// <param name="fields">The fields, in the order in which they are made.</param>
    public static void Write(CodeWriter code, string header, string name, string parameter, IReadOnlyList<MadeField> fields)
    {
        IReadOnlyList<IReadOnlyList<MadeField>> split = MethodSplitter.Split(fields, field => field.Operands);
        if (split.Count == 1)
        {
            code.Block($"{header} {name}({parameter})", () =>
            {
                // A statement for each, so that one more changes no other line.
                foreach (MadeField field in fields)
                {
                    code.Write($"public readonly {field.Type} {field.Name} = {field.Value};");
                }
            });
            return;
        }

        Parts<MadeField> parts = new(
            "private void Create", parameter, parameter.Substring(parameter.LastIndexOf(' ') + 1), split,
            some => code.Each(some, field => code.Write($"{field.Name} = {field.Value};")));
        code.Block($"{header} {name}", () =>
        {
            foreach (MadeField field in fields)
            {
                code.Write($"public {field.Type} {field.Name}{(field.Type.EndsWith("]", StringComparison.Ordinal) ? " = null!" : "")};");
            }

            code.Line().Block($"public {name}({parameter})", () => parts.WriteInPlace(code));
            parts.WriteMethods(code);
        });
    }
}
