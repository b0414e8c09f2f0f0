using GateDsl.Generators.Planning;

namespace GateDsl.Generators.Emission;

/// <summary>The private part of a network: its matrices by the letters of the formulas, made from a table of edges and a table of modules.</summary>
internal static class CompiledClass
{
    private const string Runtime = "global::GateDsl.CompilerServices";

    public static void Write(CodeWriter code, NetworkPlan plan)
    {
        code.Write("/// <summary>What the compiler made of the network: weights, work space, methods (the rest of it stands in Training).</summary>");
        GeneratedAttributes.Write(code);
        code.Block($"internal sealed partial class Compiled : {Runtime}.BatchTraining<{plan.Scalar}, Dataset>", () =>
        {
            LayerUnitsMembers.WriteDeclared(code, plan);
            code.Line().Write($$"""
                public readonly PerEdge w;
                private readonly PerEdge _steps;
                private readonly PerModule h;
                private readonly PerModule e;

                public Compiled({{Runtime}}.LayerUnits units)
                    : base(units, Dataset.BlockSize)
                {
                    w = new PerEdge(Weights);
                    _steps = new PerEdge(Steps);
                    h = new PerModule(ActivationBuffers);
                    e = new PerModule(ErrorBuffers);
                }

                /// <summary>Where c D is added: W itself where the descent is plain and over one block, else a sum.</summary>
                private PerEdge d => MovesAtOnce ? w : _steps;
                """);
            if (plan.IsTwin)
            {
                string layers = string.Join(", ", plan.HiddenModules.Select(module => $"h.{Literals.Identifier(module.Layer)}"));
                code.Line().Write($"protected override {Runtime}.MatrixView<{plan.Scalar}>[] HiddenLayers => [{layers}];");
            }

            code.Line();
            WritePerEdge(code, plan);
            code.Line();
            WritePerModule(code, plan);
        });
    }

    private static void WritePerEdge(CodeWriter code, NetworkPlan plan)
    {
        string view = $"{Runtime}.MatrixView<{plan.Scalar}>";
        code.Summary("One matrix for every edge of the network, target x source, row by row.");
        FieldTable.Write(code, "public sealed class", "PerEdge", $"{Runtime}.EdgeStore<{plan.Scalar}> at", [.. plan.Weights.Select(member =>
        {
            string layers = $"{Literals.Text(member.Name)}, {Literals.Text(LayerIn(member.Source, plan))}, {Literals.Text(LayerIn(member.Target, plan))}";
            return member.Shape switch
            {
                WeightShape.Matrix => new MadeField(view, Literals.Identifier(member.Name), $"at.Edge({layers})"),
                WeightShape.Bank => new MadeField(view + "[]", Literals.Identifier(member.Name), $"at.Bank({layers}, {member.Extent[0]})"),
                _ => new MadeField(view + "[][]", Literals.Identifier(member.Name), $"at.Grid({layers}{PairLiterals.Of(member)})"),
            };
        })]);
    }

    private static void WritePerModule(CodeWriter code, NetworkPlan plan)
    {
        string view = $"{Runtime}.MatrixView<{plan.Scalar}>";
        string at = UnusedName.Of("at", plan.Modules.Select(module => module.Layer));
        code.Write("/// <summary>One row of units per datapoint of a block, for every module.</summary>");
        FieldTable.Write(code, "private sealed class", "PerModule", $"{Runtime}.BlockBuffers<{plan.Scalar}> {at}", [.. plan.Modules
            .GroupBy(module => module.Layer)
            .Select(layer => layer.First().Copy is null
                ? new MadeField(view, Literals.Identifier(layer.Key), $"{at}.Module({Literals.Text(layer.Key)})")
                : new MadeField(view + "[]", Literals.Identifier(layer.Key), $"{at}.Bank({Literals.Text(layer.Key)}, {layer.Count()})"))]);
    }

    /// <summary>The layer, with [] where it is a bank: the index of the copy follows.</summary>
    internal static string LayerIn(string layer, NetworkPlan plan) => plan.IsBank(layer) ? layer + "[]" : layer;
}
