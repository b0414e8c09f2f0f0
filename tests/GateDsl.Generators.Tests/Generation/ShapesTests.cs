using GateDsl.Generators.Tests.Support;

namespace GateDsl.Generators.Tests.Generation;

/// <summary>Architectures at the edges of the language: what is generated for them compiles without a warning and runs.</summary>
public class ShapesTests
{
    private static readonly string[] Shapes =
    [
        // No hidden layer; an input that feeds nothing; a selector that gates nothing.
        """
        [OneHotInput(2)] public partial Layer Item { get; }
        [Input(3)] public partial Layer Unread { get; }
        [Selector(2)] public partial Selector Unused { get; }
        [Output(1), From(nameof(Item))] public partial Layer Out { get; }
        """,

        // A hidden layer that feeds nothing, and one that is never on.
        """
        [Input(2)] public partial Layer Dense { get; }
        [OneHotInput(2)] public partial Layer Item { get; }
        [Hidden(2), From(nameof(Dense))] public partial Layer Dead { get; }
        [Hidden(2), From(nameof(Dense)), ActiveIn(nameof(Item))] public partial Layer Never { get; }
        [Hidden(2), From(nameof(Never), nameof(Item))] public partial Layer Behind { get; }
        [Output(2), From(nameof(Never), nameof(Behind))] public partial Layer Out { get; }
        """,

        // Gates everywhere that exclude each other: no edge carries.
        """
        [OneHotInput(3)] public partial Layer Item { get; }
        [Hidden(2), From(nameof(Item)), ActiveIn(nameof(Item), 0)] public partial Layer Zero { get; }
        [Hidden(2), From(nameof(Zero)), ActiveIn(nameof(Item), 1)] public partial Layer One { get; }
        [Output(2), From(nameof(Zero), nameof(One)), ActiveIn(nameof(Item), 2)] public partial Layer Out { get; }
        """,

        // A layer that is on, but never together with the output.
        """
        [OneHotInput(3)] public partial Layer Item { get; }
        [Hidden(2), From(nameof(Item)), ActiveIn(nameof(Item), 0)] public partial Layer Silent { get; }
        [Hidden(2), From(nameof(Item))] public partial Layer Common { get; }
        [Output(2), From(nameof(Silent), nameof(Common)), ActiveIn(nameof(Item), 1, 2)] public partial Layer Out { get; }
        """,

        // An output that is never on beside one that is, and a bank of outputs.
        """
        [OneHotInput(3)] public partial Layer Item { get; }
        [Output(2), From(nameof(Item)), ActiveIn(nameof(Item))] public partial Layer Never { get; }
        [Output(1), From(nameof(Item)), OnePer(nameof(Item))] public partial LayerBank Each { get; }
        """,

        // Every layer a bank, over two indices.
        """
        [OneHotInput(2)] public partial Layer Item { get; }
        [Selector(3)] public partial Selector Way { get; }
        [Hidden(1), From(nameof(Item)), OnePer(nameof(Item))] public partial LayerBank Items { get; }
        [Hidden(2), From(nameof(Items)), OnePerSubset(nameof(Way), 2)] public partial LayerBank Pairs { get; }
        [Hidden(2), From(nameof(Pairs)), OnePerSubset(nameof(Way), 3), SelfGated] public partial LayerBank All { get; }
        [Output(2), From(nameof(All), nameof(Items)), OnePer(nameof(Way))] public partial LayerBank Out { get; }
        """,

        // Linear banks over two indices, wired in every pair of copies that are on together.
        """
        [OneHotInput(2)] public partial Layer Item { get; }
        [Selector(3)] public partial Selector Way { get; }
        [Hidden(2), From(nameof(Item)), OnePer(nameof(Item))] public partial LayerBank Items { get; }
        [Hidden(3), From(nameof(Items)), OnePerSubset(nameof(Way), 2)] public partial LayerBank Pairs { get; }
        [Output(2), From(nameof(Pairs)), OnePer(nameof(Way))] public partial LayerBank Out { get; }
        """,

        // Layers declared before their sources; rules on nodes and edges; two gates on one node.
        """
        [Output(2), From(nameof(Deep), When = nameof(Odd)), From(nameof(Item))] public partial Layer Out { get; }
        [Hidden(2), From(nameof(Common), When = nameof(Odd)), ActiveIn(nameof(Item), 0, 1), ActiveWhen(nameof(Odd))] public partial Layer Deep { get; }
        [Hidden(2), From(nameof(Item), When = nameof(Unknown)), ActiveWhen(nameof(Odd)), ActiveWhen(nameof(Unknown))] public partial Layer Common { get; }
        [OneHotInput(4)] public partial Layer Item { get; }
        private static bool Odd(int item) => item % 2 == 1;
        private static bool Unknown(int Item) => Item > Environment.ProcessorCount - 10_000;
        """,

        // Everything one wide.
        """
        [OneHotInput(1)] public partial Layer Item { get; }
        [Hidden(1), From(nameof(Item)), OnePer(nameof(Item))] public partial LayerBank One { get; }
        [Output(1), From(nameof(One)), OnePer(nameof(Item))] public partial LayerBank Out { get; }
        """,

        // Documentation that is more than text.
        """
        /// <summary>
        /// See <see cref="Common"/>, <c>a &lt; b</c> &amp; <see cref="System.Collections.Generic.List{T}"/>; "quoted" \u0041 { } */ //
        /// </summary>
        [OneHotInput(2)] public partial Layer Item { get; }
        /// <inheritdoc cref="Item"/>
        [Hidden(2), From(nameof(Item))] public partial Layer Common { get; }
        /** <summary>In a block.
          * Of two lines. </summary> */
        [Output(2), From(nameof(Common))] public partial Layer Out { get; }
        """,
    ];

    [Fact]
    public void EveryShapeRunsInBothPrecisionsWithAndWithoutTwin()
    {
        string[] attributes = ["[GatedNetwork]", "[GatedNetwork(Precision = Precision.Double)]"];
        IEnumerable<string> networks =
            from shape in Shapes
            from attribute in attributes
            let twin = IsTwinAllowed(shape) ? ", ReluTwin(2)" : ""
            select $"{attribute.TrimEnd(']')}{twin}] public partial class Net\n{{\n{shape}\n}}";
        double[][] results = Compiled.AndRun(InMemory.Compile(
            [.. networks.Select((network, i) => $"#pragma warning disable CS1591\nnamespace Case{i}\n{{\n{network}\n}}")]));

        Assert.All(results, losses =>
        {
            Assert.All(losses, loss => Assert.True(double.IsFinite(loss)));
            Assert.Equal(0, losses[^1]);
        });
    }

    private static bool IsTwinAllowed(string shape) =>
        shape.Contains("[Hidden", StringComparison.Ordinal) && !shape.Contains("LayerBank Out", StringComparison.Ordinal);
}
