namespace GateDsl.Generators.Emission;

/// <summary>What marks a generated type: by whom it was written, and that neither coverage nor the debugger's steps are of use in it.</summary>
internal static class GeneratedAttributes
{
    private static readonly string Version = typeof(GeneratedAttributes).Assembly.GetName().Version.ToString();

    public static void Write(CodeWriter code) => code.Write($"""
        [global::System.CodeDom.Compiler.GeneratedCode("GateDsl", "{Version}")]
        [global::System.Diagnostics.CodeAnalysis.ExcludeFromCodeCoverage, global::System.Diagnostics.DebuggerNonUserCode]
        """);
}
