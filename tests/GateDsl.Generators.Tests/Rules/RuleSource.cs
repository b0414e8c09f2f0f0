using System.Reflection;
using System.Runtime.Loader;
using Basic.Reference.Assemblies;
using GateDsl.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GateDsl.Generators.Tests.Rules;

/// <summary>C# with rules in it: lowered by the product, and compiled and run by .NET as the oracle.</summary>
internal sealed class RuleSource
{
    private readonly CSharpCompilation _compilation;
    private readonly Lazy<Assembly> _assembly;

    private RuleSource(string[] sources, bool checkOverflow)
    {
        _compilation = CSharpCompilation.Create(
            "Rules",
            sources.Select(source => CSharpSyntaxTree.ParseText(source)),
            Net100.References.All,
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary, checkOverflow: checkOverflow, optimizationLevel: OptimizationLevel.Release));
        _assembly = new Lazy<Assembly>(Load);
    }

    public static RuleSource Of(params string[] sources) => new(sources, checkOverflow: false);

    public static RuleSource Checked(params string[] sources) => new(sources, checkOverflow: true);

    /// <summary>A class R with the given members, one of them the rule M.</summary>
    public static RuleSource Class(string members) => Of($"using System; public static partial class R {{ {members} }}");

    public LoweredRule Lower(string type, string method) =>
        RuleLowering.Lower(Symbol(type, method), _compilation, CancellationToken.None);

    public LoweredRule Lower() => Lower("R", "M");

    /// <summary>The rule as .NET runs it.</summary>
    public Func<int[], RuleOutcome> Compiled(string type, string method)
    {
        MethodInfo info = _assembly.Value.GetType(type)!.GetMethod(method, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!;
        return arguments =>
        {
            try
            {
                return (bool)info.Invoke(null, [.. arguments.Cast<object>()])! ? RuleOutcome.On : RuleOutcome.Off;
            }
            catch (TargetInvocationException e)
            {
                return RuleOutcome.Throws(e.InnerException!.GetType().Name);
            }
        };
    }

    /// <summary>The methods that do not compile.</summary>
    public HashSet<string> MethodsWithErrors() =>
        [.. _compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => MethodAt(d.Location))];

    public RuleSource Without(HashSet<string> methods)
    {
        SyntaxNode root = _compilation.SyntaxTrees.Single().GetRoot();
        SyntaxNode rest = root.RemoveNodes(Methods().Where(method => methods.Contains(method.Identifier.Text)), SyntaxRemoveOptions.KeepNoTrivia)!;
        return new RuleSource([rest.ToFullString()], _compilation.Options.CheckOverflow);
    }

    public string Text(string method) => Methods().Single(m => m.Identifier.Text == method).ToString();

    private IEnumerable<MethodDeclarationSyntax> Methods() =>
        _compilation.SyntaxTrees.SelectMany(tree => tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>());

    private static string MethodAt(Location location) =>
        location.SourceTree!.GetRoot().FindNode(location.SourceSpan).FirstAncestorOrSelf<MethodDeclarationSyntax>()!.Identifier.Text;

    private IMethodSymbol Symbol(string type, string method) =>
        _compilation.GetTypeByMetadataName(type)!.GetMembers(method).OfType<IMethodSymbol>().First();

    private Assembly Load()
    {
        using var stream = new MemoryStream();
        var result = _compilation.Emit(stream);
        Assert.True(
            result.Success,
            string.Join('\n', result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).Take(5).Select(d => $"{d}: {Line(d)}")));
        stream.Position = 0;
        return new AssemblyLoadContext("rules", isCollectible: true).LoadFromStream(stream);
    }

    private static string? Line(Diagnostic diagnostic) =>
        diagnostic.Location.SourceTree?.GetText().Lines[diagnostic.Location.GetLineSpan().StartLinePosition.Line].ToString();
}
