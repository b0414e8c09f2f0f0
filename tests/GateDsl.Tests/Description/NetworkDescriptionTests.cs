namespace GateDsl.Tests.Description;

public sealed class NetworkDescriptionTests
{
    private static CopyDescription[] Single(string name, GateDescription? gate = null) => [new(name, gate ?? GateDescription.Always)];

    /// <summary>Item and Context into Common and a bank by context, a skip edge gated by a rule that cannot be evaluated.</summary>
    private static NetworkDescription Example()
    {
        GateDescription zero = new("Context in {0}", [true, false, true, false]);
        GateDescription one = new("Context in {1}", [false, true, false, true]);
        GateDescription even = new("Even(item)", [true, true, false, false]);
        GateDescription unknown = new("Lucky(item)", null);
        return new NetworkDescription(
            "Example",
            [
                new("Item", LayerKind.OneHotInput, 2, IsBank: false, SelfGated: false, Single("Item")),
                new("Context", LayerKind.OneHotInput, 2, IsBank: false, SelfGated: false, Single("Context")),
                new("Common", LayerKind.Hidden, 100, IsBank: false, SelfGated: false, Single("Common", even)),
                new("Own", LayerKind.Hidden, 3, IsBank: true, SelfGated: false, [new("Own[0]", zero), new("Own[1]", one)]),
                new("Next", LayerKind.Hidden, 1, IsBank: true, SelfGated: true, [new("Next[0]", zero), new("Next[1]", one)]),
                new("Out", LayerKind.Output, 5, IsBank: false, SelfGated: false, Single("Out")),
            ],
            [
                new("ItemToCommon", "Item", "Common", 100, 2, GateDescription.Always),
                new("ContextToCommon", "Context", "Common", 100, 2, GateDescription.Always),
                new("CommonToOwn[0]", "Common", "Own[0]", 3, 100, GateDescription.Always),
                new("CommonToOwn[1]", "Common", "Own[1]", 3, 100, GateDescription.Always),
                new("OwnToNext[0, 0]", "Own[0]", "Next[0]", 1, 3, GateDescription.Always),
                new("OwnToNext[0, 1]", "Own[0]", "Next[1]", 1, 3, GateDescription.Always),
                new("NextToOut[0]", "Next[0]", "Out", 5, 1, GateDescription.Always),
                new("NextToOut[1]", "Next[1]", "Out", 5, 1, GateDescription.Always),
                new("ItemToOut", "Item", "Out", 5, 2, unknown),
            ]);
    }

    [Fact]
    public void PathsAreFollowedAndClosedOnesLeftOut()
    {
        IReadOnlyList<PathDescription> paths = Example().Paths;

        Assert.Equal(
            ["Item Common>Own[0]>Next[0] Out", "Item  Out", "Context Common>Own[0]>Next[0] Out"],
            paths.Select(path => $"{path.Input} {path.Pathway} {path.Output}"));
        Assert.Equal(["ItemToCommon", "CommonToOwn[0]", "OwnToNext[0, 0]", "NextToOut[0]"], paths[0].Edges.Select(edge => edge.Name));
        Assert.Equal([true, false, false, false], paths[0].Gate.Table!);
        Assert.Equal("Even(item) and Context in {0}", paths[0].Gate.Text);
        Assert.Null(paths[1].Gate.Table);
    }

    [Fact]
    public void PathsBeyondTheLimitAreNotListed()
    {
        // Twenty layers of two copies, all pairs connected: 2^20 paths.
        const int Depth = 20;
        List<LayerDescription> layers = [new("In", LayerKind.Input, 1, false, false, Single("In"))];
        List<EdgeDescription> edges = [];
        string[] below = ["In"];
        for (int depth = 0; depth < Depth; depth++)
        {
            string[] copies = [$"L{depth}[0]", $"L{depth}[1]"];
            layers.Add(new($"L{depth}", LayerKind.Hidden, 1, true, false, [.. copies.Select(copy => new CopyDescription(copy, GateDescription.Always))]));
            edges.AddRange(below.SelectMany(_ => copies, (source, target) => new EdgeDescription("", source, target, 1, 1, GateDescription.Always)));
            below = copies;
        }

        layers.Add(new("Out", LayerKind.Output, 1, false, false, Single("Out")));
        edges.AddRange(below.Select(source => new EdgeDescription("", source, "Out", 1, 1, GateDescription.Always)));
        NetworkDescription network = new("Deep", layers, edges);

        Assert.Equal(edges.Count, network.Parameters);
        Assert.Contains("100000", Assert.Throws<NotSupportedException>(() => network.Paths).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ParametersAndDomainAreCounted()
    {
        Assert.Equal(200 + 200 + 300 + 300 + 3 + 3 + 5 + 5 + 10, Example().Parameters);
        Assert.Equal(["Item", "Context"], Example().Domain.Select(layer => layer.Name));
    }

    [Fact]
    public void TheTreeShowsLayersGatesAndWiring() => Assert.Equal(
        """
        Example: 1,026 parameters in 9 weight matrices
        ├─ Item: one-hot input of 2 values
        ├─ Context: one-hot input of 2 values
        ├─ Common: hidden layer of 100 units, on where Even(item)
        │  ├─ from Item: 100 x 2
        │  └─ from Context: 100 x 2
        ├─ Own: 2 copies of a hidden layer of 3 units
        │  ├─ Own[0] on where Context in {0}
        │  ├─ Own[1] on where Context in {1}
        │  └─ from Common: 2 matrices of 3 x 100
        ├─ Next: 2 copies of a self-gated layer of 1 unit
        │  ├─ Next[0] on where Context in {0}
        │  ├─ Next[1] on where Context in {1}
        │  └─ from Own: 2 matrices of 1 x 3
        └─ Out: output layer of 5 units
           ├─ from Next: 2 matrices of 5 x 1
           └─ from Item: 5 x 2, on where Lucky(item)

        """,
        Example().ToString());

    [Fact]
    public void TheFlowchartHasANodePerLayerAndALinkPerWiring() => Assert.Equal(
        """
        flowchart LR
            layer_Item(["Item<br/>one-hot input of 2 values"])
            layer_Context(["Context<br/>one-hot input of 2 values"])
            layer_Common["Common<br/>hidden layer of 100 units<br/>on where Even(item)"]
            layer_Own["Own<br/>2 copies of a hidden layer of 3 units<br/>[0] on where Context in {0}<br/>[1] on where Context in {1}"]
            layer_Next["Next<br/>2 copies of a self-gated layer of 1 unit<br/>[0] on where Context in {0}<br/>[1] on where Context in {1}"]
            layer_Out[["Out<br/>output layer of 5 units"]]
            layer_Item --> layer_Common
            layer_Context --> layer_Common
            layer_Common --> layer_Own
            layer_Own --> layer_Next
            layer_Next --> layer_Out
            layer_Item -- "Lucky(item)" --> layer_Out

        """,
        Example().ToMermaid());

    [Fact]
    public void TextThatMermaidWouldReadIsEscaped()
    {
        GateDescription gate = new("Less(\"a\" < b & c)", null);
        NetworkDescription network = new("N", [new("end", LayerKind.Hidden, 1, false, false, Single("end", gate))], []);

        Assert.Equal(
            "flowchart LR\n    layer_end[\"end<br/>hidden layer of 1 unit<br/>on where Less(&quot;a&quot; &lt; b &amp; c)\"]\n", network.ToMermaid());
    }

    [Fact]
    public void ManyCopiesAreSummedUp()
    {
        CopyDescription[] copies = [.. Enumerable.Range(0, 11).Select(k => new CopyDescription($"B[{k}]", GateDescription.Always))];
        string chart = new NetworkDescription("N", [new("B", LayerKind.Output, 1, true, false, copies)], []).ToMermaid();

        Assert.Contains("11 copies of an output layer of 1 unit<br/>[0] always on", chart, StringComparison.Ordinal);
        Assert.Contains("[7] always on<br/>and 3 more", chart, StringComparison.Ordinal);
        Assert.DoesNotContain("[8]", chart, StringComparison.Ordinal);
    }
}
