namespace GateDsl.Generators.Tests.Gating;

public class DuplicateModuleTests
{
    [Theory]
    [InlineData("ActiveIn(nameof(Context), 0, 1)", "ActiveWhen(nameof(NotLast))", "GDSL105 Info Second")]
    [InlineData("ActiveIn(nameof(Context), 0, 1)", "ActiveIn(nameof(Context), 0)")]
    [InlineData("ActiveIn(nameof(Context))", "ActiveIn(nameof(Context))", "GDSL104 Warning First", "GDSL104 Warning Second")]
    [InlineData("ActiveIn(nameof(Context), 0)", "ActiveIn(nameof(Context), 0), SelfGated", "GDSL107 Info Second")]
    public void GatesAreComparedByWhatTheySay(string first, string second, params string[] expected) =>
        Assert.Equal(expected,
            Found.In(Net($"[Hidden(8), From(nameof(Item)), {first}] public partial Layer First",
                $"[Hidden(4), From(nameof(Item)), {second}] public partial Layer Second")));

    [Fact]
    public void OtherSourcesAreAnotherModule() => Assert.Equal(
        [],
        Found.In(Net(
            "[Hidden(8), From(nameof(Item)), ActiveIn(nameof(Context), 0)] public partial Layer First",
            "[Hidden(8), From(nameof(Context)), ActiveIn(nameof(Context), 0)] public partial Layer Second")));

    [Fact]
    public void ALayerCanBeACopyOfABank()
    {
        string source = Net(
            "[Hidden(8), From(nameof(Item)), OnePer(nameof(Context))] public partial LayerBank First",
            "[Hidden(4), From(nameof(Item)), ActiveIn(nameof(Context), 1)] public partial Layer Second");

        Assert.Equal(["GDSL105 Info Second"], Found.In(source));
        Assert.StartsWith("'Second' is on where 'First[1]' is", Found.Message(source, "GDSL105"), StringComparison.Ordinal);
    }

    [Fact]
    public void TwoBanksAreReportedOnce() => Assert.Equal(
        ["GDSL105 Info Second"],
        Found.In(Net(
            "[Hidden(8), From(nameof(Item)), OnePer(nameof(Context))] public partial LayerBank First",
            "[Hidden(4), From(nameof(Item)), OnePer(nameof(Context))] public partial LayerBank Second")));

    private static string Net(string first, string second) => $$"""
        [GatedNetwork(Rectified = true)]
        public partial class Net
        {
            [OneHotInput(4)] public partial Layer Item { get; }
            [OneHotInput(3)] public partial Layer Context { get; }
            [Hidden(8), From(nameof(Item), nameof(Context))] public partial Layer Common { get; }
            {{first}} { get; }
            {{second}} { get; }
            [Output(7), From(nameof(Common), nameof(First), nameof(Second))] public partial Layer Properties { get; }

            private static bool NotLast(int context) => context != 2;
        }
        """;
}
