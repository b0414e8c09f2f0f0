using GateDsl.CodeFixes;
using GateDsl.Generators.Tests.Support;

namespace GateDsl.Generators.Tests.CodeFixes;

public class RenameRuleParameterFixTests
{
    [Fact]
    public Task RenamesTheParameterAndItsUses() => FixTest<RenameRuleParameterFix>.Run(
        """
        [GatedNetwork]
        public partial class Net
        {
            [OneHotInput(4)] public partial Layer Item { get; }
            [Output(7), From(nameof(Item)), ActiveWhen(nameof(Early))] public partial Layer Properties { get; }

            private static bool Early(int {|GDSL071:itm|}) => itm < 2 || itm == 3;
        }
        """,
        """
        [GatedNetwork]
        public partial class Net
        {
            [OneHotInput(4)] public partial Layer Item { get; }
            [Output(7), From(nameof(Item)), ActiveWhen(nameof(Early))] public partial Layer Properties { get; }

            private static bool Early(int item) => item < 2 || item == 3;
        }
        """);
}
