using GateDsl.CodeFixes;
using GateDsl.Generators.Tests.Support;

namespace GateDsl.Generators.Tests.CodeFixes;

public class MakeGetOnlyFixTests
{
    [Fact]
    public Task LeavesTheGetterAlone() => FixTest<MakeGetOnlyFix>.Run(
        """
        [GatedNetwork]
        public partial class Net
        {
            [Input(4)] public partial Layer {|GDSL024:Item|} { get; set; } // kept
            [Hidden(4), From(nameof(Item))] public partial Layer {|CS9249:{|GDSL026:Common|}|} => new("Common", 4);
            [Output(7), From(nameof(Common))]
            public partial Layer {|GDSL024:Properties|}
            {
                get;
                init;
            }
        }
        """,
        """
        [GatedNetwork]
        public partial class Net
        {
            [Input(4)] public partial Layer Item { get; } // kept
            [Hidden(4), From(nameof(Item))] public partial Layer Common { get; }
            [Output(7), From(nameof(Common))]
            public partial Layer Properties { get; }
        }
        """);
}
