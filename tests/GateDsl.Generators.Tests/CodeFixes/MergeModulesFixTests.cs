using GateDsl.CodeFixes;
using GateDsl.Generators.Analysis;
using GateDsl.Generators.Tests.Support;
using static GateDsl.Generators.Tests.CodeFixes.GatingDeclaration;

namespace GateDsl.Generators.Tests.CodeFixes;

public class MergeModulesFixTests
{
    [Fact]
    public Task AddsTheUnitsAndRemovesTheLaterLayer() => FixTest<GatingAnalyzer, MergeModulesFix>.Run(
        Net(
            """
                [Hidden(8), From(nameof(Item)), OnePer(nameof(Context))] public partial LayerBank First { get; }

                /// <summary>Again.</summary>
                [Hidden(4), From(nameof(Item)), OnePer(nameof(Context))] public partial LayerBank {|GDSL105:Second|} { get; }
                [Hidden(1 << 3), From(nameof(Item), nameof(Context))] public partial Layer {|GDSL105:Third|} { get; }
            """,
            "From(nameof(Common), nameof(First), nameof(Second)), From([nameof(Third)])"),
        Net(
            """
                [Hidden(12), From(nameof(Item)), OnePer(nameof(Context))] public partial LayerBank First { get; }
            """,
            "From(nameof(Common), nameof(First))")
                .Replace("[Hidden(8), From(nameof(Item), nameof(Context))]", "[Hidden(8 + (1 << 3)), From(nameof(Item), nameof(Context))]",
                    StringComparison.Ordinal));

    [Fact]
    public Task OffersNothingForOneCopyOfABank() => FixTest<GatingAnalyzer, MergeModulesFix>.RunWithoutFix(Net(
        """
            [Hidden(8), From(nameof(Item)), OnePer(nameof(Context))] public partial LayerBank First { get; }
            [Hidden(4), From(nameof(Item)), ActiveIn(nameof(Context), 1)] public partial Layer {|GDSL105:Second|} { get; }
        """,
        "From(nameof(Common), nameof(First), nameof(Second))"));
}
