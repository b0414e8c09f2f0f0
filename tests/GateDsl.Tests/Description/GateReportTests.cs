namespace GateDsl.Tests.Description;

public sealed class GateReportTests
{
    private static CopyDescription[] Single(string name, GateDescription? gate = null) => [new(name, gate ?? GateDescription.Always)];

    private static LayerDescription Hidden(string name, GateDescription gate, bool isSelfGated = false) =>
        new(name, LayerKind.Hidden, 4, IsBank: false, isSelfGated, Single(name, gate));

    private static EdgeDescription Edge(string source, string target, GateDescription? gate = null) =>
        new($"{source}To{target}", source, target, 4, 2, gate ?? GateDescription.Always);

    /// <summary>Two items, two contexts and a mode that nothing tells the network: datapoints 000, 001, 010, 011, 100, ... (item, context, mode).</summary>
    private static readonly GateDescription Xor = new("item != context", [false, false, true, true, true, true, false, false]);
    private static readonly GateDescription Context1 = new("context in {1}", [false, false, true, true, false, false, true, true]);
    private static readonly GateDescription Mode1 = new("mode in {1}", [false, true, false, true, false, true, false, true]);

    private static GateReport Report() => new NetworkDescription(
        "Example",
        [
            new("Item", LayerKind.OneHotInput, 2, IsBank: false, SelfGated: false, Single("Item")),
            new("Context", LayerKind.OneHotInput, 2, IsBank: false, SelfGated: false, Single("Context")),
            new("Mode", LayerKind.Selector, 2, IsBank: false, SelfGated: false, Single("Mode")),
            Hidden("Linear", GateDescription.Always),
            Hidden("Exclusive", Xor),
            Hidden("Shared", Context1),
            Hidden("Lucky", new("Lucky(item)", null)),
            Hidden("Rectified", GateDescription.Always, isSelfGated: true),
            Hidden("After", Xor),
            Hidden("Deep", Xor),
            Hidden("Routed", Mode1),
            new("Out", LayerKind.Output, 4, IsBank: false, SelfGated: false, Single("Out", Context1)),
        ],
        [
            Edge("Item", "Linear"),
            Edge("Item", "Exclusive"),
            Edge("Item", "Shared", Xor),
            Edge("Context", "Shared", Xor),
            Edge("Item", "Lucky"),
            Edge("Item", "Rectified"),
            Edge("Rectified", "After"),
            Edge("Linear", "Deep"),
            Edge("Linear", "Routed"),
            Edge("Deep", "Out", Context1),
            Edge("Routed", "Out"),
        ]).GateReport();

    [Fact]
    public void EveryGateHasItsClassOrAReason()
    {
        (string, GateClass?)[] expected =
        [
            ("Linear", GateClass.AlwaysOn),
            ("Exclusive", GateClass.NotImplementable),
            ("Shared", GateClass.SingleDatapoint),
            ("Lucky", null),
            ("Rectified", null),
            ("After", null),
            ("Deep", null),
            ("Routed", GateClass.NotImplementable),
            ("Out", null),
            ("DeepToOut", null),
        ];

        Assert.Equal(expected, Report().Gates.Select(gate => (gate.Name, gate.Class)));
    }

    [Fact]
    public void TheEvidenceHolds()
    {
        GateReportEntry exclusive = Report().Gates.Single(gate => gate.Name == "Exclusive");
        GateReportEntry routed = Report().Gates.Single(gate => gate.Name == "Routed");

        // Both diagonals of item and context add up to the same input.
        Assert.Equal(4, exclusive.Proof!.Multipliers!.Count(multiplier => multiplier > 0));
        Assert.Equal((1, 0), routed.Proof!.EqualInputs);
    }

    [Fact]
    public void AsTextItIsOneLinePerGate()
    {
        string[] lines = Report().ToString().Split('\n');

        Assert.Equal(10, lines.Length);
        Assert.StartsWith("Exclusive, on where item != context: NotImplementable. No ReLU unit can implement this gate.", lines[1], StringComparison.Ordinal);
        Assert.Equal("Out, on where context in {1}: An output is no ReLU layer.", lines[8]);
    }
}
