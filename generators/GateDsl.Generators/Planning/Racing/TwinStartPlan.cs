using GateDsl.Generators.Model;

namespace GateDsl.Generators.Planning.Racing;

/// <summary>How the twin of a network is predicted before any of its weights is drawn.</summary>
internal sealed record TwinStartPlan
{
    private const string ByUnits = "Use TwinPrediction.RepresentativeUnits.";

    /// <summary>Units of its hidden layers, from the inputs on.</summary>
    public required EquatableArray<int> Widths { get; init; }

    /// <summary>Its hidden layers and outputs have biases.</summary>
    public required bool HasBias { get; init; }

    /// <summary>What its units are multiplied with where they are off.</summary>
    public required double Slope { get; init; }

    /// <summary>The declared pathways as a prediction of it, or why they are none.</summary>
    public required Planned<TwinPathwaysPlan> ByPathways { get; init; }

    /// <summary>The plan, or why there is none, as a sentence.</summary>
    public static Planned<TwinStartPlan> Of(CompilationPlan compilation) => compilation.Model.Twin is not { } shape
        ? $"{compilation.Model.Type.Name} declares no twin: add [ReluTwin(width)]."
        : new TwinStartPlan
        {
            Widths = compilation.Twin!.HiddenModules.Select(module => module.Units).ToEquatableArray(),
            HasBias = shape.HasBias,
            Slope = shape.Slope,
            ByPathways = PathwaysOf(compilation, shape),
        };

    private static Planned<TwinPathwaysPlan> PathwaysOf(CompilationPlan compilation, AskedTwin shape) =>
        shape.HasBias ? $"The twin has biases, which the declared pathways do not explain. {ByUnits}"
        : shape.Slope > 0
            ? $"The twin's units leak with slope {ShortestDecimal.Of(shape.Slope)}, which the declared pathways do not explain. {ByUnits}"
        : compilation.Race is not { } race ? $"{compilation.NoRace} {ByUnits}"
        : race.HasOneHiddenLayer ? TwinPathwaysPlan.Of(compilation.Network, race, shape.Width(1))
        : $"A path has more than one hidden layer: by pathways the twin is predicted for one. {ByUnits}";
}

/// <summary>The units of a twin among the declared modules.</summary>
/// <param name="Width">Units of the twin.</param>
/// <param name="Sharing">The modules of pathways, which share them.</param>
/// <param name="Silent">The modules that are never on together with an output: they have as many as declared.</param>
internal sealed record TwinPathwaysPlan(int Width, EquatableArray<ModulePlan> Sharing, EquatableArray<ModulePlan> Silent)
{
    public static TwinPathwaysPlan Of(NetworkPlan network, RacePlan race, int width)
    {
        HashSet<ModuleId> passed = [.. race.Pathways.SelectMany(pathway => pathway.Modules.AsEnumerable())];
        ILookup<bool, ModulePlan> modules = network.HiddenModules.ToLookup(module => passed.Contains(module.Id));
        return new TwinPathwaysPlan(width, modules[true].ToEquatableArray(), modules[false].ToEquatableArray());
    }
}
