using System.Reflection;
using System.Runtime.Loader;
using GateDsl.Generators.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GateDsl.Generators.Tests.Differential.Members;

/// <summary>Experiment of a network that names its task, against the runtime, given by hand what the declaration says.</summary>
public sealed class ExperimentTests
{
    private const string Header = "#pragma warning disable GDSL301 // called by hand\nusing GateDsl.CompilerServices;\n\n";

    private static readonly ExperimentOptions Options = new() { Seeds = [3, 4], Epochs = 6, LossScale = LossScale.Mean };

    /// <summary>Everything said, and nothing; layers in an unusual order; widths of which neither the first nor the last is the largest.</summary>
    private static Case[] Cases =>
    [
        new("Contexts", "ContextTask(Contexts = 3, Structure = ContextStructure.Different, Objects = 8), ReluTwin(6)",
            """
            [Output(60), From(nameof(Narrow), nameof(Wide), nameof(Other))] public partial Layer Out { get; }
            [OneHotInput(3, Role = InputRole.Context)] public partial Layer Where { get; }
            [OneHotInput(8)] public partial Layer What { get; }
            [Hidden(3), From(nameof(What))] public partial Layer Narrow { get; }
            [Hidden(7), From(nameof(What), nameof(Where))] public partial Layer Wide { get; }
            [Hidden(5), From(nameof(What)), ActiveIn(nameof(Where), 1)] public partial Layer Other { get; }
            """,
            "ContextTask task = ContextTask.Create(3, ContextStructure.Different, 8);", "task.Targets, task.Contexts, task.Items")
        {
            Width = 7,
            Twin = 6,
        },
        new("Same", "ContextTask(StepSize = 0.002, Sigma = 0.01, Momentum = 0.5, Nesterov = true, WeightDecay = 0.001), ReluTwin(4)",
            """
            [OneHotInput(8)] public partial Layer Item { get; }
            [OneHotInput(3)] public partial Layer Context { get; }
            [Hidden(4), From(nameof(Item), nameof(Context))] public partial Layer Code { get; }
            [Output(60), From(nameof(Code))] public partial Layer Out { get; }
            """,
            "ContextTask task = ContextTask.Create(3, ContextStructure.Same, 8);", "task.Items, task.Contexts, task.Targets")
        {
            StepSize = 0.002,
            Sigma = 0.01,
            Descent = (0.5, true, 0.001),
            Width = 4,
            Twin = 4,
        },
        new("Xor", "XorTask(Margin = 0.4, WeightDecay = 0.01)",
            """
            [Selector(4)] public partial Selector Sample { get; }
            [Input(3)] public partial Layer Stimulus { get; }
            [Hidden(5), From(nameof(Stimulus)), ActiveIn(nameof(Sample), 0, 1)] public partial Layer Positive { get; }
            [Hidden(2), From(nameof(Stimulus)), ActiveIn(nameof(Sample), 2, 3)] public partial Layer Negative { get; }
            [Output(1), From(nameof(Positive), nameof(Negative))] public partial Layer Label { get; }
            """,
            "XorTask task = XorTask.Create(0.4);", "task.Samples, task.Inputs, task.Targets")
        {
            Descent = (0, false, 0.01),
            Width = 5,
        },
        new("Deep", "HierarchyTask(Objects = 8, Sigma = 0.02), ReluTwin(4, 6, 2)",
            """
            [OneHotInput(8)] public partial Layer Item { get; }
            [Hidden(2), From(nameof(Item))] public partial Layer First { get; }
            [Hidden(4), From(nameof(First))] public partial Layer Second { get; }
            [Hidden(3), From(nameof(Second))] public partial Layer Third { get; }
            [Output(15), From(nameof(Third))] public partial Layer Out { get; }
            """,
            "HierarchyTask task = HierarchyTask.Create(8);", "task.Items, task.Targets")
        {
            Sigma = 0.02,
            Width = 4,
            Twin = 6,
        },
        new("SelfGated", "HierarchyTask(StepSize = 0.01)",
            """
            [OneHotInput(4)] public partial Layer Item { get; }
            [Hidden(4), From(nameof(Item)), SelfGated] public partial Layer Code { get; }
            [Output(7), From(nameof(Code))] public partial Layer Out { get; }
            """,
            "HierarchyTask task = HierarchyTask.Create(4);", "task.Items, task.Targets")
        {
            StepSize = 0.01,
            Width = 4,
        },
        new("MorePathwaysThanARaceHas", "ContextTask(Contexts = 10, Objects = 4, StepSize = 0.01, Sigma = 0.02)",
            """
            [OneHotInput(4)] public partial Layer Item { get; }
            [OneHotInput(10)] public partial Layer Context { get; }
            [Hidden(1), From(nameof(Item)), OnePerSubset(nameof(Context), 5)] public partial LayerBank Half { get; }
            [Hidden(2), From(nameof(Item)), OnePer(nameof(Context))] public partial LayerBank Single { get; }
            [Output(77), From(nameof(Half), nameof(Single))] public partial Layer Out { get; }
            """,
            "ContextTask task = ContextTask.Create(10, ContextStructure.Same, 4);", "task.Items, task.Contexts, task.Targets")
        {
            StepSize = 0.01,
            Sigma = 0.02,
            Width = 2,
        },
        new("Routes", "RoutingTask(Domains = 5, Trained = 2)",
            """
            [Selector(5)] public partial Selector From { get; }
            [OneHotInput(4)] public partial Layer Item { get; }
            [Selector(5)] public partial Selector To { get; }
            [Hidden(3), From(nameof(Item)), OnePer("From")] public partial LayerBank Encoder { get; }
            [Hidden(6), From(nameof(Encoder))] public partial Layer Shared { get; }
            [Output(7), From(nameof(Shared)), OnePer(nameof(To))] public partial LayerBank Decoder { get; }
            """,
            "RoutingTask task = RoutingTask.Create(5, 2);", "task.Sources, task.Items, task.Sinks, task.Targets")
        {
            Width = 6,
        },
        new("Cues", "RoutingTask(Domains = 5, Trained = 2)",
            """
            [Selector(5)] public partial Selector Sink { get; }
            [OneHotInput(20)] public partial Layer Cue { get; }
            [Output(7), From(nameof(Cue)), ActiveIn(nameof(Sink), 0, 2, 3)] public partial Layer Out { get; }
            """,
            "RoutingTask task = RoutingTask.Create(5, 2);", "task.Sinks, task.Cues, task.Targets")
        {
            Width = 1,
        },
    ];

    [Fact]
    public void ExperimentsAreWhatTheDeclarationSays()
    {
        Case[] cases = Cases;
        Assembly assembly = Compile([.. cases.Select(one => Header + one.Source)]);
        foreach (Case one in cases)
        {
            ExperimentResult expected = Run(assembly, "ByHand" + one.Name), found = Run(assembly, one.Name + "+Experiment");
            Assert.Equal(Curves(expected), Curves(found));
            Assert.Equal(expected.NotApplicable.OrderBy(pair => pair.Key), found.NotApplicable.OrderBy(pair => pair.Key));
            Assert.Equal(expected.Agreement.OrderBy(pair => pair.Key), found.Agreement.OrderBy(pair => pair.Key));
        }
    }

    private static ExperimentResult Run(Assembly assembly, string type) =>
        (ExperimentResult)assembly.GetType(type, throwOnError: true)!.GetMethod("Run")!.Invoke(null, [Options])!;

    private static string[] Curves(ExperimentResult result) =>
    [
        .. result.Network.Concat(result.Twin).Select(log => string.Join(' ', log.Loss)),
        .. result.Exact.Concat(result.Modes)
            .Concat(new[] { result.Expected, result.TwinPredicted, result.TwinByPathways, result.Closed }.OfType<RaceLog>())
            .Select(log => string.Join(' ', log.Loss)),
    ];

    private static Assembly Compile(string[] sources)
    {
        CSharpCompilation generated = InMemory.Generate(InMemory.Compile(new CSharpParseOptions(LanguageVersion.Latest, DocumentationMode.None), sources)
            .WithAssemblyName($"Experiments{Guid.NewGuid():N}")).Compilation;
        using MemoryStream image = new();
        Diagnostic[] errors = [.. generated.Emit(image).Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)];
        Assert.True(errors.Length == 0, string.Join("\n", errors.Take(3).Select(error => error.ToString())));
        image.Position = 0;
        return AssemblyLoadContext.Default.LoadFromStream(image);
    }

    /// <summary>A network with its task, and the same experiment as a program without the declaration's help.</summary>
    /// <param name="Name">Name of the class.</param>
    /// <param name="Attributes">Beside that of networks.</param>
    /// <param name="Members">Members of the class.</param>
    /// <param name="Task">Makes the task.</param>
    /// <param name="Data">What the data set takes of it, in the order of the layers.</param>
    private sealed record Case(string Name, string Attributes, string Members, string Task, string Data)
    {
        public double StepSize { get; init; }

        public double Sigma { get; init; }

        public (double Momentum, bool IsNesterov, double Decay) Descent { get; init; }

        public required int Width { get; init; }

        /// <summary>The widest layer of the twin; 0: none.</summary>
        public int Twin { get; init; }

        public string Source => FormattableString.Invariant($$"""
            [GatedNetwork(Precision = Precision.Double), {{Attributes}}]
            public partial class {{Name}}
            {
            {{Members}}
            }

            public static class ByHand{{Name}}
            {
                public static ExperimentResult Run(ExperimentOptions options)
                {
                    {{Task}}
                    {{Name}}.Dataset data = {{Name}}.Dataset.Create({{Data}});
                    return ExperimentRunner.Run(options, new ExperimentParts
                    {
                        StepSize = {{StepSize}},
                        Sigma = {{Sigma}},
                        Momentum = {{Descent.Momentum}},
                        Nesterov = {{(Descent.IsNesterov ? "true" : "false")}},
                        WeightDecay = {{Descent.Decay}},
                        Width = {{Width}},
                        TwinWidth = {{Twin}},
                        Train = (init, seed, training) => new {{Name}}(init, seed).Train(data, training),
                        TrainTwin = {{(Twin == 0 ? "null" : $"(init, seed, training) => new {Name}.ReluTwin(init, seed).Train(data, training)")}},
                        From = (init, seed) => {{Integrated($"{Name}.Race.From(new {Name}(init, seed), data)")}},
                        Expect = init => {{Integrated($"{Name}.Race.Expect(data, init)")}},
                        ForTwin = (sigma, prediction) => {{Integrated($"{Name}.Race.ForTwin(data, sigma, prediction)")}},
                    });
                }
            }
            """);

        private string Integrated(string race) => Descent == default ? $"{race}.Integrate" : FormattableString.Invariant(
            $"ExperimentParts.Descending<{Name}.Dataset>({race}.Integrate, {Descent.Momentum}, {(Descent.IsNesterov ? "true" : "false")}, {Descent.Decay})");
    }
}
