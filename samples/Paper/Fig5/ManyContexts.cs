using System.Reflection;
using System.Runtime.Loader;
using GateDsl.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Paper.Fig5;

/// <summary>
/// The network for any number of contexts. The size of a declaration is a constant of the program, so for a number that nobody declared the
/// declaration is written as text, and compiled as the build would compile it: by C# and GateDsl's generator.
/// </summary>
internal static class ManyContexts
{
    private const string Namespace = "Paper.Fig5.AtRunTime";

    /// <summary>Properties of a block: 2n - 1.</summary>
    private const int Block = (2 * Fig5Settings.Objects) - 1;

    public static ContextNetwork Compile(int contexts)
    {
        CSharpParseOptions language = new(LanguageVersion.CSharp14);
        CSharpCompilation declared = CSharpCompilation.Create(
            $"{Namespace}{contexts}",
            [CSharpSyntaxTree.ParseText(Source(contexts), language)],
            References(),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, allowUnsafe: true));
        CSharpGeneratorDriver.Create([new GatedNetworkGenerator().AsSourceGenerator()], parseOptions: language)
            .RunGeneratorsAndUpdateCompilation(declared, out Compilation whole, out _);
        using MemoryStream assembly = new();
        var emitted = whole.Emit(assembly);
        if (!emitted.Success)
        {
            throw new NotSupportedException(
                $"There is no network of {contexts} contexts: {emitted.Diagnostics.First(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)}");
        }

        assembly.Position = 0;
        MethodInfo create = AssemblyLoadContext.Default.LoadFromStream(assembly).GetType($"{Namespace}.Entry")!.GetMethod("Create")!;
        return (ContextNetwork)create.Invoke(null, null)!;
    }

    /// <summary>Every assembly that this program may load.</summary>
    private static IEnumerable<MetadataReference> References() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(file => MetadataReference.CreateFromFile(file));

    private static string Source(int contexts) => $$"""
        using GateDsl;
        using Paper.Fig5;

        namespace {{Namespace}};

        [GatedNetwork(Rectified = true, Precision = Precision.Double)]
        [ReluTwin({{Fig5Settings.UnitsOfTwin(contexts)}})]
        [ContextTask(Contexts = {{contexts}}, Structure = ContextStructure.Same)]
        public sealed partial class ManyContexts
        {
            [OneHotInput({{Fig5Settings.Objects}})] public partial Layer Item { get; }
            [OneHotInput({{contexts}})] public partial Layer Context { get; }

            [Hidden({{Fig5Settings.Units}}), From(nameof(Item), nameof(Context))]
            public partial Layer Common { get; }

            [Hidden({{Fig5Settings.Units}}), From(nameof(Item)), OnePerSubset(nameof(Context), {{contexts - 1}})]
            public partial LayerBank AllButOne { get; }

            [Output({{Block * (contexts + 1)}}), From(nameof(Common), nameof(AllButOne))]
            public partial Layer Properties { get; }
        }

        public static class Entry
        {
            public static ContextNetwork Create()
            {
                ManyContexts.Dataset data = ManyContexts.Experiment.CreateData();
                return new ContextNetwork(
                    Contexts: {{contexts}},
                    (init, seed, options) => new ManyContexts(init, seed).Train(data, options),
                    (init, seed, options) => new ManyContexts.ReluTwin(init, seed).Train(data, options),
                    (sigma, how, seed, epochs, step) => ManyContexts.Race.ForTwin(data, sigma, how, seed).Integrate(epochs, step).Loss,
                    (init, seed) =>
                    {
                        ManyContexts net = new(init, seed);
                        return new WatchedNetwork(options => net.Train(data, options), () => PathwayMaps.Of(
                            net.ItemToCommon, net.ContextToCommon, net.CommonToProperties, net.ItemToAllButOne, net.AllButOneToProperties));
                    });
            }
        }
        """;
}
