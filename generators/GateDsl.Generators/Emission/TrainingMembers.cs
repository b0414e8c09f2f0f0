using GateDsl.Generators.Planning;

namespace GateDsl.Generators.Emission;

/// <summary>Step, Loss, Predict, Gradient and Train.</summary>
internal static class TrainingMembers
{
    public static void Write(CodeWriter code, NetworkPlan plan)
    {
        WriteStep(code, plan);
        code.Line();
        WriteLoss(code);
        code.Line();
        WritePredict(code, plan);
        code.Line();
        WriteGradient(code);
        code.Line();
        WriteTrain(code, plan);
        code.Line();
        WriteTrainMany(code, plan);
    }

    private static void WriteStep(CodeWriter code, NetworkPlan plan) => code.Write($$"""
        /// <summary>One step of full-batch gradient descent on the loss L = 1/2 sum |y - yhat|^2 (Sum scale, Eq. 2). Allocates nothing.</summary>
        /// <param name="data">The datapoints.</param>
        /// <param name="stepSize">eta, positive and finite.</param>
        /// <returns>The loss before the step.</returns>
        public double Step(Dataset data, double stepSize)
        {
            global::System.ArgumentNullException.ThrowIfNull(data);
            global::GateDsl.CompilerServices.DatasetChecks.StepSize(stepSize);
            return _compiled.BatchStep(data, stepSize);
        }
        """);

    private static void WriteLoss(CodeWriter code) => code.Write("""
        /// <summary>The loss at the present weights; nothing is changed.</summary>
        /// <param name="data">The datapoints.</param>
        /// <param name="scale">Sum: 1/2 sum |y - yhat|^2; Mean: that divided by the number of datapoints.</param>
        public double Loss(Dataset data, global::GateDsl.LossScale scale = global::GateDsl.LossScale.Sum)
        {
            global::System.ArgumentNullException.ThrowIfNull(data);
            return _compiled.Loss(data) * global::GateDsl.CompilerServices.Scales.Factor(scale, data.Count);
        }
        """);

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
        string data = DataParameter(plan);
        code.Block($"public void Predict(Dataset {data}{parameters})", () =>
        {
            code.Write($"global::System.ArgumentNullException.ThrowIfNull({data});");
            foreach (OutputPlan output in plan.Outputs)
            {
                string name = Literals.Parameter(output.Name);
                code.Write($"global::GateDsl.CompilerServices.DatasetChecks.Destination({Literals.Text(Literals.ParameterName(output.Name))}, {name}.Length, {output.Units}, {data}.Count);");
            }

            code.Write($"_compiled.Predict({data}{string.Concat(plan.Outputs.Select(output => ", " + Literals.Parameter(output.Name)))});");
        });
    }

    /// <summary>An output layer may be called Data.</summary>
    private static string DataParameter(NetworkPlan plan) =>
        plan.Outputs.Any(output => Literals.ParameterName(output.Name) == "data") ? "dataset" : "data";

    private static void WriteGradient(CodeWriter code) => code.Write("""
        /// <summary>The gradient of the loss at the present weights; the network is not changed.</summary>
        /// <param name="data">The datapoints.</param>
        /// <param name="gradients">Filled with dL/dW for every edge.</param>
        /// <param name="scale">The scale of the loss.</param>
        public void Gradient(Dataset data, Gradients gradients, global::GateDsl.LossScale scale = global::GateDsl.LossScale.Sum)
        {
            global::System.ArgumentNullException.ThrowIfNull(data);
            global::System.ArgumentNullException.ThrowIfNull(gradients);
            _compiled.Gradient(data, gradients.Values, global::GateDsl.CompilerServices.Scales.Factor(scale, data.Count));
        }
        """);

    private static void WriteTrain(CodeWriter code, NetworkPlan plan)
    {
        code.Write("""
            /// <summary>Full-batch gradient descent.</summary>
            /// <param name="data">The datapoints.</param>
            /// <param name="options">Epochs, step size, scale of the loss, method, what is logged and who is told.</param>
            /// <returns>The losses before the updates.</returns>
            /// <exception cref="global::System.ArgumentOutOfRangeException">An option is out of its bounds.</exception>
            /// <exception cref="global::System.OperationCanceledException">Cancelled: the weights are those after the last whole epoch.</exception>
            /// <exception cref="global::GateDsl.TrainingDivergedException">The loss grew beyond bounds.</exception>
            """);
        if (plan.Statistics is null)
        {
            code.Element("exception cref=\"global::System.NotSupportedException\"", "Statistics were asked for. " + Literals.Xml(plan.NoStatistics!));
        }

        code.Block("public global::GateDsl.TrainingLog Train(Dataset data, global::GateDsl.TrainingOptions options)", () =>
        {
            code.Write("""
                global::System.ArgumentNullException.ThrowIfNull(data);
                global::GateDsl.CompilerServices.TrainingLoop.Validate(options);
                _compiled.CheckWeights();
                """);
            if (plan.Statistics is null)
            {
                code.Call("global::GateDsl.CompilerServices.MethodChoice choice = global::GateDsl.CompilerServices.MethodChoice.BatchOnly", "options", Literals.Text(plan.NoStatistics!));
            }
            else
            {
                code.Write("""
                    global::GateDsl.CompilerServices.MethodChoice choice = global::GateDsl.CompilerServices.MethodChoice.Cheaper(
                        options, _compiled.BatchWork(data),
                        options.Reductions == global::GateDsl.StateReductions.Never ? Compiled.StatisticsWork : Compiled.ReducedWork,
                        Compiled.GatheringWork(data));
                    if (choice.Method == global::GateDsl.TrainingMethod.Statistics)
                    {
                        global::GateDsl.CompilerServices.StatisticsTraining<SCALAR> training = _compiled.ByStatistics(data, options);
                        return global::GateDsl.CompilerServices.TrainingLoop.Run(options, new global::GateDsl.CompilerServices.TrainingRun
                        {
                            Datapoints = data.Count,
                            ZeroLoss = data.ZeroLoss,
                            Method = choice.Method,
                            MethodReason = choice.Reason,
                            ReductionReason = training.Reason,
                            Step = training.Step,
                            WriteBack = training.Leave,
                            StableStepSize = () => Race.StableStepSize(data),
                        });
                    }
                    """.Replace("SCALAR", plan.Scalar));
            }

            code.Write($$"""
                return global::GateDsl.CompilerServices.TrainingLoop.Run(options, new global::GateDsl.CompilerServices.TrainingRun
                {
                    Datapoints = data.Count,
                    ZeroLoss = data.ZeroLoss,
                    Method = choice.Method,
                    MethodReason = choice.Reason,
                    ReductionReason = "By batch nothing is reduced.",
                    Step = eta => _compiled.BatchStep(data, eta),{{(plan.IsTwin ? "" : "\n    StableStepSize = () => Race.StableStepSize(data),")}}
                });
                """);
        });
    }

    private static void WriteTrainMany(CodeWriter code, NetworkPlan plan)
    {
        string name = Literals.Identifier(plan.ClassName);
        code.Write($$"""
            /// <summary>Trains one network for every seed, over the cores; each training is the same to the bit as alone.</summary>
            /// <param name="data">The datapoints.</param>
            /// <param name="init">The distribution of the initial weights.</param>
            /// <param name="seeds">One network each.</param>
            /// <param name="options">Options of every training; progress counts the epochs of all together.</param>
            /// <returns>Networks and logs in the order of the seeds.</returns>
            public static global::System.Collections.Generic.IReadOnlyList<TrainedNetwork> TrainMany(
                Dataset data, global::GateDsl.IInitializer init, global::System.ReadOnlySpan<ulong> seeds, global::GateDsl.TrainingOptions options)
            {
                global::System.ArgumentNullException.ThrowIfNull(data);
                return global::GateDsl.CompilerServices.ManyTrainings.Run(seeds, options, (seed, each) =>
                {
                    {{name}} network = new(init, seed);
                    return new TrainedNetwork(network, network.Train(data, each));
                });
            }

            /// <summary>A network and what its training logged.</summary>
            /// <param name="Network">The network after its training.</param>
            /// <param name="Log">The losses.</param>
            public sealed record TrainedNetwork({{name}} Network, global::GateDsl.TrainingLog Log);
            """);
    }
}
