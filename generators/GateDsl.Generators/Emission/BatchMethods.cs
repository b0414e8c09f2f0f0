using GateDsl.Generators.Model;
using GateDsl.Generators.Planning;

namespace GateDsl.Generators.Emission;

/// <summary>Training by batch: forward and backward over the datapoints, block by block; gates choose the rows that a layer works on.</summary>
internal static class BatchMethods
{
    /// <summary>Kernels that one emitted method calls at most; the JIT stops optimising methods that are too long.</summary>
    private const int MostCalls = 100;

    public static void Write(CodeWriter code, NetworkPlan plan)
    {
        if (plan.IsTwin)
        {
            code.Block("partial class ReluTwin", () => WriteCompiled(code, plan));
        }
        else
        {
            WriteCompiled(code, plan);
        }
    }

    private static void WriteCompiled(CodeWriter code, NetworkPlan plan) => code.Block("partial class Compiled", () =>
    {
        WritePasses(code, plan);
        code.Line();
        WriteForward(code, plan);
        code.Line();
        WriteResiduals(code, plan);
        code.Line();
        WriteBackward(code, plan);
        code.Line();
        WriteMove(code, plan);
        code.Line();
        WriteWork(code, plan);
        if (plan.IsTwin)
        {
            code.Line();
            WriteGates(code, plan);
        }
    });

    private static void WritePasses(CodeWriter code, NetworkPlan plan)
    {
        code.Write($$"""
            /// <summary>One step of gradient descent, W_e += eta D_e; returns the loss before it.</summary>
            public double BatchStep(Dataset data, double eta)
            {
                if (data.Blocks != 1)
                {
                    double sum = Descend(data);
                    Move(eta);
                    return sum;
                }

                // All datapoints at once: every edge moves as soon as the error is carried back over it.
                Forward(data, 0);
                double loss = Checked(Residuals(data, 0) / 2);
                Backward(data, 0, Weights, ({{plan.Scalar}})eta);
                return loss;
            }

            /// <summary>L = 1/2 sum over outputs and datapoints of |y - yhat|^2 (Eq. 2).</summary>
            public double Loss(Dataset data)
            {
                double squares = 0;
                for (int block = 0; block < data.Blocks; block++)
                {
                    Forward(data, block);
                    squares += Residuals(data, block);
                }

                return Checked(squares / 2);
            }

            /// <summary>dL/dW_e = -D_e, times the factor of the loss scale.</summary>
            public void Gradient(Dataset data, PerEdge gradient, double factor)
            {
                Descend(data);
                for (int edge = 0; edge < gradient.All.Length; edge++)
                {
                    BatchKernels.Scale<{{plan.Scalar}}>(_steps.All[edge].Values, -factor, gradient.All[edge].Values);
                }
            }
            """);
        code.Line();
        WritePredict(code, plan);
        code.Line();
        code.Write("""
            /// <summary>D_e, summed over the blocks; returns the loss.</summary>
            private double Descend(Dataset data)
            {
                _steps.Clear();
                double squares = 0;
                for (int block = 0; block < data.Blocks; block++)
                {
                    Forward(data, block);
                    squares += Residuals(data, block);
                    Backward(data, block, _steps, 1);
                }

                return Checked(squares / 2);
            }

            /// <summary>A loss that is no number may come from weights that are none: then they are named.</summary>
            private double Checked(double loss)
            {
                if (!double.IsFinite(loss))
                {
                    CheckWeights();
                }

                return loss;
            }
            """);
    }

    private static void WritePredict(CodeWriter code, NetworkPlan plan)
    {
        string parameters = string.Concat(plan.Outputs.Select(output => $", global::System.Span<{plan.Scalar}> y_{output.Name}"));
        string spans = string.Concat(plan.Outputs.Select(output => $", y_{output.Name}"));
        ModulePlan[] outputs = [.. plan.OutputModules.Where(output => !output.Gate.IsNever)];
        Parts<ModulePlan> copies = new("private void Copy", "", $"Dataset data, int block{parameters}", $"data, block{spans}", outputs, MostCalls, output =>
        {
            string units = $"UnitsOf.{Literals.Identifier(output.Layer)}";
            code.Call($"BatchKernels.CopyRows<{plan.Scalar}>", $"_activations.{CompiledClass.Field(output)}",
                $"y_{output.Layer}.Slice(block * Dataset.BlockSize * {units})", $"data.On.{Gate(plan, output.Gate)}.Block(block)", units);
        });
        code.Write("/// <summary>yhat, datapoints x units; 0 where an output is off.</summary>");
        code.Block($"public void Predict(Dataset data{parameters})", () =>
        {
            code.Write("CheckWeights();");
            foreach (OutputPlan output in plan.Outputs)
            {
                code.Write($"y_{output.Name}.Clear();");
            }

            code.Block("for (int block = 0; block < data.Blocks; block++)", () =>
            {
                code.Write("Forward(data, block);");
                copies.WriteInPlace(code);
            });
        });
        copies.WriteMethods(code);
    }

    private static void WriteForward(CodeWriter code, NetworkPlan plan)
    {
        ModulePlan[] modules = [.. plan.Modules.Where(module => !module.Gate.IsNever)];
        code.Write("/// <summary>h_v = g_v sum over edges e into v of g_e W_e h_s(e) (Eq. 1), every module after its sources.</summary>");
        code.Block("private void Forward(Dataset data, int block)", () =>
        {
            foreach (ModulePlan module in modules)
            {
                code.Write($"Forward_{module.Identifier}(data, block);");
            }
        });
        foreach (ModulePlan module in modules)
        {
            code.Line();
            WriteForward(code, plan, module);
        }
    }

    private static void WriteForward(CodeWriter code, NetworkPlan plan, ModulePlan module)
    {
        string h = $"h.{CompiledClass.Field(module)}";
        EdgePlan[] edges = [.. module.Edges.Where(edge => !edge.On.IsNever)];
        Parts<KernelCall> calls = new(
            "private void Forward", "_" + module.Identifier, "Dataset data, int block", "data, block", [.. ForwardCalls(plan, module, edges)], MostCalls,
            call => call.Write(code, plan.Scalar));
        code.Summary($"{module.Name}, on {module.Gate.InWords}: {Formula(module, edges)}.");
        code.Block($"private void Forward_{module.Identifier}(Dataset data, int block)", () =>
        {
            WriteLocals();
            calls.WriteInPlace(code);
        });
        calls.WriteMethods(code, WriteLocals);

        void WriteLocals()
        {
            BatchMethods.WriteLocals(code, edges, "(PerEdge w, PerModule h)", "(Weights, _activations)");
            code.Write($"global::System.Span<{plan.Scalar}> z = {h};    // datapoints of the block x {module.Units}").Line();
        }
    }

    /// <summary>Columns of one-hot inputs come first: where they are on with the module they set its values, which else start from zero.</summary>
    private static IEnumerable<KernelCall> ForwardCalls(NetworkPlan plan, ModulePlan module, EdgePlan[] edges)
    {
        string units = $"UnitsOf.{Literals.Identifier(module.Layer)}";
        string rows = Rows(plan, module.Gate);
        EdgePlan[] setting = [.. edges.Where(edge => edge.SourceKind == LayerKind.OneHotInput && edge.On == module.Gate)];
        EdgePlan[] adding = [.. edges.Except(setting)];
        bool isRectifiedAtOnce = module.IsSelfGated && setting.Length > 0 && adding.Length == 0;
        yield return setting.Length == 0
            ? new KernelCall("Clear", "z", rows, units)
            : new KernelCall(isRectifiedAtOnce ? "SetRectifiedColumns" : "SetColumns", "z", rows, units, OneHot(setting, "w"));
        foreach (IGrouping<Gate, EdgePlan> group in adding.Where(edge => edge.SourceKind == LayerKind.OneHotInput).GroupBy(edge => edge.On))
        {
            yield return new KernelCall("AddColumns", "z", Rows(plan, group.Key), units, OneHot(group, "w"));
        }

        foreach (EdgePlan edge in adding.Where(edge => edge.SourceKind != LayerKind.OneHotInput))
        {
            yield return new KernelCall("AddProduct", $"w.{Literals.Identifier(edge.Matrix)}", Source(edge), "z", Rows(plan, edge.On), units, SourceUnits(edge));
        }

        if (module.IsSelfGated && !isRectifiedAtOnce)
        {
            yield return new KernelCall("Rectify", "z", rows, units);
        }
    }

    /// <summary>Edges from one-hot inputs, with their weights or steps, as one argument.</summary>
    private static string OneHot(IEnumerable<EdgePlan> edges, string matrices) => $"[{string.Join(", ", edges.Select(edge =>
    {
        string input = Literals.Identifier(edge.Source);
        return $"new({matrices}.{Literals.Identifier(edge.Matrix)}, x.{input}, first, UnitsOf.{input})";
    }))}]";

    /// <summary>The formula of a module in its own names.</summary>
    private static string Formula(ModulePlan module, EdgePlan[] edges)
    {
        IEnumerable<string> terms = edges.Select(edge =>
            $"{(edge.When.IsAlways ? "" : $"[{edge.When.Identifier}] ")}{edge.Weight} {(edge.FromInput ? "x" : "h")}_{edge.Source}");
        string sum = string.Join(" + ", terms.DefaultIfEmpty("0"));
        return module.IsSelfGated ? $"h = max(0, {sum})" : $"h = {sum}";
    }

    /// <summary>Short names for what the statements of a module use.</summary>
    private static void WriteLocals(CodeWriter code, EdgePlan[] edges, string names, string values)
    {
        code.Write($"{names} = {values};");
        code.Write("Dataset.PerGate on = data.On;");
        if (edges.Any(edge => edge.FromInput))
        {
            code.Write("Dataset.PerInput x = data.X;");
            code.Write("int first = block * Dataset.BlockSize;");
        }
    }

    /// <summary>Where the values of an edge's source stand: the block's rows of an input, or the activations of a module.</summary>
    private static string Source(EdgePlan edge)
    {
        string name = Literals.Identifier(edge.Source);
        return edge.SourceKind switch
        {
            LayerKind.DenseInput => $"x.{name}.AsSpan(first * UnitsOf.{name})",
            _ => $"h.{name}",
        };
    }

    private static string SourceUnits(EdgePlan edge) => "UnitsOf." + Literals.Identifier(edge.Id.Source.Layer);

    private static string Rows(NetworkPlan plan, Gate gate) => $"on.{Gate(plan, gate)}.Block(block)";

    private static void WriteResiduals(CodeWriter code, NetworkPlan plan)
    {
        ModulePlan[] outputs = [.. plan.OutputModules.Where(output => !output.Gate.IsNever)];
        Parts<ModulePlan> residuals = new(
            "private void Residuals", "", "Dataset data, int block, ref double squares", "data, block, ref squares", outputs, MostCalls, output =>
            {
                string name = Literals.Identifier(output.Layer);
                string field = CompiledClass.Field(output);
                code.Call($"squares += BatchKernels.Residuals<{plan.Scalar}>", $"y.{name}.AsSpan(first * UnitsOf.{name})",
                    $"h.{field}", $"e.{field}", Rows(plan, output.Gate), $"UnitsOf.{name}");
            });
        code.Write("/// <summary>e_t = y_t - yhat_t at every output that is on; returns the sum of their squares.</summary>");
        code.Block("private double Residuals(Dataset data, int block)", () =>
        {
            if (!residuals.IsSplit)
            {
                WriteLocals();
            }

            code.Write("double squares = 0;");
            residuals.WriteInPlace(code);
            code.Write("return squares;");
        });
        residuals.WriteMethods(code, WriteLocals);

        void WriteLocals() => code.Write("""
            (PerModule h, PerModule e) = (_activations, _errors);
            (Dataset.PerOutput y, Dataset.PerGate on) = (data.Y, data.On);
            int first = block * Dataset.BlockSize;
            """);
    }

    private static void WriteBackward(CodeWriter code, NetworkPlan plan)
    {
        ModulePlan[] modules = [.. plan.Modules.Where(module => !module.Gate.IsNever).Reverse()];
        HashSet<EdgePlan> setting = EdgesThatSet(modules);
        HashSet<string> set = [.. setting.Select(edge => edge.Source)];
        ModulePlan[] cleared = [.. modules.Where(module => !module.IsOutput && !set.Contains(module.Name))];
        Parts<ModulePlan> clears = new(
            "private void ClearErrors", "", "Dataset data, int block", "data, block", cleared, MostCalls, module =>
                code.Call($"BatchKernels.Clear<{plan.Scalar}>", $"_errors.{CompiledClass.Field(module)}",
                    $"data.On.{Gate(plan, module.Gate)}.Block(block)", $"UnitsOf.{Literals.Identifier(module.Layer)}"));
        code.Write("""
            /// <summary>
            /// Eq. 3 by datapoints: the error is carried back over each edge, e_s(e) += W_e^T e_t(e), then D_e += e_t(e) h_s(e)^T, or where d are the
            /// weights themselves and eta is the step size the edge moves.
            /// </summary>
            """);
        code.Block($"private void Backward(Dataset data, int block, PerEdge d, {plan.Scalar} eta)", () =>
        {
            clears.WriteInPlace(code);
            foreach (ModulePlan module in modules)
            {
                code.Write($"Backward_{module.Identifier}(data, block, d, eta);");
            }
        });
        clears.WriteMethods(code);
        foreach (ModulePlan module in modules)
        {
            code.Line();
            WriteBackward(code, plan, module, setting);
        }
    }

    /// <summary>The edges over which the first error reaches a module, at all datapoints where it is on: it need not start from zero.</summary>
    private static HashSet<EdgePlan> EdgesThatSet(ModulePlan[] fromTheOutputsOn)
    {
        Dictionary<string, Gate> gates = fromTheOutputsOn.ToDictionary(module => module.Name, module => module.Gate, StringComparer.Ordinal);
        HashSet<string> reached = [];
        return
        [
            .. fromTheOutputsOn.SelectMany(module => module.Edges)
                .Where(edge => !edge.On.IsNever && !edge.FromInput && reached.Add(edge.Source) && edge.On == gates[edge.Source]),
        ];
    }

    private static void WriteBackward(CodeWriter code, NetworkPlan plan, ModulePlan module, HashSet<EdgePlan> setting)
    {
        EdgePlan[] edges = [.. module.Edges.Where(edge => !edge.On.IsNever)];
        Parts<KernelCall> calls = new(
            "private void Backward", "_" + module.Identifier, $"Dataset data, int block, PerEdge d, {plan.Scalar} eta", "data, block, d, eta",
            [.. BackwardCalls(plan, module, edges, setting)], MostCalls, call => call.Write(code, plan.Scalar));
        code.Summary($"Edges into {module.Name}: for each, {(edges.Any(edge => !edge.FromInput) ? "e_source += W^T e and D += e h^T, or from an input D += e x^T" : "D += e x^T")}.");
        code.Block($"private void Backward_{module.Identifier}(Dataset data, int block, PerEdge d, {plan.Scalar} eta)", () =>
        {
            WriteLocals();
            calls.WriteInPlace(code);
        });
        calls.WriteMethods(code, WriteLocals);

        void WriteLocals()
        {
            BatchMethods.WriteLocals(code, edges, "(PerEdge w, PerModule h, PerModule b)", "(Weights, _activations, _errors)");
            code.Write($"global::System.Span<{plan.Scalar}> e = b.{CompiledClass.Field(module)};    // datapoints of the block x {module.Units}").Line();
        }
    }

    private static IEnumerable<KernelCall> BackwardCalls(NetworkPlan plan, ModulePlan module, EdgePlan[] edges, HashSet<EdgePlan> setting)
    {
        string units = $"UnitsOf.{Literals.Identifier(module.Layer)}";
        string h = $"h.{CompiledClass.Field(module)}";
        EdgePlan[] oneHot = [.. edges.Where(edge => edge.SourceKind == LayerKind.OneHotInput)];
        bool isClosedAtOnce = module.IsSelfGated && oneHot.Length == edges.Length && oneHot.All(edge => edge.On == module.Gate) && edges.Length > 0;
        if (module.IsSelfGated && !isClosedAtOnce)
        {
            yield return new KernelCall("CloseUnits", h, "e", Rows(plan, module.Gate), units);
        }

        foreach (EdgePlan edge in edges.Except(oneHot))
        {
            string matrix = Literals.Identifier(edge.Matrix);
            if (!edge.FromInput)
            {
                string kernel = setting.Contains(edge) ? "SetTransposedProduct" : "AddTransposedProduct";
                yield return new KernelCall(kernel, $"w.{matrix}", "e", $"b.{Literals.Identifier(edge.Source)}", Rows(plan, edge.On), units, SourceUnits(edge));
            }

            yield return new KernelCall("AddOuterProducts", "e", Source(edge), $"d.{matrix}", Rows(plan, edge.On), units, SourceUnits(edge), "eta");
        }

        foreach (IGrouping<Gate, EdgePlan> group in oneHot.GroupBy(edge => edge.On))
        {
            yield return isClosedAtOnce
                ? new KernelCall("CloseUnitsAndAddToColumns", h, "e", Rows(plan, group.Key), units, "eta", OneHot(group, "d"))
                : new KernelCall("AddToColumns", "e", Rows(plan, group.Key), units, "eta", OneHot(group, "d"));
        }
    }

    /// <summary>One call of a kernel, without its type argument.</summary>
    private sealed record KernelCall(string Kernel, params string[] Arguments)
    {
        public void Write(CodeWriter code, string scalar) => code.Call($"BatchKernels.{Kernel}<{scalar}>", Arguments);
    }

    private static void WriteMove(CodeWriter code, NetworkPlan plan)
    {
        code.Write("/// <summary>W_e += eta D_e for every edge.</summary>");
        code.Block("private void Move(double eta)", () =>
        {
            code.Block("for (int edge = 0; edge < Weights.All.Length; edge++)", () =>
                code.Write($"BatchKernels.Move<{plan.Scalar}>(Weights.All[edge].Values, ({plan.Scalar})eta, _steps.All[edge].Values);"));
        });
    }

    private static void WriteWork(CodeWriter code, NetworkPlan plan)
    {
        IGrouping<Gate, EdgePlan>[] groups =
        [
            .. plan.Modules.SelectMany(module => module.Edges).Where(edge => !edge.On.IsNever)
                .GroupBy(edge => edge.On).OrderBy(group => plan.GateName(group.Key), StringComparer.Ordinal),
        ];
        Parts<IGrouping<Gate, EdgePlan>> parts = new(
            "private static void AddBatchWork", "", "Dataset data, ref long work", "data, ref work", groups, 4 * MostCalls, group =>
            {
                // Forward and gradient; backward only to a module; one-hot inputs add a column.
                long perDatapoint = group.Sum(edge => (long)edge.Targets * (edge.SourceKind switch
                {
                    LayerKind.OneHotInput => 2L,
                    LayerKind.DenseInput => 4L * edge.Sources,
                    _ => 6L * edge.Sources,
                }));
                code.Write($"work += {perDatapoint}L * data.On.{Gate(plan, group.Key)}.Count;");
            });
        code.Write("/// <summary>Multiplications and additions of one epoch by batch, counted: they grow with the datapoints.</summary>");
        code.Block("public long BatchWork(Dataset data)", () =>
        {
            code.Write("long work = 0;");
            parts.WriteInPlace(code);
            code.Write("return work;");
        });
        parts.WriteMethods(code);
    }

    private static void WriteGates(CodeWriter code, NetworkPlan plan)
    {
        ModulePlan[] hidden = [.. plan.HiddenModules];
        code.Write("/// <summary>[unit, datapoint]: which unit of a hidden layer is on where.</summary>");
        code.Block("public bool[,] Gates(Dataset data, int hiddenLayer)", () =>
        {
            code.Write($"int units = {hidden[0].Units};");
            code.Write("bool[,] gates = new bool[units, data.Count];");
            code.Block("for (int block = 0; block < data.Blocks; block++)", () =>
            {
                code.Write("Forward(data, block);");
                code.Block($"{plan.Scalar}[] h = hiddenLayer switch", () =>
                {
                    for (int layer = 1; layer < hidden.Length; layer++)
                    {
                        code.Write($"{layer} => _activations.{CompiledClass.Field(hidden[layer - 1])},");
                    }

                    code.Write($"_ => _activations.{CompiledClass.Field(hidden[hidden.Length - 1])},");
                }, "};");
                code.Write("""
                    foreach (int n in data.On.Always.Block(block))
                    {
                        for (int unit = 0; unit < units; unit++)
                        {
                            gates[unit, (block * Dataset.BlockSize) + n] = h[(n * units) + unit] > 0;
                        }
                    }
                    """);
            });
            code.Write("return gates;");
        });
    }

    private static string Gate(NetworkPlan plan, Gate gate) => Literals.Identifier(plan.GateName(gate));
}
