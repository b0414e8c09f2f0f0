using GateDsl.Generators.Model;
using GateDsl.Generators.Planning;
using GateDsl.Generators.Planning.Racing;

namespace GateDsl.Generators.Emission;

/// <summary>The widths of layers by name: as declared, narrow, and for the race.</summary>
internal static class LayerUnitsMembers
{
    private const string Type = "global::GateDsl.CompilerServices.LayerUnits";

    /// <summary>The widths as declared.</summary>
    public static void WriteDeclared(CodeWriter code, NetworkPlan plan)
    {
        code.Write("/// <summary>Units of each layer.</summary>");
        code.Write($"internal static readonly {Type} Declared = new {Type}()");
        List<string> calls =
            [.. plan.Inputs.Where(input => input.Kind != LayerKindModel.Selector).Select(input => $".Input({Literals.Text(input.Name)}, {input.Units})")];
        foreach (IGrouping<string, ModulePlan> layer in plan.Modules.GroupBy(module => module.Layer))
        {
            ModulePlan module = layer.First();
            string copies = module.Copy is null || module.IsOutput ? "" : $", copies: {layer.Count()}";
            calls.Add($".{(module.IsOutput ? "Output" : "Hidden")}({Literals.Text(layer.Key)}, {module.Units}{copies})");
        }

        for (int call = 0; call < calls.Count; call++)
        {
            code.Write($"    {calls[call]}{(call + 1 < calls.Count ? "" : ";")}");
        }
    }

    /// <summary>The narrower ones.</summary>
    public static void Write(CodeWriter code, WidthsPlan widths)
    {
        if (widths.Narrow is { } narrow)
        {
            code.Summary(
                "Width reduction: hidden modules at most as wide as their sources and targets together. Gradient descent never leaves the span of the columns of Z, so with " +
                "a basis Q of them Q^T W (incoming) and W Q (outgoing) train like the full weights.");
            code.Write($"internal static readonly {Type} Narrow = Declared.With({Listed(narrow)});").Line();
        }

        if (widths.Racing is not null)
        {
            WriteRacing(code, widths);
            code.Line();
        }
    }

    /// <summary>Those of the race, where it has its own.</summary>
    public static void WriteRacing(CodeWriter code, WidthsPlan widths)
    {
        code.Summary("The widths for the race: a hidden module as wide as its sources and targets together, as an expectation over all draws fills that.");
        code.Write($"internal static readonly {Type} Racing = Declared.With({Listed(widths.Racing!.Value)});");
    }

    private static string Listed(EquatableArray<LayerWidth> widths) =>
        string.Join(", ", widths.Select(width => $"({Literals.Text(width.Layer)}, {width.Units})"));
}
