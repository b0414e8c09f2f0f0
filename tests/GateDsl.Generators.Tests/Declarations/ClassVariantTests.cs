using GateDsl.Generators.Tests.Support;

namespace GateDsl.Generators.Tests.Declarations;

/// <summary>Further ways in which the class itself can be wrong or right.</summary>
public class ClassVariantTests
{
    private const string Layers = """
        [Input(4)] public partial Layer Item { get; }
        [Output(7), From(nameof(Item))] public partial Layer Properties { get; }
        """;

    [Theory]
    [InlineData("[GatedNetwork] public partial class Net{|GDSL008:(int depth)|} { LAYERS public int Depth => depth; }")]
    [InlineData("[GatedNetwork] public partial class Net { LAYERS private {|GDSL008:Net|}() : base() { } }")]
    [InlineData("[GatedNetwork] public partial class Net { LAYERS static Net() { } }")]
    [InlineData("[GatedNetwork] public partial class Net { LAYERS public {|GDSL044:Net|}(IInitializer init, ulong seed) : this(init, seed, 1) { } }")]
    [InlineData("[GatedNetwork] public partial record struct {|GDSL006:Net|} { LAYERS }")]
    [InlineData("[GatedNetwork] public partial struct {|GDSL006:Net|} { LAYERS }")]
    [InlineData("file partial class Outer { [GatedNetwork] public partial class {|GDSL007:Net|} { LAYERS } }")]
    [InlineData("class Base { public required int Size { get; set; } } [GatedNetwork] partial class {|GDSL010:Net|} : Base { LAYERS }")]
    [InlineData("class Base { private Base() { } } [GatedNetwork] partial class {|GDSL009:Net|} : Base { LAYERS }")]
    [InlineData("class Base { protected int Step; } [GatedNetwork] partial class {|GDSL044:Net|} : Base { LAYERS }")]
    [InlineData("class Base { private int Step; } [GatedNetwork] partial class Net : Base { LAYERS }")]
    [InlineData("[GatedNetwork] public partial class Net { LAYERS private void {|GDSL044:Step|}(int _) { } }")]
    [InlineData("[GatedNetwork] public partial class Net { LAYERS private class {|GDSL044:Race|}; }")]
    [InlineData("[GatedNetwork] public partial class {|GDSL040:Loss|} { LAYERS }")]
    [InlineData("[GatedNetwork] public partial class {|GDSL040:Finalize|} { LAYERS }")]
    [InlineData("[GatedNetwork] public partial class ItemToProperties { [Input(4)] public partial Layer Item { get; } [Output(7), From({|GDSL043:nameof(Item)|})] public partial Layer Properties { get; } }")]
    [InlineData("[GatedNetwork(Precision = {|GDSL012:(Precision)2|})] partial class Net { LAYERS }")]
    [InlineData("[GatedNetwork, ReluTwin({|GDSL030:0|})] public partial class Net { [Input(4)] public partial Layer Item { get; } [Hidden(8), From(nameof(Item))] public partial Layer Common { get; } [Output(7), From(nameof(Common))] public partial Layer Properties { get; } }")]
    public void IsFoundWhereItIs(string marked) => Marked.Check(marked.Replace("LAYERS", Layers, StringComparison.Ordinal));

    [Fact]
    public void FilesOfClassesThatDifferInCaseOnlyHaveNamesOfTheirOwn()
    {
        string sources = $"[GatedNetwork] public partial class Net {{ {Layers} }} [GatedNetwork] public partial class NET {{ {Layers} }}";

        string[] names = [.. InMemory.Generate(sources).Result.GeneratedTrees.Select(tree => Path.GetFileName(tree.FilePath))];

        Assert.NotEmpty(names);
        Assert.Equal(names.Length, names.Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    /// <summary>An analyzer sees the generated part too: members in it are no members of the user's.</summary>
    [Fact]
    public void GeneratedMembersDoNotCollideWithThemselves()
    {
        string source = $"[GatedNetwork] public partial class Net {{ {Layers} }}";

        Assert.DoesNotContain(InMemory.Analyze(source), diagnostic => diagnostic.Id.StartsWith("GDSL0", StringComparison.Ordinal));
    }
}
