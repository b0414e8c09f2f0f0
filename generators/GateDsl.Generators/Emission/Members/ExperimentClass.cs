using GateDsl.Generators.Model;
using GateDsl.Generators.Planning;

namespace GateDsl.Generators.Emission;

/// <summary>The nested class Experiment of a network whose data are known by a task attribute.</summary>
internal static class ExperimentClass
{
    public static void Write(CodeWriter code, CompilationPlan compilation, TaskModel task)
    {
        code.Write("/// <summary>The network on the task that it is meant for, beside its twin and its predictions.</summary>");
        GeneratedAttributes.Write(code);
        code.Block("public static class Experiment", () =>
        {
            WriteRun(code, compilation, task);
            code.Line();
            WriteData(code, compilation.Model, task);
        });
    }

    private static void WriteRun(CodeWriter code, CompilationPlan compilation, TaskModel task)
    {
        string name = Literals.Identifier(compilation.Network.Type.Name);
        string twin = compilation.Twin is null ? "null" : "(init, seed, training) => new ReluTwin(init, seed).Train(data, training)";
        int width = compilation.Network.HiddenModules.Select(module => module.Units).DefaultIfEmpty(1).Max();
        string does = compilation.Twin is null ? "Trains the network from every seed, predicts it," : "Trains network and twin from every seed, predicts both,";
        string descent = task.IsPlainDescent ? "" : $"""

                    Momentum = {Literals.Number(task.Momentum)},
                    Nesterov = {(task.IsNesterov ? "true" : "false")},
                    WeightDecay = {Literals.Number(task.WeightDecay)},
            """;
        code.Write($$"""
            /// <summary>{{does}} and measures how far the curves are apart.</summary>
            /// <param name="options">Seeds, epochs, step size, initial weights, progress and cancellation.</param>
            /// <exception cref="global::System.OperationCanceledException">Cancelled.</exception>
            public static global::GateDsl.ExperimentResult Run(global::GateDsl.ExperimentOptions options)
            {
                Dataset data = CreateData();
                return global::GateDsl.CompilerServices.ExperimentRunner.Run(options, new global::GateDsl.CompilerServices.ExperimentParts
                {
                    StepSize = {{Literals.Number(task.StepSize)}},{{Unsaid(task.StepSize)}}
                    Sigma = {{Literals.Number(task.Sigma)}},{{Unsaid(task.Sigma)}}{{descent}}
                    Width = {{width}},
                    TwinWidth = {{compilation.Model.Twin?.Widths.Max() ?? 0}},
                    Train = (init, seed, training) => new {{name}}(init, seed).Train(data, training),
                    TrainTwin = {{twin}},
                    From = (init, seed) => {{Integrator(task, $"Race.From(new {name}(init, seed), data)")}},
                    Expect = init => {{Integrator(task, "Race.Expect(data, init)")}},
                    ForTwin = (sigma, prediction) => {{Integrator(task, "Race.ForTwin(data, sigma, prediction)")}},
                });
            }
            """);
    }

    private static void WriteData(CodeWriter code, NetworkModel model, TaskModel task)
    {
        code.Write("/// <summary>The data of the task.</summary>");
        code.Block("public static Dataset CreateData()", () =>
        {
            code.Write($"{Type(task)} task = {Create(task)};");
            IEnumerable<LayerModel> layers = model.Layers.Where(layer => layer.Kind != LayerKindModel.Hidden);
            code.Call("return Dataset.Create", [.. layers.Select(layer => "task." + Part(model, task, layer))]);
        });
    }

    private static string Integrator(TaskModel task, string race) => task.IsPlainDescent
        ? race + ".Integrate"
        : $"global::GateDsl.CompilerServices.ExperimentParts.Descending<Dataset>({race}.Integrate, {Literals.Number(task.Momentum)}, " +
            $"{(task.IsNesterov ? "true" : "false")}, {Literals.Number(task.WeightDecay)})";

    private static string Unsaid(double setting) => setting == 0 ? "    // 0: the task names none" : "";

    /// <summary>The class of a task.</summary>
    public static string Type(TaskModel task) => "global::GateDsl." + task switch
    {
        ContextTaskModel => "ContextTask",
        XorTaskModel => "XorTask",
        HierarchyTaskModel => "HierarchyTask",
        _ => "RoutingTask",
    };

    /// <summary>Makes a task.</summary>
    public static string Create(TaskModel task) => task switch
    {
        ContextTaskModel context => $"{Type(task)}.Create({context.Contexts}, global::GateDsl.ContextStructure." +
            $"{(context.DifferentStructures ? "Different" : "Same")}, {context.Objects})",
        XorTaskModel xor => $"{Type(task)}.Create({Literals.Number(xor.Margin)})",
        HierarchyTaskModel hierarchy => $"{Type(task)}.Create({hierarchy.Objects})",
        RoutingTaskModel routing => $"{Type(task)}.Create({routing.Domains}, {routing.Trained})",
        _ => throw new InvalidOperationException($"No data are known for {task.GetType().Name}."),
    };

    /// <summary>Which part of the task's data a layer takes.</summary>
    public static string Part(NetworkModel model, TaskModel task, LayerModel layer) => (task, layer.Kind) switch
    {
        (_, LayerKindModel.Output) => "Targets",
        (ContextTaskModel, _) => layer.Role == RoleModel.Context ? "Contexts" : "Items",
        (XorTaskModel, LayerKindModel.Selector) => "Samples",
        (XorTaskModel, _) => "Inputs",
        (RoutingTaskModel, LayerKindModel.Selector) => model.Layers.Last(other => other.Kind == LayerKindModel.Selector) == layer ? "Sinks" : "Sources",
        (RoutingTaskModel, _) => model.Layers.Count(other => other.Kind == LayerKindModel.Selector) == 1 ? "Cues" : "Items",
        _ => "Items",
    };
}
