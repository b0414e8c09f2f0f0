using GateDsl.Generators.Tests.Support;
using Microsoft.CodeAnalysis;

namespace GateDsl.Generators.Tests.Generation;

/// <summary>Whatever a declaration calls things, what is generated for it compiles without a warning.</summary>
public class HostileNamesTests
{
    /// <summary>Five names: of a one-hot input, a selector, a hidden layer, a bank and an output.</summary>
    private static readonly string[][] LayerNames =
    [
        ["class", "event", "in", "namespace", "return"],
        ["value", "field", "record", "var", "file"],
        ["required", "scoped", "partial", "where", "yield"],
        ["await", "async", "nameof", "dynamic", "global"],
        ["get", "init", "set", "add", "when"],
        ["extension", "allows", "notnull", "unmanaged", "nint"],
        ["Span", "Array", "Math", "Console", "System"],
        ["GateDsl", "Layer", "LayerBank", "Selector", "Lazy"],
        ["Int32", "String", "Func", "Object", "ArgumentNullException"],
        ["ReadOnlySpan", "Gaussian", "Kernels", "Generated", "TensorSpan"],
        ["Block", "Count", "First", "Index", "Blocks"],
        ["WeightsOf", "Values", "All", "Clear", "Always"],
        ["x", "h", "w", "e", "y"],
        ["d", "b", "z", "s", "r"],
        ["n", "i", "f", "eta", "scale"],
        ["data", "block", "count", "first", "squares"],
        ["On", "X", "Y", "BlockSize", "Sums"],
        ["description", "gatherer", "choice", "options", "gradients"],
        ["PerDatapoint", "Forward", "Backward", "Move", "Checked"],
        ["Maps", "Errors", "Correlations", "Residuals", "Describe"],
        ["Größe", "Контекст", "層", "Ωmega", "é"],
        ["_", "__", "_0", "_1", "A_0"],
        ["A", "A_B", "B", "Pairs", "Pairs0"],
        ["R", "ROut", "R_", "Out", "Out0"],
        ["Item", "Item_ContextIn_0", "ContextIn_0", "Context", "ContextIn"],
        ["Init", "Seed", "StepSize", "Options", "Gates"],
        ["Hidden", "Hidden0", "HiddenTo", "ToHidden", "To"],
        ["Pairs1", "Pairs2", "Pairs0", "Pairs", "Pairs_"],
        ["double", "float", "int", "bool", "ulong"],
    ];

    /// <summary>Names of two rules, which become names of gates.</summary>
    private static readonly string[][] RuleNames =
    [
        ["count", "x"],
        ["n", "i"],
        ["class", "event"],
        ["Always", "BlockSize"],
        ["ItemIn_0", "WayIn_0_1"],
        ["Equals", "ToString"],
        ["Block", "Of"],
        ["Span", "System"],
        ["nameof", "_"],
        ["Net0", "Net_"],
    ];

    /// <summary>Types beside the network, where they come before any using.</summary>
    private static readonly string[] TypeNames =
    [
        "Span", "ReadOnlySpan", "Array", "Math", "System", "GateDsl", "Kernels", "Products", "Layer", "LayerBank", "Selector", "Dataset", "Lazy", "Func",
        "Nullable", "MemoryExtensions", "Gradients", "Compiled", "PerEdge", "UnitsOf", "String", "Double", "Boolean", "Object", "var", "dynamic",
        "Span<T>", "ReadOnlySpan<T>", "Action<T>", "List<T>", "IReadOnlyList<T>", "Lazy<T>",
    ];

    [Fact]
    public void LayersMayBeCalledAnything() => CompileAll(LayerNames.Select(names => Network(names)));

    [Fact]
    public void RulesMayBeCalledAnything() => CompileAll(RuleNames.Select(names => Network(["Item", "Way", "Hidden", "Bank", "Out"], names[0], names[1])
        .Replace("[ReluTwin(3)]", "", StringComparison.Ordinal)));

    /// <summary>The gates B_C and C of the inputs A and A_B, and residuals beside maps: names joined of parts can agree where the parts do not.</summary>
    [Fact]
    public void JoinedNamesAreToldApart() => CompileAll(
    [
        """
        #pragma warning disable CS1591
        [GatedNetwork]
        public partial class Net
        {
            [OneHotInput(3)] public partial Layer A { get; }
            [OneHotInput(2)] public partial Layer A_B { get; }
            [Hidden(2), From(nameof(A)), ActiveWhen(nameof(B_C))] public partial Layer One { get; }
            [Hidden(3), From(nameof(A_B)), ActiveWhen(nameof(C))] public partial Layer Two { get; }
            [Hidden(3), From(nameof(One), nameof(A_B))] public partial Layer R_Out { get; }
            [Output(2), From(nameof(One), nameof(Two), nameof(R_Out))] public partial Layer Out_A_B { get; }

            private static bool B_C(int a) => a > 0;

            private static bool C(int a) => a < 2;
        }
        """,
    ]);

    [Fact]
    public void TypesBesideTheNetworkMayBeCalledAnything()
    {
        string types = string.Concat(TypeNames.Select(type => $"public class {type};\n"));
        string network = Qualified(Network(["Item", "Way", "Hidden", "Bank", "Out"]));
        Compiled.AndRun(InMemory.Compile(
            $"#pragma warning disable\nnamespace Mine {{\n{types}\n{network} }}",
            $"#pragma warning disable\nnamespace Ours {{ public partial class Around {{\n{types}\n{network}}} }}"));
    }

    /// <summary>Names of the runtime's kernels may be anybody's: generated code says where its own stand.</summary>
    [Theory]
    [InlineData("namespace Mine { public static class MatrixProducts; NETWORK }")]
    [InlineData("namespace MatrixProducts { NETWORK }")]
    [InlineData("namespace Mine { public static class MatrixPacking; NETWORK }")]
    [InlineData("namespace MatrixPacking { NETWORK }")]
    public void NamesOfTheKernelsMayBeTaken(string place)
    {
        string network = Qualified(Network(["Item", "Way", "Hidden", "Bank", "Out"]));

        Compiled.WithoutProblems(InMemory.Compile(place.Replace("NETWORK", "\n" + network, StringComparison.Ordinal)));
    }

    /// <summary>One compilation for all, each network in a namespace of its own: compiling is what costs time.</summary>
    private static void CompileAll(IEnumerable<string> networks) =>
        Compiled.WithoutProblems(InMemory.Compile([.. networks.Select((network, i) => $"namespace Case{i}\n{{\n{network}\n}}")]));

    private static string Qualified(string source) => "#pragma warning disable CS1591\n" + source.Replace("[", "[global::GateDsl.", StringComparison.Ordinal)
        .Replace(" Layer ", " global::GateDsl.Layer ", StringComparison.Ordinal)
        .Replace(" LayerBank ", " global::GateDsl.LayerBank ", StringComparison.Ordinal)
        .Replace(" Selector ", " global::GateDsl.Selector ", StringComparison.Ordinal)
        .Replace("Precision.Double", "global::GateDsl.Precision.Double", StringComparison.Ordinal);

    private static string Network(string[] names, string node = "OnAtNode", string edge = "OnAtEdge")
    {
        string[] layers = [.. names.Select(name => "@" + name)];
        string item = FirstLower(names[0]);
        string way = FirstLower(names[1]);
        return $$"""
            #pragma warning disable CS1591, CS8981
            [GatedNetwork(Precision = Precision.Double)]
            [ReluTwin(3)]
            public partial class Net
            {
                [OneHotInput(3)] public partial Layer {{layers[0]}} { get; }
                [Selector(4)] public partial Selector {{layers[1]}} { get; }
                [Input(2)] public partial Layer Dense_ { get; }
                [Hidden(3)] [From("{{names[0]}}", "Dense_")] [ActiveWhen("{{node}}")] public partial Layer {{layers[2]}} { get; }
                [Hidden(2)] [From("{{names[0]}}")] [From("{{names[2]}}", When = "{{edge}}")] [OnePer("{{names[1]}}")] public partial LayerBank {{layers[3]}} { get; }
                [Output(2)] [From("{{names[2]}}", "{{names[3]}}")] [ActiveIn("{{names[1]}}", 0, 1, 3)] public partial Layer {{layers[4]}} { get; }

                private static bool @{{node}}(int @{{item}}, int @{{way}}) => @{{item}} + @{{way}} != 2;

                private static bool @{{edge}}(int @{{way}}) => @{{way}} < 3;
            }
            """;
    }

    private static string FirstLower(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
