using GateDsl.CodeFixes;
using GateDsl.Generators.Tests.Support;

namespace GateDsl.Generators.Tests.CodeFixes;

public class CorrectNameFixTests
{
    [Fact]
    public Task CorrectsNamesInStringsAndInsideNameof() => FixTest<CorrectNameFix>.Run(
        """
        [GatedNetwork]
        [Stimuli({|GDSL080:"Mod"|}, nameof(Net.Pixels), "1 -1", "1/3 0.5")]
        public partial class Net
        {
            [Input(2)] public partial Layer Pixels { get; }
            [OneHotInput(3)] public partial Layer Context { get; }
            [Selector(2)] public partial Selector Mode { get; }

            [Hidden(8), From({|GDSL050:nameof({|CS0103:Pixls|})|}, {|GDSL050:"context"|}, When = {|GDSL066:"Erly"|})]
            [ActiveIn({|GDSL062:nameof(Net.{|CS0117:Contxt|})|}, 0, 1), ActiveWhen({|GDSL066:nameof({|CS0103:Eary|})|})]
            public partial Layer Common { get; }

            [Hidden(8), From(nameof(Pixels)), OnePer({|GDSL062:"Modee"|})] public partial LayerBank Modes { get; }
            [Output(7), From(nameof(Common), nameof(Modes))] public partial Layer Properties { get; }

            private static bool Early(int context) => context < 2;
        }
        """,
        """
        [GatedNetwork]
        [Stimuli("Mode", nameof(Net.Pixels), "1 -1", "1/3 0.5")]
        public partial class Net
        {
            [Input(2)] public partial Layer Pixels { get; }
            [OneHotInput(3)] public partial Layer Context { get; }
            [Selector(2)] public partial Selector Mode { get; }

            [Hidden(8), From(nameof(Pixels), "Context", When = "Early")]
            [ActiveIn(nameof(Net.Context), 0, 1), ActiveWhen(nameof(Early))]
            public partial Layer Common { get; }

            [Hidden(8), From(nameof(Pixels)), OnePer("Mode")] public partial LayerBank Modes { get; }
            [Output(7), From(nameof(Common), nameof(Modes))] public partial Layer Properties { get; }

            private static bool Early(int context) => context < 2;
        }
        """);

    [Fact]
    public Task OffersNothingWhereNoNameIsNear() => FixTest<CorrectNameFix>.RunWithoutFix(
        """
        [GatedNetwork]
        public partial class Net
        {
            [Input(4)] public partial Layer Item { get; }
            [Output(7), From(nameof(Item), {|GDSL050:"Somewhere"|})] public partial Layer Properties { get; }
        }
        """);
}
