using GateDsl.CodeFixes;
using GateDsl.Generators.Tests.Support;

namespace GateDsl.Generators.Tests.CodeFixes;

public class AddGatedNetworkFixTests
{
    [Fact]
    public Task AddsTheAttributeOnALineOfItsOwn() => FixTest<AddGatedNetworkFix>.Run(
        """
        internal partial class Outer
        {
            /// <summary>Kept.</summary>
            public partial class Net
            {
                [Input(4)] public partial Layer {|CS9248:{|GDSL013:Item|}|} { get; }
                [Output(7), From(nameof(Item))] public partial Layer {|CS9248:Properties|} { get; }
            }
        }
        """,
        """
        internal partial class Outer
        {
            /// <summary>Kept.</summary>
            [GatedNetwork]
            public partial class Net
            {
                [Input(4)] public partial Layer Item { get; }
                [Output(7), From(nameof(Item))] public partial Layer Properties { get; }
            }
        }
        """);
}
