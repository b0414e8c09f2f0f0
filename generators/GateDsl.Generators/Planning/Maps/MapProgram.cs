using GateDsl.Generators.Model;
using GateDsl.Generators.Planning.Program;

namespace GateDsl.Generators.Planning.Maps;

/// <summary>A training by statistics as a program: its matrices, and the products that an epoch is made of.</summary>
internal sealed record MapProgram
{
    /// <summary>How maps stand in memory.</summary>
    public required MapLayout Layout { get; init; }

    /// <summary>The maps into each output, in one matrix.</summary>
    public required EquatableArray<MapStack> Stacks { get; init; }

    /// <summary>Matrices of the maps beside the stacks.</summary>
    public required EquatableArray<MapBuffer> Maps { get; init; }

    /// <summary>Matrices of errors beside the stacks.</summary>
    public required EquatableArray<MapBuffer> Errors { get; init; }

    /// <summary>Weights that stand source x target, by member.</summary>
    public required EquatableArray<string> TransposedWeights { get; init; }

    /// <summary>F, the products of weights along paths.</summary>
    public required ProgramMethod ComposeMaps { get; init; }

    /// <summary>Eq. 3 over whole maps, from the outputs on.</summary>
    public required ProgramMethod Descend { get; init; }

    /// <summary>Where each map is found.</summary>
    public required KeyedArray<MapId, PlacedMap> Places { get; init; }

    public MapMember Place(MapId map) => Places.Find(map).Place;

    public static MapProgram Of(NetworkPlan network, StatisticsPlan statistics) => statistics.Layout == MapLayout.FeatureRows
        ? new FeatureRowsPlanner(network, statistics).Plan()
        : new UnitRowsPlanner(network, statistics).Plan();
}

/// <summary>A map and its matrix.</summary>
internal sealed record PlacedMap(MapId Map, MapMember Place);
