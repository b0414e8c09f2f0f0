using GateDsl.Generators.Emission.Maps;
using GateDsl.Generators.Planning;

namespace GateDsl.Generators.Emission;

/// <summary>
/// The nested class that a training by statistics steps: maps forward, their errors and the loss, and back over each edge. Written for the network
/// as declared, for its width reduction, and in double precision for its race.
/// </summary>
internal static class CoreClass
{
    /// <param name="code">Where to.</param>
    /// <param name="name">Name of the class.</param>
    /// <param name="summary">What it is for.</param>
    /// <param name="plan">The network, or its reduction.</param>
    /// <param name="statistics">Its maps.</param>
    /// <param name="correlations">The class of the correlations, as it is called here.</param>
    public static void Write(CodeWriter code, string name, string summary, NetworkPlan plan, StatisticsPlan statistics, string correlations)
    {
        code.Summary(summary);
        code.Block($"internal sealed class {name} : global::GateDsl.CompilerServices.StatisticsTraining<{plan.Scalar}>", () =>
        {
            Core core = new(code, plan, statistics);
            core.WriteState(name, correlations);
            code.Line();
            core.WriteStep();
            code.Line();
            core.WriteMaps();
            code.Line();
            core.WriteErrors();
            code.Line();
            core.WriteBackward();
            code.Line();
            core.WritePerMap(correlations);
            code.Line();
            core.WritePerError();
            code.Line();
            PackedEdges.WritePerEdge(code, plan, MapStatements.Of(plan, statistics));
        });
    }

    private sealed class Core(CodeWriter code, NetworkPlan plan, StatisticsPlan statistics)
    {
        private readonly string _scalar = plan.Scalar;
        private readonly MapStatements _statements = MapStatements.Of(plan, statistics);

        public void WriteState(string name, string correlations) => code.Write($$"""
            private readonly {{correlations}} s;
            private readonly PerEdge w = new();
            private readonly PerMap f;
            private readonly PerError b = new();

            public {{name}}({{correlations}} correlations, bool isInBases)
            {
                s = correlations;
                f = new PerMap(s, isInBases);
            }

            /// <summary>W_e, packed.</summary>
            public override global::GateDsl.CompilerServices.EdgeMatrix<{{_scalar}}>[] Weights => w.All;
            """);

        public void WriteStep() => code.Write($$"""
            /// <summary>One step of gradient descent from correlations (Eq. 3), W_e += eta D_e; returns the loss before it.</summary>
            public override double Step(double eta)
            {
                Maps(w, f);
                double loss = Errors(f, b){{(CorrelationsClass.Unreached(plan, statistics).Any() ? " + s.LossOfUnreached" : "")}};
                Backward(w, f, b, {{(_scalar == "float" ? "(float)" : "")}}eta);
                return loss;
            }
            """);

        public void WriteMaps() => MethodParts.Write(
            code, "Maps", "PerEdge w, PerMap f", "w, f", "The products of weights along paths, from the inputs on; each is computed once.", _statements.Forward());

        public void WriteErrors()
        {
            List<string> statements = [];
            foreach (OutputMapsPlan output in statistics.Outputs)
            {
                (int Rows, int Stride) extent = _statements.StackExtent(output);
                statements.Add($"// E(p) for p = {string.Join(", ", output.Maps)}, in one matrix    ({extent.Rows} x {extent.Stride})");
                statements.Add($"loss += f.Factor_{output.Identifier}.Errors(f.{output.Stack}, b.{output.Stack}, f.{output.Residual});");
            }

            code.Summary(_statements.ErrorsSummary);
            code.Block("public static double Errors(PerMap f, PerError b)", () => code.Write("""
                double loss = 0;
                AddErrors(f, b, ref loss);
                return loss;
                """));
            code.Line();
            MethodParts.Write(code, "AddErrors", "PerMap f, PerError b, ref double loss", "f, b, ref loss", "Output by output.", statements, "private");
        }

        public void WriteBackward() => MethodParts.Write(
            code, "Backward", $"PerEdge w, PerMap f, PerError b, {_scalar} eta", "w, f, b, eta",
            "Eq. 3 over whole maps, module by module from the outputs on: the error is carried back over each edge, B_source = W_e^T B, then the edge moves, W_e += eta B F_source^T.",
            _statements.Backward());

        public void WritePerMap(string correlations)
        {
            code.Write("""
                /// <summary>
                /// F: for every output its maps in one matrix, and one matrix for every map into a hidden module that is not a weight matrix itself. Rows
                /// start at multiples of 32 bytes.
                /// </summary>
                """);
            code.Block("internal sealed class PerMap", () =>
            {
                foreach (OutputMapsPlan output in statistics.Outputs)
                {
                    code.Write($"public readonly global::GateDsl.CompilerServices.{_statements.Residual}<{_scalar}> Factor_{output.Identifier};");
                    code.Write($"public readonly {_scalar}[] {output.Residual};");
                }

                WriteStacks();
                WriteMatrices(_statements.MapMatrices());
                code.Line();
                code.Block($"public PerMap({correlations} s, bool isInBases)", () =>
                {
                    foreach (OutputMapsPlan output in statistics.Outputs)
                    {
                        string factor = $"s.Factor_{output.Identifier}";
                        code.Write($"Factor_{output.Identifier} = {(CorrelationsClass.HasDenseInput(plan, statistics) ? $"isInBases ? s.Bases.Factor({factor}) : {factor}" : factor)};");
                        code.Write($"{output.Residual} = new {_scalar}[Factor_{output.Identifier}.WorkSpace];");
                    }
                });
            });
        }

        public void WritePerError()
        {
            code.Write("/// <summary>B: the errors of all maps, in matrices like theirs, and where the steps need it transposed.</summary>");
            code.Block("internal sealed class PerError", () =>
            {
                WriteStacks();
                WriteMatrices(_statements.ErrorMatrices());
            });
        }

        private void WriteStacks()
        {
            foreach (OutputMapsPlan output in statistics.Outputs)
            {
                (int rows, int stride) = _statements.StackExtent(output);
                WriteMatrices([(output.Stack, $"{rows} * {stride}")]);
            }
        }

        private void WriteMatrices(IEnumerable<(string Name, string Entries)> matrices)
        {
            foreach ((string name, string entries) in matrices)
            {
                code.Write($"public readonly {_scalar}[] {name} = new {_scalar}[{entries}];");
            }
        }
    }
}
