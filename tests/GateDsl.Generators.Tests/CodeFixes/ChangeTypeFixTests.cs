using GateDsl.CodeFixes;
using GateDsl.Generators.Tests.Support;

namespace GateDsl.Generators.Tests.CodeFixes;

public class ChangeTypeFixTests
{
    [Fact]
    public Task GivesEveryPropertyTheTypeItsAttributesAskFor() => FixTest<ChangeTypeFix>.Run(
        """
        [GatedNetwork]
        public partial class Net
        {
            [Input(4)] public partial Selector {|GDSL022:Item|} { get; }
            [Selector(2)] public partial Layer {|GDSL022:Mode|} { get; }
            [Hidden(8), From(nameof(Item)), {|GDSL075:OnePer(nameof(Mode))|}] public partial Layer Modes { get; }
            [Hidden(8), From(nameof(Item)), OnePer(nameof(Mode))] public partial Selector {|GDSL022:Banks|} { get; }
            [Output(7), From(nameof(Modes), nameof(Banks))] public partial Layer Properties { get; }
        }
        """,
        """
        [GatedNetwork]
        public partial class Net
        {
            [Input(4)] public partial Layer Item { get; }
            [Selector(2)] public partial Selector Mode { get; }
            [Hidden(8), From(nameof(Item)), OnePer(nameof(Mode))] public partial LayerBank Modes { get; }
            [Hidden(8), From(nameof(Item)), OnePer(nameof(Mode))] public partial LayerBank Banks { get; }
            [Output(7), From(nameof(Modes), nameof(Banks))] public partial Layer Properties { get; }
        }
        """);
}
