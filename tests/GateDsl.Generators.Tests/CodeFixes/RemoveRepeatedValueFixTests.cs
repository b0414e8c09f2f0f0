using GateDsl.CodeFixes;
using GateDsl.Generators.Tests.Support;

namespace GateDsl.Generators.Tests.CodeFixes;

public class RemoveRepeatedValueFixTests
{
    [Fact]
    public Task RemovesRepetitionsWithTheirCommas() => FixTest<RemoveRepeatedValueFix>.Run(
        Net("""ActiveIn(nameof(Item), 0, 1, {|GDSL065:0|}, 2, {|GDSL065:1|}), ActiveIn("Item", new[] { 3, {|GDSL065:3|} })"""),
        Net("""ActiveIn(nameof(Item), 0, 1, 2), ActiveIn("Item", new[] { 3 })"""));

    [Fact]
    public Task RemovesRepetitionsInARow() => FixTest<RemoveRepeatedValueFix>.Run(
        Net("""ActiveIn(nameof(Item), 0, {|GDSL065:0|}, {|GDSL065:0|})"""),
        Net("""ActiveIn(nameof(Item), 0)"""));

    private static string Net(string gates) => $$"""
        [GatedNetwork]
        public partial class Net
        {
            [OneHotInput(4)] public partial Layer Item { get; }
            [Output(7), From(nameof(Item)), {{gates}}] public partial Layer Properties { get; }
        }
        """;
}
