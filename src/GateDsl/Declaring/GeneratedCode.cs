namespace GateDsl;

/// <summary>What marks the types of GateDsl.CompilerServices, which only generated code calls: they may change with every version.</summary>
internal static class GeneratedCode
{
    public const string Only = "For code that GateDsl generates: it may change with every version.";

    public const string Id = "GDSL301";

    public const string Page = "https://github.com/gatedsl/gatedsl/blob/main/docs/diagnostics/{0}.md";
}
