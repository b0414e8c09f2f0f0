using GateDsl.Generators.Planning;
using GateDsl.Generators.Planning.Maps;
using GateDsl.Generators.Planning.Program;

namespace GateDsl.Generators.Emission;

/// <summary>
/// The nested class that a training by statistics steps: maps forward, their errors and the loss, and back over each edge. One class for all widths
/// of hidden layers, and for both precisions.
/// </summary>
internal sealed class MapTrainingClass(CodeWriter code, NetworkPlan plan, StatisticsPlan statistics, MapProgram program)
{
    public const string Name = "MapTraining";
    private const string Runtime = "global::GateDsl.CompilerServices";
    private const string Constraint = "where T : struct, global::System.Numerics.INumber<T>";
    private const string View = $"{Runtime}.MatrixView<T>";

    private readonly LayoutWords _words = LayoutWords.Of(program.Layout);

    // No path reaches an output: there is nothing to compute.
    private readonly bool _hasMaps = program.Stacks.Count > 0;
    private readonly bool _hasBases = statistics.DenseInputs.Count > 0;
    private readonly HashSet<string> _transposed = [.. program.TransposedWeights];

    public void Write()
    {
        code.Summary("The network in a training by statistics, or in the race.");
        code.Write($"internal sealed class {Name}<T> : {Runtime}.StatisticsTraining<T>");
        code.Block($"    {Constraint}", () =>
        {
            WriteState();
            code.Line().Summary("The products of weights along paths, from the inputs on; each is computed once.");
            ProgramPrinter.Write(code, "protected override void", program.ComposeMaps, "", "");
            code.Line();
            WriteErrors();
            code.Line().Summary(
                "Eq. 3 over whole maps, from the outputs on: W^T B goes to B_source (inputs have none), then c B F_source^T to d.");
            ProgramPrinter.Write(code, "protected override void", program.Descend, "T c", "c");
            code.Line();
            WriteEdges();
            if (_hasMaps)
            {
                code.Line();
                WriteMaps();
                code.Line();
                WriteErrorMatrices();
            }
        });
    }

    private bool HasUnreached => statistics.Unreached.Count > 0;

    private void WriteState() => code.Write($$"""
        {{(HasUnreached ? "private readonly Correlations<T> correlations;\n" : "")}}private readonly PerEdge w;
        private PerEdge? _steps;
        {{(_hasMaps ? "private readonly PerMap f;\nprivate readonly PerError b;\nprivate readonly PerOutput outputs;\n" : "")}}
        public {{Name}}({{Runtime}}.LayerUnits units, Correlations<T> correlations{{(_hasBases ? ", bool isInBases" : "")}})
            : base(units, hasFeatureRows: {{(program.Layout == MapLayout.FeatureRows ? "true" : "false")}})
        {
            {{(HasUnreached ? "this.correlations = correlations;\n    " : "")}}w = new PerEdge(EdgeBuffers);{{(_hasMaps ? $"\n    f = new PerMap(MapBuffers);\n    b = new PerError(ErrorBuffers);\n    outputs = new PerOutput(correlations{(_hasBases ? ", isInBases" : "")});" : "")}}
        }

        /// <summary>Where c D is added: W itself where the descent is plain, else a sum.</summary>
        private PerEdge d => MovesAtOnce ? w : _steps ??= new PerEdge(StepBuffers);
        """);

    private void WriteErrors()
    {
        string unreached = HasUnreached ? " + correlations.LossOfUnreached" : "";
        code.Summary(_words.Errors);
        Parts<OutputMapsPlan> parts = new(
            "private void FindErrors", "ref double loss", "ref loss", MethodSplitter.Split(statistics.Outputs, _ => 4),
            outputs => code.Each(outputs, output => code.Write(
                $"loss += outputs.Residual_{output.Identifier}.FindErrors(f.{output.Stack}, b.{output.Stack}, outputs.{output.Residual});")),
                    ProgramPrinter.AtOnce);
        parts.WriteAttribute(code);
        code.Block("protected override double FindErrors()", () =>
        {
            code.Write("double loss = 0;");
            parts.WriteInPlace(code);
            code.Write($"return loss{unreached};");
        });
        parts.WriteMethods(code);
    }

    private void WriteEdges()
    {
        code.Summary(_words.Weights);
        FieldTable.Write(code, "public sealed class", "PerEdge", $"{Runtime}.StatisticsBuffers<T> at", [.. plan.Weights.Select(member =>
        {
            bool isTransposed = _transposed.Contains(member.Name);
            string layers = $"{Literals.Text(member.Name)}, {Literals.Text(CompiledClass.LayerIn(member.Source, plan))}, {Literals.Text(CompiledClass.LayerIn(member.Target, plan))}";
            string suffix = isTransposed ? ", isTransposed: true" : "";
            string isSourceFirst = isTransposed ? "true" : "false";
            return member.Shape switch
            {
                WeightShape.Matrix => new MadeField(View, Literals.Identifier(member.Name), $"at.Edge({layers}{suffix})"),
                WeightShape.Bank => new MadeField(View + "[]", Literals.Identifier(member.Name), $"at.Bank({layers}, {member.Extent[0]}{suffix})"),
                _ => new MadeField(View + "[][]", Literals.Identifier(member.Name), $"at.Grid({layers}, {isSourceFirst}{PairLiterals.Of(member)})"),
            };
        })]);
    }

    private void WriteMaps()
    {
        code.Summary("F: maps into outputs, stacked (Into_) and each alone; others where they are no weight matrix.");
        FieldTable.Write(code, "private sealed class", "PerMap", $"{Runtime}.StatisticsBuffers<T> at", [.. Stacks(), .. program.Maps.Select(Field)]);
        code.Line().Write("/// <summary>For every output what finds its errors, and work space (its targets are Dataset.PerOutput).</summary>");
        if (_hasBases)
        {
            WriteOutputsInBases();
            return;
        }

        code.Block("private sealed class PerOutput(Correlations<T> given)", () =>
        {
            foreach (OutputMapsPlan output in statistics.Outputs)
            {
                code.Write($"public readonly {Runtime}.{_words.Residual}<T> Residual_{output.Identifier} = given.Residual_{output.Identifier};");
                code.Write($"public readonly T[] {output.Residual} = new T[given.Residual_{output.Identifier}.WorkSpace];");
            }
        });
    }

    /// <summary>The same where residuals may be in bases of inputs: asked for once, as branches make methods long.</summary>
    private void WriteOutputsInBases() => code.Block("private sealed class PerOutput", () =>
    {
        foreach (OutputMapsPlan output in statistics.Outputs)
        {
            code.Write($"public readonly {Runtime}.{_words.Residual}<T> Residual_{output.Identifier};");
            code.Write($"public readonly T[] {output.Residual};");
        }

        code.Line().Block("public PerOutput(Correlations<T> given, bool isInBases)", () =>
        {
            foreach (OutputMapsPlan output in statistics.Outputs)
            {
                string factor = $"given.Residual_{output.Identifier}";
                code.Write($"Residual_{output.Identifier} = isInBases ? given.Bases.Factor({factor}) : {factor};");
                code.Write($"{output.Residual} = new T[Residual_{output.Identifier}.WorkSpace];");
            }
        });
    });

    private void WriteErrorMatrices()
    {
        code.Summary(_words.ErrorMatrices);
        FieldTable.Write(code, "private sealed class", "PerError", $"{Runtime}.StatisticsBuffers<T> at", [.. Stacks(), .. program.Errors.Select(Field)]);
    }

    /// <summary>The stacks, and the maps in them.</summary>
    private IEnumerable<MadeField> Stacks()
    {
        foreach (MapStack stack in program.Stacks)
        {
            IEnumerable<string> maps = stack.Maps.Select(map => $"({Literals.Text(map.Place.Name)}, {Literals.Text(map.Input)})");
            yield return new MadeField(View, stack.Member, $"at.Stack({string.Join(", ", maps.Prepend(Literals.Text(stack.Output)))})")
            {
                Operands = 1 + stack.Maps.Count,
            };
        }

        foreach (IGrouping<string, MapMember> array in program.Stacks.SelectMany(stack => stack.Maps.Select(map => map.Place)).GroupBy(place => place.Member))
        {
            yield return array.First().Copy is null
                ? new MadeField(View, array.Key, $"at.Part({Literals.Text(array.Key)})")
                : new MadeField(View + "[]", array.Key, $"at.Parts({Literals.Text(array.Key)}, {array.Count()})");
        }
    }

    private static MadeField Field(MapBuffer buffer)
    {
        string extents = $"{Literals.Text(buffer.Rows)}, {Literals.Text(buffer.Columns)}";
        return buffer.Copies == 0
            ? new MadeField(View, buffer.Member, $"at.Matrix({extents})")
            : new MadeField(View + "[]", buffer.Member, $"at.Matrices({extents}, {buffer.Copies})");
    }
}
