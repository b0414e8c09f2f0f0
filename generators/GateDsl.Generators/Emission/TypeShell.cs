using GateDsl.Generators.Model;

namespace GateDsl.Generators.Emission;

/// <summary>Opens the namespace, the containing types and the class that a generated file adds to.</summary>
internal static class TypeShell
{
    /// <summary>Names by which generated code calls the runtime: chosen so that no declaration means something else by them.</summary>
    private const string Usings = """
        using System;
        using MatrixPacking = global::GateDsl.CompilerServices.MatrixPacking;
        using MatrixProducts = global::GateDsl.CompilerServices.MatrixProducts;
        """;

    public static void WriteWithAliases(CodeWriter code, TypeModel type, Action body)
    {
        code.Line().Write(Usings);
        Write(code, type, body);
    }

    /// <summary>The same for a body that does not use them.</summary>
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
