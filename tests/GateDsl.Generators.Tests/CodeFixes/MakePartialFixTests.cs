using GateDsl.CodeFixes;
using GateDsl.Generators.Tests.Support;

namespace GateDsl.Generators.Tests.CodeFixes;

public class MakePartialFixTests
{
    [Fact]
    public Task MakesTheClassPartial() => FixTest<MakePartialFix>.Run(
        """
        [GatedNetwork]
        public sealed class {|GDSL001:Net|} // kept
        {
            [Input(4)] public partial Layer {|CS0751:{|CS9248:Item|}|} { get; }
            [Output(7), From(nameof(Item))] public partial Layer {|CS0751:{|CS9248:Properties|}|} { get; }
        }
        """,
        """
        [GatedNetwork]
        public sealed partial class Net // kept
        {
            [Input(4)] public partial Layer Item { get; }
            [Output(7), From(nameof(Item))] public partial Layer Properties { get; }
        }
        """);

    [Fact]
    public Task MakesEveryTypeAroundItPartial() => FixTest<MakePartialFix>.Run(
        """
        class {|GDSL002:Outer|}
        {
            internal struct {|GDSL002:Inner|}
            {
                [GatedNetwork]
                partial class Net
                {
                    [Input(4)] public partial Layer {|CS9248:Item|} { get; }
                    [Output(7), From(nameof(Item))] public partial Layer {|CS9248:Properties|} { get; }
                }
            }
        }
        """,
        """
        partial class Outer
        {
            internal partial struct Inner
            {
                [GatedNetwork]
                partial class Net
                {
                    [Input(4)] public partial Layer Item { get; }
                    [Output(7), From(nameof(Item))] public partial Layer Properties { get; }
                }
            }
        }
        """);

    [Fact]
    public Task MakesEveryLayerPartial() => FixTest<MakePartialFix>.Run(
        """
        [GatedNetwork]
        public partial class Net
        {
            /// <summary>Kept.</summary>
            [Input(4)]
            Layer {|GDSL023:Item|} { get; }

            [Output(7), From(nameof(Item))] public Layer {|GDSL023:Properties|} { get; }
        }
        """,
        """
        [GatedNetwork]
        public partial class Net
        {
            /// <summary>Kept.</summary>
            [Input(4)]
            partial Layer Item { get; }

            [Output(7), From(nameof(Item))] public partial Layer Properties { get; }
        }
        """);
}
