using GateDsl.Generators.Model;
using GateDsl.Generators.Parsing;
using GateDsl.Generators.Tests.Support;

namespace GateDsl.Generators.Tests.Declarations;

/// <summary>What right declarations become.</summary>
public class ParserTests
{
    private const string ThreeContexts = """
        namespace My.Networks;

        public static partial class Box<T>
        {
            /// <summary>Not the layer's.</summary>
            [GatedNetwork(Rectified = true, Precision = Precision.Double)]
            [ReluTwin(700)]
            [ContextTask(Contexts = 3, Structure = ContextStructure.Different, Sigma = 0.5)]
            internal sealed partial class ThreeContexts
            {
                /// <summary>What is shown, see <see cref="Context"/>.</summary>
                [OneHotInput(8)] public partial Layer Item { get; }
                [OneHotInput(3)] internal partial Layer Context { get; }

                [Hidden(100), From(nameof(Item), nameof(Context), When = nameof(Early)), ActiveIn("Context", 2, 0), ActiveWhen(nameof(Late))]
                public partial Layer Common { get; }

                [Hidden(50), From(nameof(Item)), OnePerSubset(nameof(Context), 2), SelfGated]
                partial LayerBank Pairs { get; }

                [Output(60), From("Common"), From(nameof(Pairs))]
                public partial Layer Properties { get; }

                private static bool Early(int item) => item < 4;

                private static bool Late(int Context, int item) => Context > item;
            }
        }
        """;

    [Fact]
    public void ReadsEverythingThatIsSaid()
    {
        NetworkModel model = Model(ThreeContexts);

        Assert.Equal(new TypeModel("My.Networks", ["partial class Box<T>"], "ThreeContexts") { HintName = "My.Networks.Box-1.ThreeContexts" }, model.Type);
        Assert.True(model.IsDouble);
        Assert.True(model.Rectified);
        Assert.Equal(new AskedTwin([700], HasBias: false, Slope: 0), model.Twin);
        Assert.Equal(new ContextTaskModel(3, 8, true) { Sigma = 0.5 }, model.Task);
        Assert.Equal(["Item", "Context", "Common", "Pairs", "Properties"], model.Layers.Select(layer => layer.Name));
        Assert.Equal([RoleModel.Item, RoleModel.Context, RoleModel.None, RoleModel.None, RoleModel.None], model.Layers.Select(layer => layer.Role));
        Assert.Equal(["public", "internal", "public", "", "public"], model.Layers.Select(layer => layer.Accessibility));
        Assert.Equal([new EdgeModel("Item", "Early"), new EdgeModel("Context", "Early")], model.Layer("Common").Edges);
        Assert.Equal([new ValueGate("Context", [0, 2])], model.Layer("Common").ActiveIn);
        Assert.Equal(["Late"], model.Layer("Common").ActiveWhen);
        Assert.Equal(new BankModel("Context", 2), model.Layer("Pairs").Bank);
        Assert.True(model.Layer("Pairs").SelfGated);
        Assert.Equal([new EdgeModel("Common", null), new EdgeModel("Pairs", null)], model.Layer("Properties").Edges);
        Assert.Equal(["Early", "Late"], model.Rules.Select(rule => rule.Name));
        Assert.Equal(["Item"], model.Rule("Early").Indices);
        Assert.Equal(["Context", "Item"], model.Rule("Late").Indices);
        Assert.Equal("""What is shown, see <see cref="P:My.Networks.Box`1.ThreeContexts.Context" />.""", model.Layer("Item").Summary);
        Assert.Null(model.Layer("Context").Summary);
    }

    [Fact]
    public void TheSameSourceGivesEqualModels() => Assert.Equal(Model(ThreeContexts), Model(ThreeContexts));

    private static NetworkModel Model(string source)
    {
        ParseResult result = InMemory.Parse(source);
        Assert.Empty(result.Findings);
        return result.Model!;
    }
}
