using System.Reflection;
using System.Runtime.Loader;
using GateDsl.Generators.Tests.Generation;
using GateDsl.Generators.Tests.Support;

namespace GateDsl.Generators.Tests.Gating;

/// <summary>
/// What GDSL103 says of a module holds for every weight and is put to the test by training; where training does what would be denied, nothing is
/// said.
/// </summary>
public class ItemOnlyClaimTests
{
    private const int Items = 4;
    private const int Contexts = 3;
    private const int Outputs = 2;

    private const string Stimuli = ", Stimuli(nameof(Mood), nameof(Sense), \"1 0 0\", \"0 1 0\", \"0 0 1\")";

    private const string Same = "is the same for every Context, so it cannot help";
    private const string Alike = "changes for all of them alike";

    [Theory]
    [InlineData("[OneHotInput(3)]", "[Hidden(9), From(nameof(Item)), ActiveIn(nameof(Item), 0, 1)]", "Layer")]
    [InlineData("[OneHotInput(3, Role = InputRole.Context)]", "[Hidden(9), From(nameof(Item)), ActiveIn(nameof(Item), 0, 1)]", "Layer")]
    [InlineData("[OneHotInput(3)]", "[Hidden(9), From(nameof(Item)), OnePerSubset(nameof(Item), 2)]", "LayerBank")]
    [InlineData("[OneHotInput(3)]", "[Hidden(9), From(nameof(Item)), OnePer(nameof(Item))]", "LayerBank")]
    public void AModuleThatDoesNotReadTheContextIsTheSameInEvery(string context, string attributes, string type)
    {
        string source = Net(context, attributes, type);

        Assert.Contains(Same, Found.Message(source, "GDSL103"), StringComparison.Ordinal);
        double[] trained = Train(source);
        Assert.All(Differences(trained), difference => Assert.All(difference, value => Assert.Equal(0, value, 1e-9)));
    }

    [Fact]
    public void AModuleThatReadsTheContextChangesForAllItsItemsAlike()
    {
        string source = Net("[OneHotInput(3, Role = InputRole.Context)]",
            "[Hidden(9), From(nameof(Item), nameof(Context)), ActiveIn(nameof(Item), 0, 1)]", "Layer");

        Assert.Contains(Alike, Found.Message(source, "GDSL103"), StringComparison.Ordinal);
        double[][] differences = [.. Differences(Train(source)).Take(2)];
        Assert.All(differences[0].Zip(differences[1]), pair => Assert.Equal(pair.First, pair.Second, 1e-9));
        Assert.Contains(differences[0], value => Math.Abs(value) > 0.01);
    }

    /// <summary>Each of these learns to give one item a property in one context and not in another.</summary>
    [Theory]
    [InlineData("[OneHotInput(3)]", "[Hidden(9), From(nameof(Item), nameof(Context)), OnePer(nameof(Item))]", "LayerBank")]
    [InlineData("[OneHotInput(3, Role = InputRole.Context)]", "[Hidden(9), From(nameof(Item), nameof(Context)), OnePer(nameof(Item))]", "LayerBank")]
    [InlineData("[OneHotInput(3, Role = InputRole.Context)]", "[Hidden(9), From(nameof(Context)), OnePer(nameof(Item))]", "LayerBank")]
    public void NothingIsSaidOfWhatLearnsTheContextualTask(string context, string attributes, string type)
    {
        string source = Net(context, attributes, type);

        Assert.DoesNotContain("GDSL103", string.Join(" ", Found.In(source)), StringComparison.Ordinal);
        Assert.True(Train(source)[0] < 1e-8, "It does not learn the task.");
    }

    [Fact]
    public void NothingIsSaidWhereAGateBehindDependsOnTheContext()
    {
        string source = Net(
            "[OneHotInput(3)]", "[Hidden(9), From(nameof(Item)), OnePer(nameof(Item))]", "LayerBank",
            "[Hidden(9), From(nameof(H)), OnePer(nameof(Context))] public partial LayerBank Behind { get; }", "Behind");

        Assert.DoesNotContain("GDSL103", string.Join(" ", Found.In(source)), StringComparison.Ordinal);
        Assert.True(Train(source)[0] < 1e-8, "It does not learn the task.");
    }

    /// <summary>A selector or a dense input may be another in every context, and then the same item is given something else.</summary>
    [Theory]
    [InlineData("", "[Hidden(9), From(nameof(Item), nameof(Sense)), ActiveIn(nameof(Item), 0, 1)] public partial Layer H { get; }", "nameof(H)")]
    [InlineData(Stimuli, "[Hidden(9), From(nameof(Item), nameof(Sense)), ActiveIn(nameof(Item), 0, 1)] public partial Layer H { get; }", "nameof(H)")]
    [InlineData(Stimuli, "[Hidden(9), From(nameof(Sense)), OnePer(nameof(Item))] public partial LayerBank H { get; }", "nameof(H)")]
    [InlineData(Stimuli, "[Hidden(9), From(nameof(Item)), OnePer(nameof(Item))] public partial LayerBank H { get; } "
        + "[Hidden(9), From(nameof(H)), OnePer(nameof(Mood))] public partial LayerBank Behind { get; }", "nameof(Behind)")]
    [InlineData(Stimuli, "[Hidden(9), From(nameof(Item)), OnePer(nameof(Item))] public partial LayerBank H { get; } "
        + "[Hidden(9), From(nameof(H)), ActiveWhen(nameof(Happy))] public partial Layer Behind { get; }", "nameof(Behind)")]
    [InlineData(Stimuli, "[Hidden(9), From(nameof(Item)), OnePer(nameof(Item))] public partial LayerBank H { get; }", "nameof(H), When = nameof(Happy)")]
    public void NothingIsSaidWhereWhatElseIsGivenReachesTheModule(string attribute, string layers, string read)
    {
        string source = $$"""
            [GatedNetwork(Precision = Precision.Double){{attribute}}]
            public partial class Net
            {
                [OneHotInput(4)] public partial Layer Item { get; }
                [OneHotInput(3, Role = InputRole.Context)] public partial Layer Context { get; }
                [Selector(3)] public partial Selector Mood { get; }
                [Input(3)] public partial Layer Sense { get; }
                {{layers}}
                [Output(2), From({{read}})] public partial Layer Answer { get; }

                private static bool Happy(int mood) => mood == 1;
            }
            """;

        Assert.DoesNotContain("GDSL103", string.Join(" ", Found.In(source)), StringComparison.Ordinal);
        double[] trained = Train(source, "contexts, contexts.SelectMany(c => new double[] { c == 0 ? 1 : 0, c == 1 ? 1 : 0, c == 2 ? 1 : 0 }).ToArray(), ");
        Assert.Contains(Differences(trained).Take(2).SelectMany(difference => difference), value => Math.Abs(value) > 0.01);
    }

    /// <summary>Behind the module, items meet different weights: from one context to another their outputs change in different ways.</summary>
    [Theory]
    [InlineData("[Hidden(9), From(nameof(H)), OnePer(nameof(Item))] public partial LayerBank Behind { get; } "
        + "[Output(2), From(nameof(Behind))] public partial Layer Answer { get; }")]
    [InlineData("[Hidden(9), From(nameof(H)), OnePerSubset(nameof(Item), 3)] public partial LayerBank Behind { get; } "
        + "[Output(2), From(nameof(Behind))] public partial Layer Answer { get; }")]
    [InlineData("[Hidden(9), From(nameof(H), When = nameof(First))] public partial Layer Behind { get; } "
        + "[Output(2), From(nameof(Behind))] public partial Layer Answer { get; }")]
    [InlineData("[Output(2), From(nameof(H), When = nameof(First))] public partial Layer Answer { get; }")]
    [InlineData("[Output(2), From(nameof(H)), OnePer(nameof(Item))] public partial LayerBank Answer { get; }")]
    public void NothingIsSaidWhereItemsMeetOtherWeightsBehind(string behind)
    {
        string source = $$"""
            [GatedNetwork(Precision = Precision.Double)]
            public partial class Net
            {
                [OneHotInput(4)] public partial Layer Item { get; }
                [OneHotInput(3, Role = InputRole.Context)] public partial Layer Context { get; }
                [Hidden(9), From(nameof(Item), nameof(Context)), ActiveIn(nameof(Item), 0, 1)] public partial Layer H { get; }
                {{behind}}

                private static bool First(int item) => item == 0;
            }
            """;

        Assert.DoesNotContain("GDSL103", string.Join(" ", Found.In(source)), StringComparison.Ordinal);
        double[][] differences = [.. Differences(Train(source)).Take(2)];
        Assert.Contains(differences[0].Zip(differences[1]), pair => Math.Abs(pair.First - pair.Second) > 0.01);
    }

    [Theory]
    [InlineData("[Hidden(9), From(nameof(H)), ActiveIn(nameof(Item), 0, 1)] public partial Layer Behind { get; }")]
    [InlineData("[Hidden(9), From(nameof(H)), ActiveIn(nameof(Item), 0, 1, 3)] public partial Layer Behind { get; }")]
    [InlineData("[Hidden(9, Bias = true), From(nameof(H))] public partial Layer Behind { get; }")]
    public void AGateBehindThatIsOnWhereverTheModuleIsChangesNothing(string behind)
    {
        string source = Net(
            "[OneHotInput(3, Role = InputRole.Context)]", "[Hidden(9), From(nameof(Item), nameof(Context)), ActiveIn(nameof(Item), 0, 1)]", "Layer",
                behind, "Behind");

        Assert.Contains(Alike, Found.Message(source, "GDSL103"), StringComparison.Ordinal);
        double[][] differences = [.. Differences(Train(source)).Take(2)];
        Assert.All(differences[0].Zip(differences[1]), pair => Assert.Equal(pair.First, pair.Second, 1e-9));
    }

    [Fact]
    public void AnAssumedRoleIsSaidAndGivesNoAdvice()
    {
        string assumed = Found.Message(Net("[OneHotInput(3)]", "[Hidden(9), From(nameof(Item)), ActiveIn(nameof(Item), 0, 1)]", "Layer"), "GDSL103");
        string said = Found.Message(
            Net("[OneHotInput(3, Role = InputRole.Context)]", "[Hidden(9), From(nameof(Item)), ActiveIn(nameof(Item), 0, 1)]", "Layer"), "GDSL103");

        Assert.Contains("Context is taken for the context because it is the one-hot input declared last", assumed, StringComparison.Ordinal);
        Assert.DoesNotContain("gate by", assumed, StringComparison.Ordinal);
        Assert.DoesNotContain("is taken for", said, StringComparison.Ordinal);
        Assert.Contains("gate by Context for that", said, StringComparison.Ordinal);
    }

    /// <summary>The task first, the picture last: nobody has said that pictures are contexts.</summary>
    [Theory]
    [InlineData("OnePer(nameof(Task))")]
    [InlineData("OnePerSubset(nameof(Task), 2)")]
    public void AGatePerTaskIsRightWhicheverIsDeclaredLast(string gate) => Assert.Empty(Found.In($$"""
        [GatedNetwork]
        public partial class Net
        {
            [OneHotInput(3)] public partial Layer Task { get; }
            [OneHotInput(4)] public partial Layer Picture { get; }
            [Hidden(9), From(nameof(Picture)), {{gate}}] public partial LayerBank H { get; }
            [Output(2), From(nameof(H))] public partial Layer Answer { get; }
        }
        """));

    /// <summary>For each item, how its outputs change from each context to the next.</summary>
    private static IEnumerable<double[]> Differences(double[] trained) => Enumerable.Range(0, Items).Select(item =>
        (from context in Enumerable.Range(1, Contexts - 1)
         from output in Enumerable.Range(0, Outputs)
         select trained[Offset(item, context, output)] - trained[Offset(item, context - 1, output)]).ToArray());

    /// <summary>Behind the loss, contexts are outer and items inner.</summary>
    private static int Offset(int item, int context, int output) => 1 + (((context * Items) + item) * Outputs) + output;

    private static double[] Train(string source, string others = "")
    {
        byte[] image = Harness.Emit(InMemory.Generate(source, Probe.Replace("OTHERS", others, StringComparison.Ordinal)).Compilation);
        AssemblyLoadContext context = new(null, isCollectible: true);
        try
        {
            MethodInfo run = context.LoadFromStream(new MemoryStream(image)).GetType("Probe", throwOnError: true)!.GetMethod("Run")!;
            return (double[])run.Invoke(null, null)!;
        }
        finally
        {
            context.Unload();
        }
    }

    private static string Net(string context, string attributes, string type, string behind = "", string read = "H") => $$"""
        [GatedNetwork(Precision = Precision.Double)]
        public partial class Net
        {
            [OneHotInput(4)] public partial Layer Item { get; }
            {{context}} public partial Layer Context { get; }
            {{attributes}} public partial {{type}} H { get; }
            {{behind}}
            [Output(2), From(nameof({{read}}))] public partial Layer Answer { get; }
        }
        """;

    /// <summary>Trains on targets that have no structure, and gives the loss and the predictions.</summary>
    private const string Probe = """
        public static class Probe
        {
            public static double[] Run()
            {
                int[] items = Enumerable.Range(0, 12).Select(n => n % 4).ToArray();
                int[] contexts = Enumerable.Range(0, 12).Select(n => n / 4).ToArray();
                double[] targets = Enumerable.Range(0, 24).Select(n => Math.Sin(37.0 * (n + 1))).ToArray();
                Net.Dataset data = Net.Dataset.Create(items, contexts, OTHERStargets);
                Net net = new(Gaussian.WithSigma(0.3), 3);
                TrainingLog log = net.Train(data, new TrainingOptions { Epochs = 20000, StepSize = 0.02, RecordEvery = 20000 });
                double[] predictions = new double[24];
                net.Predict(data, predictions);
                return [net.Loss(data), .. predictions];
            }
        }
        """;
}
