using GateDsl.Generators.Model;
using GateDsl.Generators.Planning;

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
        List<string> calls = [.. plan.Inputs.Where(input => input.Kind != LayerKindModel.Selector).Select(input => $".Input({Literals.Text(input.Name)}, {input.Units})")];
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
    public static void Write(CodeWriter code, CompilationPlan compilation)
    {
        NetworkPlan plan = compilation.Network;
        if (compilation.Narrow is { } narrow)
        {
            code.Summary(
                "Width reduction: hidden modules at most as wide as their sources and targets together. Gradient descent never leaves the span of the columns of Z, so with " +
                "a basis Q of them Q^T W (incoming) and W Q (outgoing) train like the full weights.");
            code.Write($"internal static readonly {Type} Narrow = Declared.With({Widths(plan, narrow)});").Line();
        }

        if (HasRacing(compilation))
        {
            WriteRacing(code, compilation);
            code.Line();
        }
    }

    /// <summary>Whether the race has widths that no other has.</summary>
    public static bool HasRacing(CompilationPlan compilation) => Racing(compilation) is not null && RaceUnits(compilation) == "Racing";

    /// <summary>These.</summary>
    public static void WriteRacing(CodeWriter code, CompilationPlan compilation)
    {
        code.Summary("The widths for the race: a hidden module as wide as its sources and targets together, as an expectation over all draws fills that.");
        code.Write($"internal static readonly {Type} Racing = Declared.With({Widths(compilation.Network, Racing(compilation)!)});");
    }

    /// <summary>The name of the widths with which the race runs.</summary>
    public static string RaceUnits(CompilationPlan compilation) =>
        IsSame(compilation.Narrow, Racing(compilation)!) ? "Narrow" : IsSame(compilation.Network, Racing(compilation)!) ? "Declared" : "Racing";

    /// <summary>The network that races; null: none does.</summary>
    private static NetworkPlan? Racing(CompilationPlan compilation) => compilation.Race?.Narrow ?? compilation.BatchRace;

    private static bool IsSame(NetworkPlan? network, NetworkPlan racing) =>
        network is not null && network.Modules.Select(module => module.Units).SequenceEqual(racing.Modules.Select(module => module.Units));

    private static string Widths(NetworkPlan plan, NetworkPlan other) => string.Join(", ", plan.Modules.Zip(other.Modules, (from, to) => (from, to))
        .Where(pair => pair.from.Copy is null or 0 && pair.from.Units != pair.to.Units)
        .Select(pair => $"({Literals.Text(pair.to.Layer)}, {pair.to.Units})"));
}
