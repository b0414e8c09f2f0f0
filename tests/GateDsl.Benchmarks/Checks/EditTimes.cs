using System.Diagnostics;
using GateDsl.Benchmarks.Report;
using GateDsl.Benchmarks.Timing;
using GateDsl.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GateDsl.Benchmarks.Checks;

/// <summary>
/// What an edit costs where declarations are generated from: the time of the compiler's generator driver, warm, and beside it that of a generator
/// which only finds the declarations.
/// </summary>
internal static class EditTimes
{
    private const int Edits = 15;
    private const int WarmUp = 100;

    public static IEnumerable<Check> Measure(BenchmarkOptions options)
    {
        foreach ((int declarations, double asked) in new[] { (100, 25.0), (1_000, 120.0) })
        {
            yield return Check($"edit of an unrelated file, {declarations:N0} declarations", declarations, (project, edit) => project.EditOther(edit), asked);
        }

        yield return Check("edit of one of 100 declarations", 100, (project, edit) => project.EditDeclaration(7, edit), 60);
    }

    private static Check Check(string what, int declarations, Action<Project, int> edit, double asked)
    {
        Spread floor = Median(new Project(declarations, new FindingGenerator()), edit);
        Spread own = Median(new Project(declarations, new GatedNetworkGenerator()), edit);
        return new Check(
            $"generator driver: {what}, median of {Edits} (one that only finds them: {Spread.Digits(floor.Median)} ms)",
            own.With(" ms"), $"at most {asked:F0} ms", own.Median <= asked);
    }

    private static Spread Median(Project project, Action<Project, int> edit)
    {
        List<double> milliseconds = [];
        for (int i = 0; i < WarmUp + Edits; i++)
        {
            edit(project, i);
            long start = Stopwatch.GetTimestamp();
            project.Generate();
            if (i >= WarmUp)
            {
                milliseconds.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
        }

        return Spread.Of(milliseconds);
    }

    /// <summary>Finds declarations and says no more than their names.</summary>
    private sealed class FindingGenerator : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context) => context.RegisterSourceOutput(
            context.SyntaxProvider.ForAttributeWithMetadataName("GateDsl.GatedNetworkAttribute", (_, _) => true, (syntax, _) => syntax.TargetSymbol.Name),
            (output, name) => output.AddSource($"{name}.g.cs", $"// {name}"));
    }

    /// <summary>A project in memory: one declaration a file, and a file that has none.</summary>
    private sealed class Project
    {
        private static readonly CSharpParseOptions s_parsing = new(LanguageVersion.Latest);

        private Compilation _compilation;
        private GeneratorDriver _driver;

        public Project(int declarations, IIncrementalGenerator generator)
        {
            _driver = CSharpGeneratorDriver.Create([generator.AsSourceGenerator()], parseOptions: s_parsing);
            IEnumerable<SyntaxTree> files = Enumerable.Range(0, declarations).Select(i => Parse(NameOf(i), Declaration(i, 100)));
            _compilation = CSharpCompilation.Create(
                "Project",
                [.. files, Parse("Other", Other(0))],
                [.. Basic.Reference.Assemblies.Net100.References.All, MetadataReference.CreateFromFile(typeof(GatedNetworkAttribute).Assembly.Location)],
                new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
            Generate();
        }

        public void Generate() => _driver = _driver.RunGenerators(_compilation);

        public void EditOther(int edit) => Replace("Other", Other(edit + 1));

        public void EditDeclaration(int declaration, int edit) => Replace(NameOf(declaration), Declaration(declaration, 101 + edit));

        private void Replace(string name, string text)
        {
            SyntaxTree old = _compilation.SyntaxTrees.First(tree => tree.FilePath == name + ".cs");
            _compilation = _compilation.ReplaceSyntaxTree(old, Parse(name, text));
        }

        private static SyntaxTree Parse(string name, string text) => CSharpSyntaxTree.ParseText(text, s_parsing, name + ".cs");

        private static string NameOf(int declaration) => $"Network{declaration}";

        private static string Other(int value) => $"class Other {{ int Value() => {value}; }}";

        private static string Declaration(int number, int units) => $$"""
            using GateDsl;

            [GatedNetwork, ReluTwin(200), ContextTask(Contexts = 3)]
            public sealed partial class {{NameOf(number)}}
            {
                [OneHotInput(8)] public partial Layer Item { get; }
                [OneHotInput(3)] public partial Layer Context { get; }

                [Hidden({{units}}), From(nameof(Item), nameof(Context))]
                public partial Layer Common { get; }

                [Hidden(100), From(nameof(Item)), OnePerSubset(nameof(Context), 2)]
                public partial LayerBank Pairs { get; }

                [Output(60), From(nameof(Common), nameof(Pairs))]
                public partial Layer Properties { get; }
            }
            """;
    }
}
