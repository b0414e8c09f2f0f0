using GateDsl.Generators.Model;

namespace GateDsl.Generators.Emission;

/// <summary>Opens the namespace, the containing types and the class that a generated file adds to.</summary>
internal static class TypeShell
{
    /// <summary>The parts of the class that a generated file adds.</summary>
    public static void Write(CodeWriter code, TypeModel type, Action body) => Write(code, type, $"partial class {Literals.Identifier(type.Name)}", body);

    /// <summary>The same under another header.</summary>
    public static void Write(CodeWriter code, TypeModel type, string header, Action body)
    {
        code.Line();
        IEnumerable<string> headers = type.Containers.Append(header);
        if (type.Namespace.Length > 0)
        {
            headers = headers.Prepend($"namespace {type.Namespace}");
        }

        Nest(code, [.. headers], 0, body);
    }

    private static void Nest(CodeWriter code, string[] headers, int depth, Action body)
    {
        if (depth == headers.Length)
        {
            body();
            return;
        }

        code.Block(headers[depth], () => Nest(code, headers, depth + 1, body));
    }
}
