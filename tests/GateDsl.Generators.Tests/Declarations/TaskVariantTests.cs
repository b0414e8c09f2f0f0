using GateDsl.Generators.Model;
using GateDsl.Generators.Naming;
using GateDsl.Generators.Parsing.Reading;
using GateDsl.Generators.Tests.Support;

namespace GateDsl.Generators.Tests.Declarations;

/// <summary>Which networks each task fits.</summary>
public class TaskVariantTests
{
    [Theory]
    [InlineData("ContextTask", "OneHotInput(8)", "OneHotInput(3)", "Output(60)")]
    [InlineData("ContextTask(Structure = ContextStructure.Different)", "OneHotInput(3, Role = InputRole.Context)", "OneHotInput(8)", "Output(60)")]
    [InlineData("ContextTask(Contexts = 5)", "OneHotInput(8)", "OneHotInput(5)", "Output(90)")]
    [InlineData("XorTask(Margin = 0.4)", "Selector(4)", "Input(3)", "Output(1)")]
    [InlineData("XorTask", "Input(3)", "Output(1)")]
    [InlineData("HierarchyTask(Objects = 8, Sigma = 1e-3)", "OneHotInput(8)", "Output(15)")]
    [InlineData("RoutingTask", "OneHotInput(4)", "Selector(7)", "Selector(7)", "Output(7)")]
    [InlineData("RoutingTask", "OneHotInput(28)", "Selector(7)", "Output(7)")]
    [InlineData("RoutingTask(Domains = 5, Trained = 2)", "Selector(5)", "OneHotInput(20)", "Output(7)")]
    [InlineData("{|GDSL091:RoutingTask|}", "OneHotInput(4)", "Selector(7)", "Output(7)")]
    [InlineData("{|GDSL091:RoutingTask|}", "OneHotInput(28)", "Selector(7)", "Selector(7)", "Output(7)")]
    [InlineData("{|GDSL091,GDSL091:ContextTask|}", "OneHotInput(3)", "OneHotInput(8)", "Output(60)")]
    [InlineData("{|GDSL091,GDSL091:ContextTask|}", "OneHotInput(8)", "Selector(3)", "Output(60)")]
    [InlineData("{|GDSL091:XorTask|}", "Input(3)", "Input(3)", "Output(1)")]
    [InlineData("{|GDSL091:RoutingTask(Domains = 5)|}", "OneHotInput(4)", "Selector(5)", "Selector(7)", "Output(7)")]
    [InlineData("{|GDSL091:HierarchyTask|}", "OneHotInput(4)", "Output(7)", "Output(7)")]
    [InlineData("{|GDSL091:HierarchyTask|}", "OneHotInput(4)", "Output(7, Loss = OutputLoss.Logistic)")]
    [InlineData("HierarchyTask", "OneHotInput(4)", "Output(7, Loss = {|GDSL012:(OutputLoss)3|})")]
    [InlineData("XorTask(Margin = {|GDSL092:0|})", "Input(3)", "Output(1)")]
    [InlineData("XorTask(StepSize = {|GDSL092:double.NaN|})", "Input(3)", "Output(1)")]
    [InlineData("XorTask(Sigma = {|GDSL092:-1|})", "Input(3)", "Output(1)")]
    [InlineData("RoutingTask(Trained = {|GDSL092:8|})", "OneHotInput(4)", "Output(7)")]
    [InlineData("ContextTask(Contexts = {|GDSL092:4|}, Structure = ContextStructure.Different)", "OneHotInput(8)", "Output(7)")]
    [InlineData("ContextTask(Structure = {|GDSL012:(ContextStructure)3|})", "OneHotInput(8)", "OneHotInput(3)", "Output(60)")]
    public void FitsOrNot(string task, params string[] kinds)
    {
        int input = Array.FindIndex(kinds, kind => kind.Contains("Input", StringComparison.Ordinal));
        IEnumerable<string> properties = kinds.Select((kind, i) =>
        {
            string type = kind.StartsWith("Selector", StringComparison.Ordinal) ? "Selector" : "Layer";
            string from = kind.StartsWith("Output", StringComparison.Ordinal) ? $", From(\"L{input}\")" : "";
            return $"[{kind}{from}] public partial {type} L{i} {{ get; }}";
        });

        Marked.Check($"[GatedNetwork, {task}] public partial class Net {{ {string.Join(" ", properties)} }}");
    }

    /// <summary>The one-hot input declared last is the context where there are two or more, unless said otherwise.</summary>
    [Theory]
    [InlineData("Unsaid", RoleModel.Item)]
    [InlineData("Unsaid Unsaid", RoleModel.Item, RoleModel.Context)]
    [InlineData("Unsaid Unsaid Unsaid", RoleModel.Item, RoleModel.Item, RoleModel.Context)]
    [InlineData("Context Unsaid", RoleModel.Context, RoleModel.Item)]
    [InlineData("Unsaid Item", RoleModel.Item, RoleModel.Item)]
    [InlineData("Context", RoleModel.Context)]
    [InlineData("Context Context", RoleModel.Context, RoleModel.Context)]
    public void RolesAreSaidOrFollowTheOrder(string said, params object[] expected)
    {
        IEnumerable<string> inputs = said.Split(' ')
            .Select((role, i) => $"[OneHotInput(2, Role = InputRole.{role})] public partial Layer L{i} {{ get; }}");

        NetworkModel? model = InMemory.Parse(
            $"[GatedNetwork] public partial class Net {{ {string.Join(" ", inputs)} [Output(1), From(\"L0\")] public partial Layer Out {{ get; }} }}").Model;

        Assert.Equal(expected, model!.Layers.Where(layer => layer.Kind == Model.LayerKindModel.OneHotInput).Select(layer => (object)layer.Role));
    }

    [Theory]
    [InlineData("1", true)]
    [InlineData("-0.5", true)]
    [InlineData("+.5", true)]
    [InlineData("2.", true)]
    [InlineData("1e-9", true)]
    [InlineData("1E300", true)]
    [InlineData("1/3", true)]
    [InlineData("-7/2", true)]
    [InlineData("1e301", false)]
    [InlineData("1/0", false)]
    [InlineData("1/-3", false)]
    [InlineData("1.5/3", false)]
    [InlineData("0,5", false)]
    [InlineData("1_000", false)]
    [InlineData("NaN", false)]
    [InlineData(".", false)]
    [InlineData("", false)]
    [InlineData("1\n", false)]
    [InlineData("\u0661", false)]
    [InlineData("1e9999999999", false)]
    public void NumbersAreExactDecimalsOrFractions(string text, bool isValid) => Assert.Equal(isValid, ExactNumber.IsValid(text));

    [Theory]
    [InlineData("Itme", "Item")]
    [InlineData("item", "Item")]
    [InlineData("Contex", "Context")]
    [InlineData("Pair1", null)]
    [InlineData("Everything", null)]
    [InlineData("", null)]
    public void TheNearestNameIsMeant(string written, string? expected) =>
        Assert.Equal(expected, NearestName.Among(["Item", "Context", "PairA", "PairB"], written));
}
