using System.Text;
using GateDsl.Generators.Analysis.Gating;
using GateDsl.Generators.Emission;
using GateDsl.Generators.Emission.Native;
using GateDsl.Generators.Model;
using GateDsl.Generators.Parsing.Reading;
using GateDsl.Generators.Parsing.Reuse;
using GateDsl.Generators.Parsing;
using GateDsl.Generators.Planning;
using GateDsl.Generators.Planning.Native;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace GateDsl.Generators;

/// <summary>
/// The pipeline: a class with <c>[GatedNetwork]</c> is parsed to a model, planned, and printed. Errors are the analyzers' to report; a faulty
/// declaration only gets bodies for its properties.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class GatedNetworkGenerator : IIncrementalGenerator
{
    /// <summary>Names of the steps, by which tests follow what an edit makes run again.</summary>
    internal static class Steps
    {
        public const string Parse = nameof(Parse);
        public const string Model = nameof(Model);
        public const string Plan = nameof(Plan);
        public const string Emit = nameof(Emit);
        public const string Fallback = nameof(Fallback);

        public static readonly string[] All = [Parse, Model, Plan, Emit, Fallback];
    }

    /// <summary>Without a byte order mark: a file written by the build is the text, byte for byte.</summary>
    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<ParsedClass> classes = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                AttributeTable.GatedNetwork.FullName,
                static (node, _) => node is TypeDeclarationSyntax,
                static (syntax, ct) => ParsedClass.Of(syntax, ct))
            .Where(static parsed => parsed is not null)
            .Select(static (parsed, _) => parsed!)
            .WithTrackingName(Steps.Parse);

        IncrementalValuesProvider<CompilationPlan> plans = classes
            .Where(static parsed => parsed.Model is not null)
            .Select(static (parsed, _) => parsed.Model!)
            .WithTrackingName(Steps.Model)
            .Select(static (model, ct) => CompilationPlan.Of(model, GateClasses.Of(model, ct)))
            .WithTrackingName(Steps.Plan);

        IncrementalValuesProvider<EquatableArray<SourceFile>> files = plans
            .Select(static (plan, _) => Emitter.Emit(plan))
            .WithTrackingName(Steps.Emit);

        // What a C program calls is one file for all networks of the project, where the project asks for it.
        IncrementalValueProvider<string?> library = context.AnalyzerConfigOptionsProvider
            .Select(static (options, _) => NativeLibraryOption.IsOn(options.GlobalOptions))
            .Combine(context.CompilationProvider.Select(static (compilation, _) => compilation.AssemblyName))
            .Select(static (asked, _) => asked.Left ? asked.Right ?? "" : null);
        IncrementalValueProvider<EquatableArray<SourceFile>> exports = plans
            .Select(static (plan, _) => NativePlan.Of(plan))
            .Collect()
            .Combine(library)
            .Select(static (networks, _) => NativeFile.All(networks.Left, networks.Right));

        IncrementalValueProvider<bool> areAnalyzersOff = context.AnalyzerConfigOptionsProvider
            .Select(static (options, _) => AnalyzersOff.In(options.GlobalOptions));

        // All faulty networks as one value: combined one by one with an option, the compiler loses some of them where others come, go or move.
        IncrementalValueProvider<EquatableArray<SourceFile>> shells = classes
            .Where(static parsed => parsed.Fallback is not null)
            .Select(static (parsed, _) => parsed.Fallback!)
            .Collect()
            .Combine(areAnalyzersOff)
            .Select(static (faulty, _) => FallbackFile.All(faulty.Left, faulty.Right))
            .WithTrackingName(Steps.Fallback);

        context.RegisterSourceOutput(files, static (output, files) => Add(output, files));
        context.RegisterSourceOutput(exports, static (output, files) => Add(output, files));
        context.RegisterSourceOutput(shells, static (output, files) => Add(output, files));
    }

    private static void Add(SourceProductionContext output, EquatableArray<SourceFile> files)
    {
        foreach (SourceFile file in files)
        {
            output.AddSource(file.HintName, SourceText.From(file.Text, Utf8));
        }
    }

    /// <summary>What the pipeline keeps of a class: no symbol, syntax or location.</summary>
    private sealed record ParsedClass(NetworkModel? Model, FallbackModel? Fallback)
    {
        /// <summary>Null: another part of the class speaks for it. Every part with the attribute comes here, and a class has its code once.</summary>
        public static ParsedClass? Of(GeneratorAttributeSyntaxContext syntax, CancellationToken ct)
        {
            INamedTypeSymbol type = (INamedTypeSymbol)syntax.TargetSymbol;
            SyntaxReference? first = type.FirstLanguage(AttributeTable.GatedNetwork.Name)?.ApplicationSyntaxReference;
            if (first is null || first.SyntaxTree != syntax.TargetNode.SyntaxTree || !syntax.TargetNode.Span.Contains(first.Span))
            {
                return null;
            }

            ParseResult result = ParsedNetworks.Of(type, syntax.SemanticModel.Compilation, ct);
            return new ParsedClass(result.Model, result.Fallback);
        }
    }
}
