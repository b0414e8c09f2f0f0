using GateDsl.Generators.Model;
using GateDsl.Generators.Planning;
using GateDsl.Generators.Planning.Program;

namespace GateDsl.Generators.Emission;

/// <summary>The nested class Dataset: checked copies of the user's data, and where every gate is on.</summary>
internal static class DatasetClass
{
    /// <summary>What a delegate and its arguments load, and where it is kept.</summary>
    private const int OperandsOfGate = 5;

    public static void Write(CodeWriter code, CompilationPlan compilation)
    {
        NetworkPlan plan = compilation.Network;
        code.Write("/// <summary>Datapoints: one value per input, selector and output each, copied and checked.</summary>");
        GeneratedAttributes.Write(code);
        code.Block("public sealed class Dataset : global::GateDsl.CompilerServices.BatchData", () =>
        {
            code.Write("/// <summary>Datapoints of a block, as many as the cache holds: training by batch takes one block after the other.</summary>");
            code.Write($"internal const int BlockSize = {compilation.BlockSize};").Line();
            WriteState(code, compilation);
            code.Line();
            WriteWindow(code, compilation);
            code.Line();
            code.Separated(compilation.Ways, way => CreateMethod.Write(code, compilation, way));
            code.Line();
            WriteParts(code, "The datapoints, by input and selector.", "PerInput",
                plan.Inputs.Select(input => ($"{(input.IsIndex ? "int" : plan.Scalar)}[]", input.Name)));
            code.Line();
            WriteParts(code, "The targets, by output layer.", "PerOutput",
                plan.Outputs.Select(output => ($"{(Losses.Of(output.Loss).Targets == TargetsModel.Labels ? "int" : plan.Scalar)}[]", output.Name)));
            if (plan.GateInputs.Count > 0)
            {
                code.Line();
                GateNumbers.WriteClass(code, plan, compilation.Numbers);
            }

            code.Line();
            WriteGates(code, compilation);
        });
    }

    private static void WriteState(CodeWriter code, CompilationPlan compilation)
    {
        NetworkPlan plan = compilation.Network;
        ModulePlan[] outputs = [.. plan.OutputModules.Where(output => !output.Gate.IsNever)];
        Parts<ModulePlan> squares =
            new("private void AddZeroLoss", "PerOutput y", "y", MethodSplitter.Split(outputs, _ => 3),
                some => code.Each(some, output => code.Write(ZeroLoss(plan, output))));
        code.Write("""
            internal readonly PerInput X;     // x_s, by input and selector
            internal readonly PerOutput Y;    // y_t, by output layer
            internal readonly PerGate On;     // the datapoints at which each gate is on
            """);
        if (plan.Statistics is not null)
        {
            code.Line().Write($"private Compiled.Correlations<{plan.Scalar}>? _statistics;");
        }

        if (plan.Statistics is not null && plan.Scalar != "double" && compilation.Race is not null)
        {
            code.Write("private Compiled.Correlations<double>? _raceStatistics;");
        }

        bool hasNumbers = plan.GateInputs.Count > 0;
        if (hasNumbers)
        {
            code.Line().Write("""
                /// <summary>Gates that are numbers, by gate input and gate, and their products by layer.</summary>
                internal readonly PerNumber G;
                """);
        }

        code.Line().Block($"private Dataset(int count, PerInput x, PerOutput y{(hasNumbers ? ", PerNumber g" : "")})\n    : base(count, BlockSize)", () =>
        {
            code.Write("""
                X = x;
                Y = y;
                """);
            if (hasNumbers)
            {
                code.Write("G = g;");
            }

            code.Write("On = new PerGate(this, x);");
            code.Write("// the loss of a network whose outputs are all 0");
            squares.WriteInPlace(code);
        });
        squares.WriteMethods(code);
        if (hasNumbers)
        {
            code.Line();
            GateNumbers.WriteReport(code, plan, compilation.Numbers);
            GateNumbers.WriteProducts(code, compilation.Numbers);
        }

        if (plan.Statistics is not null)
        {
            code.Line().Write($"""
                internal static Dataset None => new(0, new(), new(){(hasNumbers ? ", " + GateNumbers.None(plan) : "")});

                /// <summary>What training by statistics takes of these datapoints, gathered when first asked for.</summary>
                internal Compiled.Correlations<{plan.Scalar}> Statistics => Once(ref _statistics, () => new Compiled.Correlations<{plan.Scalar}>(this, new(this)));
                """);
        }

        if (plan.Statistics is not null && plan.Scalar != "double" && compilation.Race is not null)
        {
            code.Line().Write("""
                /// <summary>The same in double precision, for predictions.</summary>
                internal Compiled.Correlations<double> RaceStatistics => Once(ref _raceStatistics, () => new Compiled.Correlations<double>(this, new(this)));
                """);
        }
    }

    private static void WriteWindow(CodeWriter code, CompilationPlan compilation)
    {
        NetworkPlan plan = compilation.Network;
        string Rows(string of, IEnumerable<string> names) =>
            string.Join(", ", names.Select(Literals.Identifier).Select(name => $"{name} = at.Rows({of}.{name})"));
        string inputs = string.Join(", ", plan.Inputs.Select(input => input.IsIndex && input.Name != GeneratedNames.Bias
            ? $"{Literals.Identifier(input.Name)} = at.Indices({Literals.Text(input.Name)}, X.{Literals.Identifier(input.Name)})"
            : Rows("X", [input.Name])));
        string numbers = plan.GateInputs.Count > 0 ? ",\n    " + GateNumbers.Window(plan, compilation.Numbers) : "";
        code.Write($$"""
            /// <summary>Room for a batch of these datapoints.</summary>
            protected override Dataset Window(global::GateDsl.CompilerServices.BatchWindow at) => new(
                at.Count, new() { {{inputs}} },
                new() { {{Rows("Y", plan.Outputs.Select(output => output.Name))}} }{{numbers}});
            """);
    }

    private static string ZeroLoss(NetworkPlan plan, ModulePlan output)
    {
        string where = $"On.{Literals.Identifier(plan.GateName(output.Gate))}, {output.Units});";
        return plan.LossOf(output) == LossModel.Squared
            ? $"AddZeroLoss(y.{Literals.Identifier(output.Layer)}, {where}"
            : $"AddZeroLoss(global::GateDsl.OutputLoss.{plan.LossOf(output)}, {where}";
    }

    private static void WriteParts(CodeWriter code, string summary, string name, IEnumerable<(string Type, string Name)> parts) =>
        code.Summary(summary).Block($"internal sealed class {name}", () =>
    {
        foreach ((string type, string part) in parts)
        {
            code.Write($"public {type} {Literals.Identifier(part)} = [];");
        }
    });

    private static void WriteGates(CodeWriter code, CompilationPlan compilation)
    {
        const string Set = "global::GateDsl.CompilerServices.RowSet";
        (NetworkModel model, NetworkPlan plan) = (compilation.Model, compilation.Network);
        (string Name, string Type, string Value, int Operands)[] gates =
        [
            .. plan.Gates.Select(gate => (
                Literals.Identifier(gate.Name), Set, $"new(data, n => {GateExpression.Of(gate.Gate, model.Rules, plan.Type.Name)})", OperandsOfGate)),
            .. compilation.GateArrays.Select(array => (
                Literals.Identifier(array.Name), Set + "[]",
                    $"[{string.Join(", ", array.Gates.Select(gate => Literals.Identifier(plan.GateName(gate))))}]", array.Gates.Count)),
        ];
        code.Write("/// <summary>For every gate the datapoints at which it is on, found once: layers work on no others.</summary>");
        Parts<(string Name, string Type, string Value, int Operands)> evaluations = new(
            "private void Evaluate", "Dataset data, PerInput x", "data, x", MethodSplitter.Split(gates, gate => gate.Operands),
            some => code.Each(some, gate => code.Write($"{gate.Name} = {gate.Value};")));
        code.Block("internal sealed class PerGate", () =>
        {
            foreach ((string name, string type, _, _) in gates)
            {
                code.Write(evaluations.IsSplit ? $"public {type} {name} = null!;" : $"public readonly {type} {name};{(type == Set ? "" : "    // by copy")}");
            }

            code.Line();
            code.Block("public PerGate(Dataset data, PerInput x)", () => evaluations.WriteInPlace(code));
            evaluations.WriteMethods(code);
        });
    }
}
