using GateDsl.Generators.Model;
using GateDsl.Generators.Planning;

namespace GateDsl.Generators.Emission;

/// <summary>The nested class Dataset: checked copies of the user's data, and where every gate is on.</summary>
internal static class DatasetClass
{
    /// <summary>Gates or outputs that one emitted method takes at most; the JIT stops optimising methods that are too long.</summary>
    private const int MostGates = 200;

    /// <param name="code">Where to.</param>
    /// <param name="model">The declaration, for its rules.</param>
    /// <param name="plan">The network.</param>
    /// <param name="twin">Its twin, which works on the same data sets; null: none.</param>
    /// <param name="race">Its reduction; null: none.</param>
    public static void Write(CodeWriter code, NetworkModel model, NetworkPlan plan, NetworkPlan? twin, RacePlan? race)
    {
        code.Write("/// <summary>Datapoints: one value per input, selector and output each, copied and checked.</summary>");
        code.Block("public sealed class Dataset", () =>
        {
            code.Write($"/// <summary>Datapoints that a step takes at a time.</summary>");
            code.Write($"internal const int BlockSize = {BlockSize.For(plan, twin)};").Line();
            WriteState(code, plan, race);
            code.Line();
            code.Separated(new[] { "double", "float" }, scalar => CreateMethod.Write(code, model, plan, scalar));
            code.Line();
            WriteInputs(code, plan);
            code.Line();
            WriteOutputs(code, plan);
            code.Line();
            WriteGates(code, model, plan);
        });
    }

    private static void WriteState(CodeWriter code, NetworkPlan plan, RacePlan? race)
    {
        ModulePlan[] outputs = [.. plan.OutputModules.Where(output => !output.Gate.IsNever)];
        Parts<ModulePlan> squares = new("private void AddZeroLoss", "", "PerOutput y, ref double loss", "y, ref loss", outputs, MostGates, output => code.Write(
            $"loss += BatchKernels.HalfSquares<{plan.Scalar}>(y.{Literals.Identifier(output.Layer)}, On.{Literals.Identifier(plan.GateName(output.Gate))}, {output.Units});"));
        code.Write("""
            /// <summary>x_s, by input and selector.</summary>
            internal readonly PerInput X;

            /// <summary>y_t, by output layer: datapoints x units, row by row.</summary>
            internal readonly PerOutput Y;

            /// <summary>The datapoints at which each gate is on.</summary>
            internal readonly PerGate On;

            /// <summary>Loss of a network that predicts 0 everywhere, on the Sum scale.</summary>
            internal readonly double ZeroLoss;
            """).Line();
        code.Block("private Dataset(int count, PerInput x, PerOutput y)", () =>
        {
            code.Write("""
                Count = count;
                X = x;
                Y = y;
                On = new PerGate(count, x);
                """);
            code.Write("double loss = 0;");
            squares.WriteInPlace(code);
            code.Write("ZeroLoss = loss;");
        });
        squares.WriteMethods(code);
        code.Line().Write("""
            /// <summary>Number of datapoints N.</summary>
            public int Count { get; }

            /// <summary>Blocks that the datapoints fill.</summary>
            internal int Blocks => global::GateDsl.CompilerServices.RowSet.BlocksOf(Count, BlockSize);
            """);
        if (plan.Statistics is not null)
        {
            code.Line();
            code.Write("""
                /// <summary>The effective correlations, gathered when first asked for.</summary>
                internal Compiled.Correlations<SCALAR> Statistics
                {
                    get
                    {
                        lock (On)
                        {
                            return _statistics ??= new Compiled.Correlations<SCALAR>(this);
                        }
                    }
                }

                private Compiled.Correlations<SCALAR>? _statistics;
                """.Replace("SCALAR", plan.Scalar));
            if (plan.Scalar != "double" && race is not null)
            {
                code.Line();
                code.Write("""
                    /// <summary>The same in double precision, for predictions.</summary>
                    internal Compiled.Correlations<double> RaceStatistics
                    {
                        get
                        {
                            lock (On)
                            {
                                return _raceStatistics ??= new Compiled.Correlations<double>(this);
                            }
                        }
                    }

                    private Compiled.Correlations<double>? _raceStatistics;
                    """);
            }
        }
    }

    private static void WriteInputs(CodeWriter code, NetworkPlan plan)
    {
        code.Block("internal sealed class PerInput", () =>
        {
            foreach (InputPlan input in plan.Inputs)
            {
                code.Write($"public required {(input.IsIndex ? "int" : plan.Scalar)}[] {Literals.Identifier(input.Name)} {{ get; init; }}");
            }
        });
    }

    private static void WriteOutputs(CodeWriter code, NetworkPlan plan)
    {
        code.Block("internal sealed class PerOutput", () =>
        {
            foreach (OutputPlan output in plan.Outputs)
            {
                code.Write($"public required {plan.Scalar}[] {Literals.Identifier(output.Name)} {{ get; init; }}");
            }
        });
    }

    private static void WriteGates(CodeWriter code, NetworkModel model, NetworkPlan plan)
    {
        code.Write("/// <summary>Gates are evaluated once, when the data set is made; layers then work on the datapoints where they are on.</summary>");
        Parts<GatePlan> evaluations = new("private void Evaluate", "", "int count, PerInput x", "count, x", plan.Gates, MostGates, gate =>
            code.Write($"{Literals.Identifier(gate.Name)} = new(count, BlockSize, n => {GateExpression.Of(gate.Gate, model.Rules, plan.Type.Name)});"));
        code.Block("internal sealed class PerGate", () =>
        {
            foreach (GatePlan gate in plan.Gates)
            {
                code.Write(evaluations.IsSplit
                    ? $"public global::GateDsl.CompilerServices.RowSet {Literals.Identifier(gate.Name)} = null!;"
                    : $"public readonly global::GateDsl.CompilerServices.RowSet {Literals.Identifier(gate.Name)};");
            }

            code.Line();
            code.Block("public PerGate(int count, PerInput x)", () => evaluations.WriteInPlace(code));
            evaluations.WriteMethods(code);
        });
    }
}
