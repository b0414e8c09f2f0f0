using System.Collections.Immutable;
using GateDsl.Generators.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GateDsl.Generators.Tests.Hostile.Checking;

/// <summary>The files of a case with a healthy network beside them, and what is generated for both.</summary>
internal static class HostileProject
{
    private const string HealthyFile = "Zealthy.cs";

    /// <summary>Says everything in full, so that no name of the case means something else in it.</summary>
    private const string Healthy = """
        namespace HealthyNeighbour
        {
            [global::GateDsl.GatedNetworkAttribute]
            public sealed partial class Well
            {
                [global::GateDsl.OneHotInputAttribute(3)] public partial global::GateDsl.Layer Kind { get; }
                [global::GateDsl.HiddenAttribute(4), global::GateDsl.FromAttribute("Kind")] public partial global::GateDsl.Layer Middle { get; }
                [global::GateDsl.OutputAttribute(2), global::GateDsl.FromAttribute("Middle")] public partial global::GateDsl.Layer Answer { get; }
            }
        }
        """;

    private static readonly Lazy<ImmutableSortedDictionary<string, string>> Alone = new(() => Neighbour(Generate(Compile([])).Files));

    public static bool IsNeighbour(SyntaxTree? tree) => tree?.FilePath == HealthyFile;

    /// <summary>The project; files keep their names in whatever order they are given.</summary>
    public static CSharpCompilation Compile(string[] files, bool reversed = false)
    {
        CSharpCompilation empty = InMemory.Compile([]);
        IEnumerable<SyntaxTree> trees = files
            .Select((text, i) => CSharpSyntaxTree.ParseText(text, InMemory.ParseOptions, $"Test{i}.cs"))
            .Append(CSharpSyntaxTree.ParseText(Healthy, InMemory.ParseOptions, HealthyFile));
        return empty.AddSyntaxTrees(reversed ? trees.Reverse() : trees);
    }

    /// <summary>The same with an assembly name of its own, so that nothing parsed for another compilation is taken over.</summary>
    public static CSharpCompilation Fresh(CSharpCompilation compilation) => compilation.WithAssemblyName("Fresh" + Guid.NewGuid().ToString("N"));

    public static (CSharpCompilation Compilation, ImmutableSortedDictionary<string, string> Files, Exception? Thrown) Generate(CSharpCompilation compilation)
    {
        (CSharpCompilation generated, GeneratorDriverRunResult result) = InMemory.Generate(compilation);
        GeneratorRunResult run = Assert.Single(result.Results);
        ImmutableSortedDictionary<string, string> files = run.Exception is not null
            ? ImmutableSortedDictionary<string, string>.Empty
            : run.GeneratedSources.ToImmutableSortedDictionary(source => source.HintName, source => source.SourceText.ToString(), StringComparer.Ordinal);
        return (generated, files, run.Exception);
    }

    /// <summary>The neighbour's files are those that it has where it is alone.</summary>
    public static bool IsNeighbourUnharmed(ImmutableSortedDictionary<string, string> files) => Neighbour(files).SequenceEqual(Alone.Value);

    private static ImmutableSortedDictionary<string, string> Neighbour(ImmutableSortedDictionary<string, string> files) =>
        files.Where(file => file.Key.StartsWith("HealthyNeighbour.", StringComparison.Ordinal)).ToImmutableSortedDictionary(StringComparer.Ordinal);
}
