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
        code.Block($"internal sealed class {name} : global::GateDsl.Generated.StatisticsTraining<{plan.Scalar}>", () =>
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
            CompiledClass.WritePerEdge(code, plan, isPacked: true);
        });
    }

    /// <summary>Where the values of a map, or its errors, stand.</summary>
    /// <param name="Span">The matrix.</param>
    /// <param name="Stride">How far apart its rows start.</param>
    public readonly record struct Place(string Span, int Stride);

    /// <summary>The map of paths that end at an output, within the stack of that output's maps.</summary>
    public static Place InStack(NetworkPlan plan, StatisticsPlan statistics, OutputMapsPlan output, string map, string owner)
    {
        int offset = output.Maps.TakeWhile(name => name != map).Sum(name => Stride(plan.Scalar, statistics.Map(name).Columns));
        string stack = $"{owner}.{output.Stack}";
        return new Place(offset == 0 ? stack : $"{stack}.AsSpan({offset})", StackStride(plan, statistics, output));
    }

    /// <summary>Rows of packed matrices start at multiples of 32 bytes.</summary>
    public static int Stride(string scalar, int columns)
    {
        int lanes = scalar == "float" ? 8 : 4;
        return (columns + lanes - 1) / lanes * lanes;
    }

    public static int StackStride(NetworkPlan plan, StatisticsPlan statistics, OutputMapsPlan output) =>
        output.Maps.Sum(map => Stride(plan.Scalar, statistics.Map(map).Columns));

    private sealed class Core(CodeWriter code, NetworkPlan plan, StatisticsPlan statistics)
    {
        private readonly string _scalar = plan.Scalar;
        private readonly Dictionary<string, OutputMapsPlan> _outputOf = statistics.Outputs
            .SelectMany(output => output.Maps.Select(map => (map, output))).ToDictionary(pair => pair.map, pair => pair.output, StringComparer.Ordinal);

        public void WriteState(string name, string correlations) => code.Write($$"""
            private readonly {{correlations}} s;
            private readonly PerEdge w = new();
            private readonly PerMap f;
            private readonly PerMap b;

            public {{name}}({{correlations}} correlations, bool isInBases)
            {
                s = correlations;
                f = new PerMap(s, isInBases);
                b = new PerMap(s, isInBases);
            }

            /// <summary>W_e, packed.</summary>
            public override global::GateDsl.Generated.EdgeMatrix<{{_scalar}}>[] Weights => w.All;
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

        public void WriteMaps()
        {
            List<string> statements = [];
            foreach (MapPlan map in statistics.Maps.Where(map => !map.IsWeight || _outputOf.ContainsKey(map.Name)))
            {
                string sum = string.Join(" + ", map.Terms.Select(term => term.Map is null ? term.Weight : $"{term.Weight} {NameOf(statistics.Map(term.Map))}"));
                statements.Add($"// {map.Name} = {sum}    ({map.Rows} x {map.Columns})");
                Place to = Values(map, "f");
                bool isFirst = true;
                foreach (TermPlan term in map.Terms.OrderBy(term => term.Map is not null))
                {
                    if (term.Map is null)
                    {
                        statements.Add($"MatrixPacking.{(isFirst ? "Copy" : "Add")}<{_scalar}>({Weight(term)}, {Stride(_scalar, map.Columns)}, {to.Span}, {to.Stride}, {map.Rows}, {map.Columns}{(isFirst ? "" : ", 1")});");
                    }
                    else
                    {
                        Place from = Values(statistics.Map(term.Map), "f");
                        statements.Add($"MatrixProducts.{(isFirst ? "Set" : "Add")}<{_scalar}>({Weight(term)}, {Stride(_scalar, term.Inner)}, {from.Span}, {from.Stride}, {to.Span}, {to.Stride}, {map.Rows}, {term.Inner}, {Stride(_scalar, map.Columns)}{(isFirst ? "" : ", 1")});");
                    }

                    isFirst = false;
                }
            }

            MethodParts.Write(code, "Maps", "PerEdge w, PerMap f", "w, f", "The products of weights along paths, from the inputs on; each is computed once.", statements);
        }

        public void WriteErrors()
        {
            List<string> statements = [];
            foreach (OutputMapsPlan output in statistics.Outputs)
            {
                statements.Add($"// E(p) for p = {string.Join(", ", output.Maps)}, side by side    ({output.Units} x {StackStride(plan, statistics, output)})");
                statements.Add($"loss += f.Factor_{output.Identifier}.Errors(f.{output.Stack}, b.{output.Stack}, f.{output.Residual});");
            }

            code.Write("""
                /// <summary>
                /// E(p) = Syx(p) - sum over maps j into the same output of M_j Sx(j, p) (Eq. 4), and the loss. With Sx(j, p) = K_j K_p^T this is
                /// R K_p^T, where R = Y* - sum over maps j of M_j K_j is a residual and 1/2 |R|^2 the loss that can still be lowered.
                /// </summary>
                """);
            code.Block("public static double Errors(PerMap f, PerMap b)", () => code.Write("""
                double loss = 0;
                AddErrors(f, b, ref loss);
                return loss;
                """));
            code.Line();
            MethodParts.Write(code, "AddErrors", "PerMap f, PerMap b, ref double loss", "f, b, ref loss", "Output by output.", statements, "private");
        }

        public void WriteBackward()
        {
            List<string> statements = [];
            HashSet<string> reached = [.. _outputOf.Keys];
            HashSet<string> moved = [];
            foreach (IGrouping<string, MapPlan> module in statistics.Maps.GroupBy(map => map.Module).Reverse())
            {
                MapPlan[] maps = [.. module.Where(map => !moved.Contains(map.Name))];
                List<TermPlan> later = [];
                if (maps.Any(map => map.Terms.Any(term => term.Map is not null)))
                {
                    statements.Add($"// back over the edges into {module.Key}: B_source = W_e^T B");
                }

                foreach (MapPlan map in maps)
                {
                    foreach (TermPlan term in map.Terms.Where(term => term.Map is not null))
                    {
                        MapPlan source = statistics.Map(term.Map!);
                        if (IsMovedFirst(source, map, term))
                        {
                            MoveFirst(statements, map, term, source);
                            moved.Add(source.Name);
                            later.Add(term);
                            continue;
                        }

                        bool isFirst = reached.Add(source.Name);
                        (Place error, Place back) = (Values(map, "b"), Errors(source));
                        statements.Add($"MatrixProducts.{(isFirst ? "SetFromTransposed" : "AddFromTransposed")}<{_scalar}>({Weight(term)}, {Stride(_scalar, term.Inner)}, {error.Span}, {error.Stride}, {back.Span}, {back.Stride}, {term.Inner}, {map.Rows}, {Stride(_scalar, map.Columns)}{(isFirst ? "" : ", 1")});");
                    }
                }

                if (maps.Length > 0)
                {
                    statements.Add($"// the edges into {module.Key} move: {(maps.All(map => map.IsWeight) ? "W_e += eta B" : "W_e += eta B F_source^T")}");
                }

                foreach (MapPlan map in maps)
                {
                    Place error = _outputOf.ContainsKey(map.Name) ? Values(map, "b") : Errors(map);
                    foreach (TermPlan term in map.Terms)
                    {
                        if (later.Contains(term))
                        {
                            statements.Add($"MatrixPacking.Add<{_scalar}>(b.Step_{map.Name}, {Stride(_scalar, term.Inner)}, {Weight(term)}, {Stride(_scalar, term.Inner)}, {map.Rows}, {term.Inner}, eta);");
                        }
                        else if (term.Map is null)
                        {
                            statements.Add($"MatrixPacking.Add<{_scalar}>({error.Span}, {error.Stride}, {Weight(term)}, {Stride(_scalar, map.Columns)}, {map.Rows}, {map.Columns}, eta);");
                        }
                        else
                        {
                            Place source = Values(statistics.Map(term.Map), "f");
                            statements.Add($"MatrixProducts.AddTransposed<{_scalar}>({error.Span}, {error.Stride}, {source.Span}, {source.Stride}, {Weight(term)}, {Stride(_scalar, term.Inner)}, {map.Rows}, {map.Columns}, {Stride(_scalar, term.Inner)}, eta);");
                        }
                    }
                }
            }

            MethodParts.Write(code, "Backward", $"PerEdge w, PerMap f, PerMap b, {_scalar} eta", "w, f, b, eta", "Eq. 3 over whole maps, module by module from the outputs on: the error is carried back over each edge, B_source = W_e^T B, then the edge moves, W_e += eta B F_source^T.", statements);
        }

        public void WritePerMap(string correlations)
        {
            code.Write("""
                /// <summary>
                /// One matrix for every map between an input and a hidden module that is not a weight matrix itself, and for every output its maps
                /// side by side. Rows start at multiples of 32 bytes.
                /// </summary>
                """);
            code.Block("internal sealed class PerMap", () =>
            {
                foreach (OutputMapsPlan output in statistics.Outputs)
                {
                    code.Write($"public readonly global::GateDsl.Generated.ResidualFactor<{_scalar}> Factor_{output.Identifier};");
                    code.Write($"public readonly {_scalar}[] {output.Residual};");
                    code.Write($"public readonly {_scalar}[] {output.Stack} = new {_scalar}[{output.Units} * {StackStride(plan, statistics, output)}];");
                }

                foreach (MapPlan map in statistics.Maps.Where(map => !_outputOf.ContainsKey(map.Name)))
                {
                    code.Write($"public readonly {_scalar}[] {map.Name} = new {_scalar}[{Stride(_scalar, map.Rows)} * {Stride(_scalar, map.Columns)}];");
                }

                foreach (MapPlan map in statistics.Maps)
                {
                    foreach (TermPlan term in map.Terms.Where(term => term.Map is not null && IsMovedFirst(statistics.Map(term.Map), map, term)))
                    {
                        code.Write($"public readonly {_scalar}[] Step_{map.Name} = new {_scalar}[{map.Rows} * {Stride(_scalar, term.Inner)}];");
                    }
                }

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

        /// <summary>
        /// The larger of two matrices in series should be read and written once: where the first is larger, it moves before the second, whose step
        /// is kept meanwhile. Only where nothing else reads the first.
        /// </summary>
        private bool IsMovedFirst(MapPlan source, MapPlan map, TermPlan term) =>
            source.IsWeight && !_outputOf.ContainsKey(source.Name) && map.Terms.Count == 1 && (long)source.Rows * source.Columns > (long)map.Rows * term.Inner
            && statistics.Maps.Sum(other => other.Terms.Count(one => one.Map == source.Name)) == 1
            && statistics.Maps.Sum(other => other.Terms.Count(one => one.Weight == term.Weight)) == 1
            && statistics.Maps.Sum(other => other.Terms.Count(one => one.Weight == source.Terms[0].Weight)) == 1;

        private void MoveFirst(List<string> statements, MapPlan map, TermPlan term, MapPlan source)
        {
            Place error = _outputOf.ContainsKey(map.Name) ? Values(map, "b") : Errors(map);
            Place from = Values(source, "f");
            int inner = Stride(_scalar, term.Inner);
            statements.Add($"global::System.Array.Clear(b.Step_{map.Name});");
            statements.Add($"MatrixProducts.AddTransposed<{_scalar}>({error.Span}, {error.Stride}, {from.Span}, {from.Stride}, b.Step_{map.Name}, {inner}, {map.Rows}, {map.Columns}, {inner}, 1);");
            statements.Add($"MatrixProducts.AddFromTransposed<{_scalar}>({Weight(term)}, {inner}, {error.Span}, {error.Stride}, {from.Span}, {from.Stride}, {term.Inner}, {map.Rows}, {Stride(_scalar, map.Columns)}, eta);");
        }

        /// <summary>The values of a map: in the stack of its output, a weight matrix itself, or computed.</summary>
        private Place Values(MapPlan map, string owner) => _outputOf.TryGetValue(map.Name, out OutputMapsPlan? output)
            ? InStack(plan, statistics, output, map.Name, owner)
            : owner == "f" && map.IsWeight
                ? new Place(Weight(map.Terms[0]), Stride(_scalar, map.Columns))
                : new Place($"{owner}.{map.Name}", Stride(_scalar, map.Columns));

        private Place Errors(MapPlan map) => Values(map, "b");

        private static string Weight(TermPlan term) => $"w.{Literals.Identifier(term.Weight)}";

        /// <summary>How comments call a map: by its own name, or by that of the weights which it is.</summary>
        private static string NameOf(MapPlan map) => map.IsWeight ? map.Terms[0].Weight : map.Name;
    }
}
