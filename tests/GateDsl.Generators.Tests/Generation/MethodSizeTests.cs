using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using GateDsl.Generators.Parsing;
using GateDsl.Generators.Planning.Program;
using GateDsl.Generators.Tests.Support;
using Microsoft.CodeAnalysis.CSharp;

namespace GateDsl.Generators.Tests.Generation;

/// <summary>
/// The JIT stops optimising methods above 60,000 bytes of IL or 2,000 basic blocks: no emitted method comes near that, however large the declaration;
/// none is longer than the splitter thinks.
/// </summary>
public class MethodSizeTests
{
    /// <summary>A statement is not split, and the gates of a bank are described in one.</summary>
    private const int MostBytesOfStatement = 30_000;

    private const int MostBlocks = 1_000;

    public static TheoryData<string, string> Networks => new()
    {
        { "three contexts", "[OneHotInput(8)] public partial Layer Item { get; } [OneHotInput(3)] public partial Layer Context { get; } "
            + "[Hidden(100), From(nameof(Item), nameof(Context))] public partial Layer Common { get; } "
            + "[Hidden(100), From(nameof(Item)), OnePerSubset(nameof(Context), 2)] public partial LayerBank Pairs { get; } "
            + "[Output(60), From(nameof(Common), nameof(Pairs))] public partial Layer Properties { get; }" },
        { "routing", "[OneHotInput(8)] public partial Layer Item { get; } [Selector(7)] public partial Selector Source { get; } [Selector(7)] public partial Selector Sink { get; } "
            + "[Hidden(16), From(nameof(Item)), OnePer(nameof(Source))] public partial LayerBank Encoders { get; } "
            + "[Hidden(16), From(nameof(Encoders))] public partial Layer Shared { get; } "
            + "[Output(8), From(nameof(Shared)), OnePer(nameof(Sink))] public partial LayerBank Decoders { get; }" },
        { "pairs of 20 and 20 copies",
            "[Input(2)] public partial Layer X { get; } [Selector(20)] public partial Selector A { get; } [Selector(20)] public partial Selector B { get; } "
            + "[Hidden(2), From(nameof(X)), OnePer(nameof(A))] public partial LayerBank First { get; } "
            + "[Hidden(2), From(nameof(First)), OnePer(nameof(B))] public partial LayerBank Second { get; } "
            + "[Output(2), From(nameof(Second))] public partial Layer Out { get; }" },
        { "banks of 210 into one layer", string.Concat(Enumerable.Range(0, 1).Select(k => $"[Selector(210)] public partial Selector S{k} {{ get; }} "
            + $"[Hidden(2), From(nameof(X)), OnePer(nameof(S{k}))] public partial LayerBank B{k} {{ get; }} "))
            + "[Input(2)] public partial Layer X { get; } [Output(2), From(nameof(B0))] public partial Layer Out { get; }" },
        { "a bank and its input into 23 outputs", "[Input(2)] public partial Layer X { get; } [Selector(20)] public partial Selector S { get; } "
            + "[Hidden(2), From(nameof(X)), OnePer(nameof(S))] public partial LayerBank Bank { get; } "
            + string.Concat(Enumerable.Range(0, 23).Select(k => $"[Output(2), From(nameof(X), nameof(Bank))] public partial Layer Out{k} {{ get; }} ")) },
        { "outputs of 210 copies", string.Concat(Enumerable.Range(0, 1).Select(k => $"[Selector(210)] public partial Selector S{k} {{ get; }} "
            + $"[Output(2), From(nameof(X)), OnePer(nameof(S{k}))] public partial LayerBank Decoders{k} {{ get; }} "))
            + "[Input(2)] public partial Layer X { get; }" },
        { "28 layers, each reading all before it", Skip(28) },
        { "eight choose four", "[Input(2)] public partial Layer X { get; } [OneHotInput(8)] public partial Layer C { get; } "
            + "[Hidden(2), From(nameof(X), nameof(C)), OnePerSubset(nameof(C), 4)] public partial LayerBank Subsets { get; } "
            + "[Output(2), From(nameof(Subsets))] public partial Layer Out { get; }" },
        { "a long line of hidden layers that nothing reads", Dead(30) },
    };

    [Theory]
    [MemberData(nameof(Networks))]
    public void NoMethodIsTooLongForTheJit(string name, string members)
    {
        CSharpCompilation declared = InMemory.Compile($"[GatedNetwork] public partial class Net {{ {members} }}");
        Assert.NotNull(NetworkParser.Parse(InMemory.FindClass(declared), declared, default).Model);
        byte[] assembly = Harness.Emit(Compiled.Generate(declared));
        (string Method, int Bytes, int Blocks)[] methods = [.. Methods(assembly).OrderByDescending(method => method.Bytes)];

        Assert.Contains(methods, method => method.Method == "Compiled.Forward");
        Assert.All(methods, method => Assert.True(
            method.Bytes < MostBytesOf(method.Method) && method.Blocks < MostBlocks,
                $"{name}: {method.Method} has {method.Bytes} bytes and {method.Blocks} basic blocks"));
    }

    private static int MostBytesOf(string method) =>
        method.StartsWith("Described.DescribeLayers", StringComparison.Ordinal) ? MostBytesOfStatement : MethodSplitter.MostBytes;

    private static string Skip(int layers) => "[OneHotInput(3)] public partial Layer X { get; } "
        + string.Concat(Enumerable.Range(0, layers).Select(k =>
            $"[Hidden(2), From(nameof(X){string.Concat(Enumerable.Range(0, k).Select(before => $", nameof(H{before})"))})] public partial Layer H{k} {{ get; }} "))
        + $"[Output(2), From({string.Join(", ", Enumerable.Range(0, layers).Select(k => $"nameof(H{k})"))})] public partial Layer Out {{ get; }}";

    private static string Dead(int layers) => Skip(layers).Replace(
        $"From({string.Join(", ", Enumerable.Range(0, layers).Select(k => $"nameof(H{k})"))})", "From(nameof(X))", StringComparison.Ordinal);

    private static IEnumerable<(string Method, int Bytes, int Blocks)> Methods(byte[] assembly)
    {
        using PEReader file = new(ImmutableArray.Create(assembly));
        MetadataReader metadata = file.GetMetadataReader();
        foreach (MethodDefinition method in metadata.MethodDefinitions.Select(metadata.GetMethodDefinition).Where(method => method.RelativeVirtualAddress != 0))
        {
            byte[] il = file.GetMethodBody(method.RelativeVirtualAddress).GetILBytes()!;
            string type = metadata.GetString(metadata.GetTypeDefinition(method.GetDeclaringType()).Name);
            yield return ($"{type}.{metadata.GetString(method.Name)}", il.Length, BasicBlocks.Count(il));
        }
    }
}
