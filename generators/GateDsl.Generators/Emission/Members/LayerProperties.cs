using GateDsl.Generators.Model;
using GateDsl.Generators.Planning;

namespace GateDsl.Generators.Emission;

/// <summary>The bodies of the declared properties. Their documentation replaces the user's, so it repeats it.</summary>
internal static class LayerProperties
{
    public static void Write(CodeWriter code, CompilationPlan compilation)
    {
        (NetworkModel model, NetworkPlan plan) = (compilation.Model, compilation.Network);
        KeyedArray<string, LayerClasses> classesOf = compilation.Classes.ToKeyedArray(known => known.Layer);
        ILookup<string, ModulePlan> modulesOf = plan.Modules.ToLookup(module => module.Layer);
        code.Separated(model.Layers, layer =>
        {
            string[] own = layer.Summary is null ? [] : [.. layer.Summary.Split('\n').Select(line => "/// " + line.Trim())];
            int copies = modulesOf[layer.Name].Count();
            string shape = Shape(layer, plan, copies);
            LayerClasses? known = classesOf.FindOrNull(layer.Name);
            if (own.Length == 0 && known is null)
            {
                code.Summary(shape);
                code.Write($"{layer.Accessibility} partial {Type(layer)} {Literals.Identifier(layer.Name)} => {Value(layer, copies)};");
                return;
            }

            code.Write("/// <summary>");
            foreach (string line in own)
            {
                code.Verbatim(line);
            }

            code.Write(own.Length == 0 ? $"/// {Literals.Xml(shape)}" : $"/// <para>{Literals.Xml(shape)}</para>");
            if (known is not null)
            {
                string classes = "Gate class: " + string.Join(", ", known.Classes.Select(one => $"<see cref=\"global::GateDsl.GateClass.{one}\"/>")) + ".";
                code.Write(own.Length == 0 ? "/// " + classes : $"/// <para>{classes}</para>");
            }

            code.Write("/// </summary>");
            code.Write($"{layer.Accessibility} partial {Type(layer)} {Literals.Identifier(layer.Name)} => {Value(layer, copies)};");
        });
    }

    private static string Type(LayerModel layer) => layer switch
    {
        { Kind: LayerKindModel.GateInput } => "global::GateDsl.GateInput",
        { Kind: LayerKindModel.Selector } => "global::GateDsl.Selector",
        { Bank: not null } => "global::GateDsl.LayerBank",
        _ => "global::GateDsl.Layer",
    };

    private static string Value(LayerModel layer, int copies) => layer.Bank is null
        ? $"new({Literals.Text(layer.Name)}, {layer.Units})"
        : $"new({Literals.Text(layer.Name)}, {layer.Units}, {copies})";

    private static string Shape(LayerModel layer, NetworkPlan plan, int copies) => layer.Kind switch
    {
        LayerKindModel.DenseInput => $"Dense input of {Literals.Count(layer.Units, "feature")}.",
        LayerKindModel.OneHotInput => $"One-hot input of {Literals.Count(layer.Units, "value")}, fed as an index.",
        LayerKindModel.Selector => $"Selector of {Literals.Count(layer.Units, "value")}: it gates and is not fed to the network.",
        LayerKindModel.GateInput =>
            $"Gate input of {Literals.Count(layer.Units, "number")}: {(layer.Units == 1 ? "it gates and is" : "they gate and are")} not fed to the network.",
        _ when layer.Bank is { } bank => $"{BankOf(layer, bank, plan, copies)}{(layer.HasBias ? ", each with a bias" : "")}{UnitsOf(layer)}.",
        _ => $"{(layer.Kind == LayerKindModel.Output ? "Output" : "Hidden layer")} of {Literals.Count(layer.Units, "unit")}" +
            $"{On(layer, plan.Modules.Find(new ModuleId(layer.Name, null)).Gate)}{(layer.HasBias ? ", with a bias" : "")}{UnitsOf(layer)}.",
    };

    /// <summary>Of units that gate themselves it is said where each is on: the layer is off nowhere.</summary>
    private static string On(LayerModel layer, Gate gate) => layer.SelfGated && gate.IsAlways ? "" : $", on {gate.InWords}";

    private static string BankOf(LayerModel layer, BankModel bank, NetworkPlan plan, int copies)
    {
        string of = $"Bank of {copies} {(copies == 1 ? "copy" : "copies")} of {(layer.Kind == LayerKindModel.Output ? "an output" : "a hidden layer")} of {Literals.Count(layer.Units, "unit")}";
        return plan.GateInputs.Has(new ModuleId(bank.Index, null)) ? $"{of}, copy k multiplied by number k of {bank.Index}"
            : bank.SubsetSize == 0 ? $"{of}, one per value of {bank.Index}"
            : $"{of}, one per subset of {bank.SubsetSize} values of {bank.Index}";
    }

    private static string UnitsOf(LayerModel layer) =>
        !layer.SelfGated ? ""
        : layer.Slope > 0 ? $"; a unit is multiplied by {Literals.Number(layer.Slope)} where its own pre-activation is not > 0"
        : "; each unit is on where its own pre-activation is > 0";
}
