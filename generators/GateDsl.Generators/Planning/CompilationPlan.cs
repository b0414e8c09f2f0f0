using GateDsl.Generators.Model;
using GateDsl.Generators.Planning.Batch;
using GateDsl.Generators.Planning.Data;
using GateDsl.Generators.Planning.Maps;
using GateDsl.Generators.Planning.Members;
using GateDsl.Generators.Planning.Racing;

namespace GateDsl.Generators.Planning;

/// <summary>Everything that is emitted for one declaration.</summary>
/// <param name="Model">The declaration.</param>
/// <param name="Network">The gated network.</param>
/// <param name="Narrow">The network with hidden layers only as wide as what they touch; null: none is wider, or there are no statistics.</param>
/// <param name="Twin">Its ReLU twin; null: none was asked for.</param>
/// <param name="Race">Its race reduction; null: there is none.</param>
/// <param name="NoRace">Why <paramref name="Race"/> is null, as a sentence.</param>
internal sealed record CompilationPlan(NetworkModel Model, NetworkPlan Network, NetworkPlan? Narrow, NetworkPlan? Twin, RacePlan? Race, string? NoRace)
{
    /// <summary>
    /// Where there is no <see cref="Race"/> by pathways, the network that races by batch, with hidden modules as wide as what they touch; null: units gate
    /// themselves, which no change of basis leaves alone.
    /// </summary>
    public NetworkPlan? BatchRace { get; init; }

    /// <summary>Training by batch as a program.</summary>
    public required BatchProgram Batch { get; init; }

    /// <summary>The same of the twin; null: none was asked for.</summary>
    public required BatchProgram? TwinBatch { get; init; }

    /// <summary>Training by statistics as a program; null: there is none.</summary>
    public required MapProgram? Maps { get; init; }

    /// <summary>What training by statistics takes of a data set; null: there is none.</summary>
    public CorrelationsPlan? Correlations => Network.Statistics is null ? null : CorrelationsPlan.Of(Network, Network.Statistics);

    /// <summary>Datapoints that the batch method takes at a time.</summary>
    public required int BlockSize { get; init; }

    /// <summary>Multiplications and additions of finding the bases of the layers that <see cref="Narrow"/> has narrower, once per training.</summary>
    public long SpanWork => Narrow is null ? 0 : StatisticsWork.OfSpans(Network, Narrow);

    /// <summary>The widths that layers have.</summary>
    public WidthsPlan Widths => WidthsPlan.Of(this);

    /// <summary>How the twin is predicted, or why it is not, as a sentence.</summary>
    public Planned<TwinStartPlan> TwinStart => TwinStartPlan.Of(this);

    /// <summary>What the network tells of itself.</summary>
    public DescriptionPlan Description => DescriptionPlan.Of(Model, Network);

    /// <summary>All ways in which the numbers of a data set are given.</summary>
    public EquatableArray<WayOfGiving> Ways => WayOfGiving.Of(Model).ToEquatableArray();

    /// <summary>The gates of a data set that are numbers.</summary>
    public NumbersPlan Numbers => NumbersPlan.Of(Network);

    /// <summary>The arrays of gates that data sets have.</summary>
    public required EquatableArray<GateArray> GateArrays { get; init; }

    /// <summary>The classes of the gates of each layer that could be a ReLU layer, for its documentation.</summary>
    public required EquatableArray<LayerClasses> Classes { get; init; }

    /// <param name="model">The declaration.</param>
    /// <param name="classes">The classes of its gates, as the analysis finds them.</param>
    public static CompilationPlan Of(NetworkModel model, EquatableArray<LayerClasses> classes)
    {
        NetworkPlan network = NetworkPlanner.Plan(model);

        // The twin works on the network's data sets, so it calls their gates by the same names.
        NetworkPlan? twin = NetworkPlanner.PlanTwin(model) is { } planned ? planned with { Gates = network.Gates } : null;
        NetworkPlan? narrow = network.Statistics is null ? null : WidthPlanner.Narrow(network);
        EquatableArray<GateArray> arrays = Planning.Batch.GateArrays.Of(network);
        (RacePlan? race, string? noRace) = RacePlanner.Plan(network);
        return new CompilationPlan(model, network, narrow, twin, race, noRace)
        {
            BatchRace = race is null && !network.Modules.Any(module => module.IsSelfGated) ? WidthPlanner.WidthsForRace(network, network.Depth <= 1) : null,
            Batch = BatchPlanner.Plan(network, arrays),
            TwinBatch = twin is null ? null : BatchPlanner.Plan(twin, arrays),
            Maps = network.Statistics is null ? null : MapProgram.Of(network, network.Statistics),
            BlockSize = Planning.BlockSize.For(network, twin),
            GateArrays = arrays,
            Classes = classes,
        };
    }
}

/// <summary>Which classes the gates of a layer have, each once, in order of precedence.</summary>
internal sealed record LayerClasses(string Layer, EquatableArray<string> Classes);
