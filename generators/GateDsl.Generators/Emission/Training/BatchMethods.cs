using GateDsl.Generators.Model;
using GateDsl.Generators.Planning;
using GateDsl.Generators.Planning.Batch;
using GateDsl.Generators.Planning.Program;

namespace GateDsl.Generators.Emission;

/// <summary>Training by batch: what forward and backward do with one block of datapoints.</summary>
internal static class BatchMethods
{
    /// <param name="code">Where to.</param>
    /// <param name="plan">The network, or its twin.</param>
    /// <param name="program">Its training by batch.</param>
    public static void Write(CodeWriter code, NetworkPlan plan, BatchProgram program)
    {
        if (plan.IsTwin)
        {
            code.Block("partial class ReluTwin", () => WriteCompiled(code, plan, program));
        }
        else
        {
            WriteCompiled(code, plan, program);
        }
    }

    private static void WriteCompiled(CodeWriter code, NetworkPlan plan, BatchProgram program) => code.Block("partial class Compiled", () =>
    {
        code.Summary("h_t = g_t sum over the sources s of t of g_ts W_ts h_s (Eq. 1), every module after its sources.");
        WriteMethod(code, "protected override void", program.Forward);
        code.Line().Summary(Residuals(plan));
        WriteMethod(code, "protected override void", program.Residuals);
        code.Line().Summary("Eq. 3 by datapoints, from the outputs on: W_ts^T e_t goes to e_s unless s is an input, then d_ts += c e_t h_s^T.");
        WriteMethod(code, "protected override void", program.Backward);
        code.Line();
        WritePredict(code, plan, program);
        code.Line();
        WriteWork(code, program);
        code.Line();
        WriteChoice(code, plan);
    });

    private static string Residuals(NetworkPlan plan) => plan.Outputs.All(output => output.Loss == LossModel.Squared)
        ? "e_t = y_t - h_t at every output that is on; the loss is half the sum of their squares (Eq. 2)."
        : "e_t = -dL/dh_t at every output that is on: " +
            string.Join("; ", plan.Outputs.Select(output => $"{output.Name}: {Losses.Of(output.Loss).Error}")) + ".";

    private static void WriteMethod(CodeWriter code, string header, ProgramMethod method) =>
        ProgramPrinter.Write(code, header, method, "Dataset data", "data", Locals(method));

    /// <summary>The parts of a data set that a method reads, by their letters.</summary>
    private static string Locals(ProgramMethod method)
    {
        HashSet<string> used = [.. method.Groups.SelectMany(group => group.Operands).Select(operand => operand.Owner)];
        (string Letter, string Type, string Member)[] parts =
        [
            .. new[] { ("x", "PerInput", "X"), ("y", "PerOutput", "Y"), ("g", "PerNumber", "G"), ("on", "PerGate", "On") }.Where(
                part => used.Contains(part.Item1)),
        ];
        return string.Join("\n", parts.Select(part => $"Dataset.{part.Type} {part.Letter} = data.{part.Member};"));
    }

    private static void WritePredict(CodeWriter code, NetworkPlan plan, BatchProgram program)
    {
        string parameters = string.Concat(plan.Outputs.Select(output => $", global::System.Span<{plan.Scalar}> {BatchOperands.Prediction(output.Name)}"));
        string arguments = string.Concat(plan.Outputs.Select(output => $", {BatchOperands.Prediction(output.Name)}"));
        code.Summary("yhat, datapoints x units; 0 where an output is off.");
        code.Block($"public void Predict(Dataset data{parameters})", () =>
        {
            foreach (OutputPlan output in plan.Outputs)
            {
                code.Call("CheckOutput", "data", Literals.Text(Literals.ParameterName(output.Name)), BatchOperands.Prediction(output.Name), $"{output.Units}");
            }

            code.Write("CheckWeights();");
            foreach (OutputPlan output in plan.Outputs)
            {
                code.Write($"{BatchOperands.Prediction(output.Name)}.Clear();");
            }

            code.Block("for (int block = 0; PredictBlock(data, block); block++)", () => code.Write($"CopyOutputs(data{arguments});"));
        });
        code.Line();
        ProgramPrinter.Write(code, "private void", program.CopyOutputs, "Dataset data" + parameters, "data" + arguments, Locals(program.CopyOutputs));
    }

    private static void WriteWork(CodeWriter code, BatchProgram program)
    {
        Parts<GateWork> parts = new(
            "private static void AddBatchWork", "Dataset.PerGate on, ref long work", "on, ref work", MethodSplitter.Split(program.Work, _ => 2),
            terms => code.Each(terms, term => code.Write($"work += {term.PerDatapoint}L * on.{Literals.Identifier(term.Gate)}.Count;")));
        code.Summary("Multiplications and additions of one epoch by batch, counted: they grow with the datapoints.");
        if (program.Work is [GateWork only])
        {
            code.Write($"protected override long BatchWork(Dataset data) => {only.PerDatapoint}L * data.On.{Literals.Identifier(only.Gate)}.Count;");
            return;
        }

        code.Block("protected override long BatchWork(Dataset data)", () =>
        {
            code.Write("""
                Dataset.PerGate on = data.On;
                long work = 0;
                """);
            parts.WriteInPlace(code);
            code.Write("return work;");
        });
        parts.WriteMethods(code);
    }

    /// <summary>What the runtime must know to choose between batch and statistics.</summary>
    private static void WriteChoice(CodeWriter code, NetworkPlan plan)
    {
        code.Write("/// <summary>Batch or statistics: what is asked for, else what takes less counted work.</summary>");
        const string Header =
            "protected override global::GateDsl.CompilerServices.MethodChoice Choose(Dataset data, global::GateDsl.TrainingOptions options) =>";
        if (plan.Statistics is null)
        {
            code.Write(Header).Write("    global::GateDsl.CompilerServices.MethodChoice.BatchOnly(");
            code.Write($"        options, {Literals.Text(plan.NoStatistics!)});");
        }
        else
        {
            code.Write(Header).Write("    Cheaper(data, options, StatisticsWork, NarrowWork, SpanWork, GatheringWork(data));");
        }

        if (!plan.IsTwin)
        {
            code.Line().Write("""
                /// <summary>The largest stable step of the Sum loss, which a training that diverges names.</summary>
                protected override double StableStepSize(Dataset data) => Race.StableStepSize(data);
                """);
        }
    }
}
