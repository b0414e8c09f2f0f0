using GateDsl.Generators.Model;

namespace GateDsl.Generators.Planning.Racing;

/// <summary>Which widths of its layers a network has beside those declared, and with which of them its race runs.</summary>
internal sealed record WidthsPlan
{
    /// <summary>The layers that width reduction makes narrower; null: there is no reduction.</summary>
    public required EquatableArray<LayerWidth>? Narrow { get; init; }

    /// <summary>The widths with which the race runs; null: there is no race.</summary>
    public required WidthsOfRace? Race { get; init; }

    /// <summary>The layers that are as wide in the race as nowhere else; null: the race has no widths of its own.</summary>
    public EquatableArray<LayerWidth>? Racing { get; init; }

    public static WidthsPlan Of(CompilationPlan compilation)
    {
        NetworkPlan network = compilation.Network;
        NetworkPlan? racing = compilation.Race?.Narrow ?? compilation.BatchRace;
        WidthsOfRace? race = racing is null ? null
            : compilation.Narrow is { } narrow && HaveSameWidths(narrow, racing) ? WidthsOfRace.Narrow
            : HaveSameWidths(network, racing) ? WidthsOfRace.Declared
            : WidthsOfRace.Racing;
        return new WidthsPlan
        {
            Narrow = compilation.Narrow is null ? null : Differing(network, compilation.Narrow),
            Race = race,
            Racing = race == WidthsOfRace.Racing ? Differing(network, racing!) : null,
        };
    }

    private static bool HaveSameWidths(NetworkPlan one, NetworkPlan other) =>
        one.Modules.Select(module => module.Units).SequenceEqual(other.Modules.Select(module => module.Units));

    /// <summary>The copies of a bank are equally wide: the first stands for all.</summary>
    private static EquatableArray<LayerWidth> Differing(NetworkPlan from, NetworkPlan to) => from.Modules
        .Zip(to.Modules, (before, after) => (before, after))
        .Where(pair => pair.before.Copy is null or 0 && pair.before.Units != pair.after.Units)
        .Select(pair => new LayerWidth(pair.after.Layer, pair.after.Units)).ToEquatableArray();
}

/// <summary>Units of a layer, or of each copy of a bank.</summary>
internal sealed record LayerWidth(string Layer, int Units);

/// <summary>With which widths a race runs; called as generated code calls them.</summary>
internal enum WidthsOfRace
{
    /// <summary>Those declared.</summary>
    Declared,

    /// <summary>Those of width reduction.</summary>
    Narrow,

    /// <summary>Its own.</summary>
    Racing,
}
