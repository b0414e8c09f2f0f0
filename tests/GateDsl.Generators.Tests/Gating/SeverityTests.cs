using System.Collections.Immutable;
using GateDsl.Generators.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GateDsl.Generators.Tests.Gating;

/// <summary>
/// There is one descriptor per id, and the severity is given when a finding is reported: error where the class claims to be Rectified. These are
/// the facts of docs/diagnostics, "Severity": what a project can do about it.
/// </summary>
public class SeverityTests
{
    [Theory]
    [InlineData(false, "GDSL101 Warning Xor", "GDSL102 Info Nested", "GDSL106 Info Hid")]
    [InlineData(true, "GDSL101 Error Xor", "GDSL102 Info Nested", "GDSL106 Error Hid")]
    public void UnsaidItFollowsTheClaim(bool rectified, params string[] expected) =>
        Assert.Equal(expected, Found(rectified, options => options));

    [Theory]
    [InlineData(false, "GDSL101 Error Xor", "GDSL102 Info Nested", "GDSL106 Info Hid")]
    [InlineData(true, "GDSL101 Error Xor", "GDSL102 Info Nested", "GDSL106 Error Hid")]
    public void WarningsAsErrorsLiftsWarningsOnly(bool rectified, params string[] expected) =>
        Assert.Equal(expected, Found(rectified, options => options.WithGeneralDiagnosticOption(ReportDiagnostic.Error)));

    /// <summary>dotnet_diagnostic.GDSL101.severity = suggestion, and the same for GDSL106.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void AnEditorConfigSaysWhatItIsWhateverIsClaimed(bool rectified) => Assert.Equal(
        ["GDSL101 Info Xor", "GDSL102 Info Nested", "GDSL106 Info Hid"],
        Found(rectified, options => options.WithSyntaxTreeOptionsProvider(new EditorConfig(ReportDiagnostic.Info, "GDSL101", "GDSL106"))));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void AnEditorConfigCanTurnItOff(bool rectified) => Assert.Equal(
        ["GDSL102 Info Nested"],
        Found(rectified, options => options.WithSyntaxTreeOptionsProvider(new EditorConfig(ReportDiagnostic.Suppress, "GDSL101", "GDSL106"))));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void NoWarnTurnsItOff(bool rectified) => Assert.Equal(
        ["GDSL102 Info Nested", rectified ? "GDSL106 Error Hid" : "GDSL106 Info Hid"],
        Found(rectified, options => options.WithSpecificDiagnosticOptions([new("GDSL101", ReportDiagnostic.Suppress)])));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void APragmaSuppressesIt(bool rectified) => Assert.Equal(
        ["GDSL102 Info Nested"],
        Found(rectified, options => options, "#pragma warning disable GDSL101, GDSL106"));

    [Fact]
    public void WhatLeavesANetworkWithoutCodeIsSaidWhateverIsSilenced()
    {
        CSharpCompilation compilation = InMemory.Compile("""
            #pragma warning disable
            #pragma warning disable GDSL030
            [GatedNetwork]
            public partial class Net
            {
                [OneHotInput(0)] public partial Layer Item { get; }
                [Hidden(8), From(nameof(Item))] public partial Layer Common { get; }
                [Output(7), From(nameof(Common))] public partial Layer Properties { get; }
            }
            """);
        CSharpCompilationOptions silent = compilation.Options
            .WithSpecificDiagnosticOptions([new("GDSL030", ReportDiagnostic.Suppress)])
            .WithSyntaxTreeOptionsProvider(new EditorConfig(ReportDiagnostic.Suppress, "GDSL030"));

        Assert.Equal(["GDSL030 Error 0"], InMemory.Analyze(compilation.WithOptions(silent)).Select(Gating.Found.Short));
    }

    private static string[] Found(bool rectified, Func<CSharpCompilationOptions, CSharpCompilationOptions> change, string pragma = "")
    {
        CSharpCompilation compilation = InMemory.Compile($$"""
            {{pragma}}
            [GatedNetwork(Rectified = {{(rectified ? "true" : "false")}})]
            public partial class Net
            {
                [OneHotInput(4)] public partial Layer Item { get; }
                [OneHotInput(3)] public partial Layer Context { get; }
                [Selector(2)] public partial Selector Mode { get; }
                [Hidden(8), From(nameof(Item), nameof(Context))] public partial Layer Common { get; }
                [Hidden(8), From(nameof(Item)), ActiveWhen(nameof(Odd))] public partial Layer Xor { get; }
                [Hidden(8), From(nameof(Item)), ActiveWhen(nameof(Late))] public partial Layer Nested { get; }
                [Hidden(8), From(nameof(Item)), ActiveIn(nameof(Mode), 1)] public partial Layer Hid { get; }
                [Output(7), From(nameof(Common), nameof(Xor), nameof(Nested), nameof(Hid))] public partial Layer Properties { get; }

                private static bool Odd(int item, int context) => (item + context) % 2 == 1;
                private static bool Late(int item, int context) => item > context;
            }
            """);
        ImmutableArray<Diagnostic> diagnostics = InMemory.Analyze(compilation.WithOptions(change(compilation.Options)));
        return [.. diagnostics.Select(Gating.Found.Short)];
    }

    private sealed class EditorConfig(ReportDiagnostic severity, params string[] ids) : SyntaxTreeOptionsProvider
    {
        public override GeneratedKind IsGenerated(SyntaxTree tree, CancellationToken cancellationToken) => GeneratedKind.Unknown;

        public override bool TryGetDiagnosticValue(
            SyntaxTree tree, string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic found)
        {
            found = severity;
            return ids.Contains(diagnosticId);
        }

        public override bool TryGetGlobalDiagnosticValue(string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic found)
        {
            found = default;
            return false;
        }
    }
}
