using GateDsl.CodeFixes;
using GateDsl.Generators.Analysis;
using GateDsl.Generators.Tests.Support;
using static GateDsl.Generators.Tests.CodeFixes.GatingDeclaration;

namespace GateDsl.Generators.Tests.CodeFixes;

public class RemoveDeadLayerFixTests
{
    [Fact]
    public Task RemovesTheLayerAndTheEdgesOutOfIt() => FixTest<GatingAnalyzer, RemoveDeadLayerFix>.Run(
        Net(
            """
                [Hidden(8), From(nameof(Item)), ActiveIn(nameof(Context), 0), ActiveIn(nameof(Context), 1)]
                public partial Layer {|GDSL104:First|} { get; }
                [Hidden(4), From(nameof(Item)), ActiveIn(nameof(Context))] public partial Layer {|GDSL104:Second|} { get; }
            """,
            "From(nameof(First), nameof(Common)), From(nameof(Second))"),
        Net("", "From(nameof(Common))").Replace("\n\n    [Output", "\n    [Output", StringComparison.Ordinal));

    [Fact]
    public Task OffersNothingWhereALayerWouldBeLeftWithoutSource() => FixTest<GatingAnalyzer, RemoveDeadLayerFix>.RunWithoutFix(Net(
        """
            [Hidden(8), From(nameof(Item)), ActiveIn(nameof(Context))] public partial Layer {|GDSL104:First|} { get; }
            [Hidden(4), From(nameof(First))] public partial Layer Second { get; }
        """,
        "From(nameof(Common), nameof(Second))"));
}
