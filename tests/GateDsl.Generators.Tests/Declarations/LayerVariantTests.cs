using GateDsl.Generators.Tests.Support;

namespace GateDsl.Generators.Tests.Declarations;

/// <summary>Further ways in which layers, edges, gates and banks can be wrong or right.</summary>
public class LayerVariantTests
{
    private const string Rest = """
        [OneHotInput(4)] public partial Layer Item { get; }
        [OneHotInput(3)] public partial Layer Context { get; }
        [Selector(2)] public partial Selector Mode { get; }
        [Hidden(8), From(nameof(Item))] public partial Layer Common { get; }
        [Output(7), From(nameof(Common))] public partial Layer Properties { get; }
        """;

    [Theory]
    [InlineData("[Hidden(8), From({|GDSL056:nameof(Self)|})] partial Layer Self { get; }")]
    [InlineData("[Hidden(8), From(sources: new string[] { \"Item\", {|GDSL050:\"Other\"|} })] partial Layer Next { get; }")]
    [InlineData("[Hidden(8), {|GDSL057:From(null)|}] partial Layer Next { get; }")]
    [InlineData("[Hidden(8), From(\"Item\"), {|GDSL057:From|}] partial Layer Next { get; }")]
    [InlineData("[Hidden(8), From(\"Item\", When = {|GDSL066:\"Mode\"|})] partial Layer Next { get; }")]
    [InlineData("[Hidden(8), From(\"Item\", When = null)] partial Layer {|GDSL058:Next|} { get; }")]
    [InlineData("[Hidden(8), From(\"Item\"), ActiveIn(\"Item\")] partial Layer {|GDSL058:NeverOn|} { get; }")]
    [InlineData("[Hidden(8), From(\"Item\"), ActiveIn(\"Item\", {|GDSL064:-1|}, {|GDSL064:4|})] partial Layer Next { get; }")]
    [InlineData("[Hidden({|GDSL030:-5|}), From(\"Item\")] partial Layer Next { get; }")]
    [InlineData("[Selector({|GDSL030:100001|})] partial Selector Next { get; }")]
    [InlineData("[Selector(3), {|GDSL060:ActiveWhen(\"Rule\")|}, {|GDSL060:SelfGated|}] partial Selector Next { get; } static bool Rule() => true;")]
    [InlineData("[Hidden(8), From(\"Item\"), ActiveWhen(\"Rule\")] partial Layer Next { get; } bool {|GDSL069:Rule|}(int item) => true;")]
    [InlineData("[Hidden(8), From(\"Item\"), ActiveWhen(\"Rule\")] partial Layer Next { get; } static bool Rule(int item, ref int {|GDSL070:context|}) => true;")]
    [InlineData("[Hidden(8), From(\"Item\"), ActiveWhen(\"Rule\"), ActiveWhen(\"Rule\")] partial Layer {|GDSL058:Next|} { get; } static bool Rule() => true;")]
    [InlineData("[Hidden(8), From(\"Item\"), OnePerSubset(\"Context\", {|GDSL078:0|})] partial LayerBank Next { get; }")]
    [InlineData("[Hidden(8), From(\"Item\"), OnePerSubset(\"Context\", 3), ActiveIn(\"Item\", 1)] partial LayerBank {|GDSL058:Next|} { get; }")]
    [InlineData("[{|GDSL060:OnePer(\"Context\")|}, Input(3)] partial LayerBank {|GDSL022:Next|} { get; }")]
    [InlineData("[Hidden(8), From(\"Item\")] public Layer {|GDSL023:Next|} { get; }")]
    [InlineData("[Output(1), From(\"Item\")] partial Layer {|GDSL040:Data|} { get; }")]
    [InlineData("[Hidden(1), From(\"Item\")] partial Layer {|GDSL040:GetType|} { get; }")]
    [InlineData("[Hidden(1), From(\"Item\")] partial Layer {|GDSL040:Bias|} { get; }")]
    [InlineData("[Hidden(1, Bias = true), From(\"Item\")] partial Layer {|GDSL043:Next|} { get; } [Hidden(1), From(\"Item\")] partial Layer BiasToNext { get; }")]
    [InlineData("[Hidden(1), From(\"Item\"), SelfGated(Slope = {|GDSL072:double.NaN|})] partial Layer Next { get; }")]
    [InlineData("[Hidden(1), From(\"Item\"), SelfGated(Slope = {|GDSL072:-0.5|})] partial Layer Next { get; }")]
    [InlineData("[Hidden(1), From(\"Item\"), SelfGated(Slope = 1)] partial Layer {|GDSL058:Next|} { get; }")]
    [InlineData("[GateInput(2)] partial GateInput Open { get; } [Hidden(1), From(\"Item\"), GatedBy(\"Open\", {|GDSL074:-1|})] partial Layer Next { get; }")]
    [InlineData("[GateInput(2)] partial GateInput Open { get; } [Hidden(1), From(\"Item\"), GatedBy({|GDSL073:\"Opne\"|}, 1)] partial Layer Next { get; }")]
    [InlineData("[GateInput(2)] partial GateInput Open { get; } [Hidden(1), From(\"Item\"), ActiveIn({|GDSL063:\"Open\"|}, 1)] partial Layer Next { get; }")]
    [InlineData("[GateInput(2)] partial GateInput Open { get; } [Hidden(1), From(\"Item\"), OnePerSubset({|GDSL063:\"Open\"|}, 1)] partial LayerBank Next { get; }")]
    [InlineData("[GateInput({|GDSL030:0|})] partial GateInput Open { get; }")]
    [InlineData("[GateInput(2), {|GDSL060:GatedBy(\"Open\", 0)|}] partial GateInput Open { get; }")]
    [InlineData("[GateInput(2)] partial Selector {|GDSL022:Open|} { get; }")]
    [InlineData("partial GateInput {|GDSL020:Open|} { get; }")]
    [InlineData("public Layer NotDeclared => new(\"Own\", 3);")]
    public void IsFoundWhereItIs(string member) =>
        Marked.Check($$"""[GatedNetwork] public partial class Net { {{Rest}} {{member}} }""");

    [Theory]
    [InlineData("{|GDSL097:ReluTwin(5, 6, 7)|}")]
    [InlineData("ReluTwin(5, {|GDSL030:0|})")]
    [InlineData("ReluTwin(5, 6, Slope = {|GDSL072:2|})")]
    [InlineData("ReluTwin(5, 6, Bias = true, Slope = 0.5)")]
    [InlineData("ReluTwin(5)")]
    public void TheTwinIsAsDeepAsTheLongestPath(string twin) => Marked.Check($$"""
        [GatedNetwork, {{twin}}]
        public partial class Net
        {
            [Input(4)] public partial Layer Item { get; }
            [Hidden(8), From(nameof(Item))] public partial Layer Low { get; }
            [Hidden(8), From(nameof(Low))] public partial Layer High { get; }
            [Output(7), From(nameof(High))] public partial Layer Properties { get; }
        }
        """);

    /// <summary>Layers of the twin are called Hidden1, Hidden2, ..., so that names of the user's layers can make two of its weights equal.</summary>
    [Fact]
    public void NamesOfTheTwinsWeightsCollide() => Marked.Check("""
        [GatedNetwork, {|GDSL043:ReluTwin(5)|}]
        public partial class Net
        {
            [Input(4)] public partial Layer Hidden1ToX { get; }
            [Hidden(8), From(nameof(Hidden1ToX))] public partial Layer Common { get; }
            [Output(7), From(nameof(Common))] public partial Layer XToHidden1 { get; }
        }
        """);

    /// <summary>Every kind of layer that the twin keeps, at each of its depths; the network's own hidden layers may be called as the twin's are.</summary>
    [Theory]
    [InlineData("[Input(4)] public partial Layer {|GDSL040:Hidden1|} { get; }", "Hidden1", "Out")]
    [InlineData("[OneHotInput(4)] public partial Layer {|GDSL040:Hidden2|} { get; }", "Hidden2", "Out")]
    [InlineData("[Input(4)] public partial Layer X { get; } [Selector(3)] public partial Selector {|GDSL040:Hidden1|} { get; }", "X", "Out")]
    [InlineData("[Input(4)] public partial Layer X { get; }", "X", "{|GDSL040:Hidden2|}")]
    [InlineData("[Input(4)] public partial Layer Hidden3 { get; }", "Hidden3", "Hidden4")]
    public void LayersThatTheTwinKeepsAreNotCalledLikeItsHiddenOnes(string input, string source, string output) => Marked.Check($$"""
        [GatedNetwork, ReluTwin(5)]
        public partial class Net
        {
            {{input}}
            [Hidden(8), From(nameof({{source}}))] public partial Layer First { get; }
            [Hidden(8), From(nameof(First))] public partial Layer Second { get; }
            [Output(7), From(nameof(Second))] public partial Layer {{output}} { get; }
        }
        """);
}
