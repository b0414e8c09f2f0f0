using GateDsl.CodeFixes;
using GateDsl.Generators.Analysis;
using GateDsl.Generators.Tests.Support;
using static GateDsl.Generators.Tests.CodeFixes.GatingDeclaration;

namespace GateDsl.Generators.Tests.CodeFixes;

public class SplitIntoDatapointsFixTests
{
    [Fact]
    public Task MakesAModulePerDatapoint() => FixTest<GatingAnalyzer, SplitIntoDatapointsFix>.Run(
        Net(
            """
                /// <summary>Two.</summary>
                [Hidden(8), From(nameof(Item)), ActiveWhen(nameof(Pair))] public partial Layer {|GDSL101:Some|} { get; }
            """,
            """From("Some", nameof(Common))"""),
        Net(
            """
                /// <summary>Two.</summary>
                [Hidden(8), From(nameof(Item)), ActiveIn(nameof(Item), 0), ActiveIn(nameof(Context), 1)] public partial Layer SomeItem0Context1 { get; }
                /// <summary>Two.</summary>
                [Hidden(8), From(nameof(Item)), ActiveIn(nameof(Item), 2), ActiveIn(nameof(Context), 0)] public partial Layer SomeItem2Context0 { get; }
            """,
            """From(nameof(SomeItem0Context1), nameof(SomeItem2Context0), nameof(Common))"""));

    [Fact]
    public Task OffersNothingWhereANameIsTaken() => FixTest<GatingAnalyzer, SplitIntoDatapointsFix>.RunWithoutFix(Net(
        """
            [Hidden(8), From(nameof(Item)), ActiveWhen(nameof(Pair))] public partial Layer {|GDSL101:Some|} { get; }
            private static int SomeItem2Context0() => 0;
        """,
        "From(nameof(Some), nameof(Common))"));
}
