using GateDsl.Generators.Planning;

namespace GateDsl.Generators.Emission;

/// <summary>Step, Loss, Predict, Gradient and Train: the runtime does what does not depend on the declaration, and documents it.</summary>
internal static class TrainingMembers
{
    /// <summary>The class that documents what users look at.</summary>
    public const string Inspected = "InspectedNetwork";

    public static void Write(CodeWriter code, NetworkPlan plan)
    {
        WriteInherited(
            code, "Step",
            """
            public double Step(Dataset data, double stepSize, global::GateDsl.LossScale scale = global::GateDsl.LossScale.Sum) =>
                _compiled.Step(data, stepSize, scale);
            """,
            "BatchTraining");
        code.Line();
        WriteInherited(
            code, "Loss",
            """
            public double Loss(Dataset data, global::GateDsl.LossScale scale = global::GateDsl.LossScale.Sum) =>
                _compiled.Loss(data, scale);
            """);
        code.Line();
        WritePredict(code, plan);
        code.Line();
        WriteInherited(
            code, "Gradient",
            """
            public void Gradient(Dataset data, Gradients gradients, global::GateDsl.LossScale scale = global::GateDsl.LossScale.Sum) =>
                _compiled.Gradient(data, gradients?.Edges, scale);
            """);
        code.Line();
        WriteInherited(
            code, "Train",
            """
            public global::GateDsl.TrainingLog Train(Dataset data, global::GateDsl.TrainingOptions options, Dataset? test = null) =>
                _compiled.Train(data, options, test);
            """,
            "BatchTraining");
        code.Line();
        if (!plan.IsTwin)
        {
            WriteInherited(
                code, "TrainOn",
                """
                [global::System.Runtime.CompilerServices.OverloadResolutionPriority(-1)] // so Train(null, ...) takes a data set
                public global::GateDsl.TrainingLog Train(Statistics statistics, global::GateDsl.TrainingOptions options) =>
                    _compiled.TrainOn(statistics, options);
                """,
                "BatchTraining");
            code.Line();
        }

        WriteTrainMany(code, plan);
        code.Line();
        WriteInherited(
            code, "Activations", "public double[,] Activations(Dataset data, string layer) => _compiled.Activations(data, layer);",
            Inspected);
        code.Line();
        WriteInherited(
            code, "NamedWeights",
            $"public global::System.Collections.Generic.IReadOnlyList<global::GateDsl.EdgeWeights<{plan.Scalar}>> Weights => _compiled.NamedWeights;",
            Inspected);
        code.Line();
        WriteInherited(code, "Save", "public void Save(string path) => _compiled.Save(path);", Inspected);
        code.Line();
        string name = Literals.Identifier(plan.ClassName);
        WriteInherited(
            code, "Load",
            $"""
            public static {name} Load(string path) => global::GateDsl.CompilerServices.InitialWeights.Load(
                path, zero => new {name}(zero, 0), (network, file) => network._compiled.Load(file));
            """,
            Inspected);
    }

    public static void WriteInherited(CodeWriter code, string member, string text, string type = "BatchNetwork") =>
        code.Write($"/// <inheritdoc cref=\"global::GateDsl.CompilerServices.{type}{{T, TData}}.{member}\"/>").Write(text);

    private static void WritePredict(CodeWriter code, NetworkPlan plan)
    {
        code.Write("""
            /// <summary>What the network computes at every datapoint; 0 where an output is off.</summary>
            /// <param name="data">The datapoints.</param>
            """);
        foreach (OutputPlan output in plan.Outputs)
        {
            code.Write($"/// <param name=\"{Literals.ParameterName(output.Name)}\">Receives datapoints x {output.Units}, row by row.</param>");
        }

        string parameters = string.Concat(plan.Outputs.Select(output => $", global::System.Span<{plan.Scalar}> {Literals.Parameter(output.Name)}"));
        code.Write($"public void Predict(Dataset data{parameters}) =>");
        code.Write($"    _compiled.Predict(data{string.Concat(plan.Outputs.Select(output => ", " + Literals.Parameter(output.Name)))});");
    }

    private static void WriteTrainMany(CodeWriter code, NetworkPlan plan)
    {
        const string Types = "{TData, TNetwork, TTrained}";
        string name = Literals.Identifier(plan.ClassName);
        code.Write($"""
            /// <inheritdoc cref="global::GateDsl.CompilerServices.ManyTrainings.Run{Types}"/>
            public static global::System.Collections.Generic.IReadOnlyList<TrainedNetwork> TrainMany(
                Dataset data, global::GateDsl.IInitializer init, global::System.ReadOnlySpan<ulong> seeds, global::GateDsl.TrainingOptions options, Dataset? test = null) =>
                global::GateDsl.CompilerServices.ManyTrainings.Run(
                    data, init, seeds, options, test, seed => new {name}(init, seed),
                    (network, each) => new TrainedNetwork(network, network.Train(data, each, test)));

            /// <summary>A network after its training, and what the training logged.</summary>
            public sealed record TrainedNetwork({name} Network, global::GateDsl.TrainingLog Log);
            """);
    }
}
