using GateDsl.CodeFixes;
using GateDsl.Generators.Analysis;
using GateDsl.Generators.Tests.Support;
using static GateDsl.Generators.Tests.CodeFixes.GatingDeclaration;

namespace GateDsl.Generators.Tests.CodeFixes;

public class NearestContextGateFixTests
{
    [Fact]
    public Task PutsOneGateInThePlaceOfAll() => FixTest<GatingAnalyzer, NearestContextGateFix>.Run(
        Net(
            """
                /// <summary>Odd.</summary>
                [Hidden(8), ActiveWhen(nameof(Odd)), From(nameof(Item))]
                public partial Layer {|GDSL101:First|} { get; }
                [ActiveIn(nameof(Context), 0, 1)]
                [Hidden(4), From(nameof(Item)), GateDsl.ActiveWhenAttribute("Odd")] public partial Layer {|GDSL101:Second|} { get; }
            """,
            "From(nameof(Common), nameof(First), nameof(Second))"),
        Net(
            """
                /// <summary>Odd.</summary>
                [Hidden(8), ActiveIn(nameof(Context), 1, 2), From(nameof(Item))]
                public partial Layer First { get; }
                [ActiveIn(nameof(Context), 0, 1)]
                [Hidden(4), From(nameof(Item))] public partial Layer Second { get; }
            """,
            "From(nameof(Common), nameof(First), nameof(Second))"));

    [Fact]
    public Task OffersNothingForACopyOfABank() => FixTest<GatingAnalyzer, NearestContextGateFix>.RunWithoutFix(Net(
        "    [Hidden(8), From(nameof(Item)), OnePerSubset(nameof(Context), 2), ActiveWhen(nameof(Odd))] public partial LayerBank {|GDSL101:Some|} { get; }",
        "From(nameof(Common), nameof(Some))"));

    [Fact]
    public Task OffersNothingForTheGateOfEdges() => FixTest<GatingAnalyzer, NearestContextGateFix>.RunWithoutFix(Net(
        "    [Hidden(8), From(nameof(Item), When = nameof(Odd))] public partial Layer {|GDSL101:Some|} { get; }",
        "From(nameof(Common), nameof(Some))"));
}
