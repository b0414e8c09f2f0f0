using GateDsl.Gating;
using GateDsl.Generators.Model;
using GateDsl.Generators.Planning;
using GateDsl.Generators.Planning.Members;

namespace GateDsl.Generators.Analysis.Gating;

/// <summary>A declaration as the gate checks see it: its modules in an order in which each follows its sources, its domain, its gates as tables.</summary>
internal sealed class GatedDeclaration
{
    private readonly Dictionary<ModuleId, ModulePlan> _byId;
    private readonly ILookup<string, ModulePlan> _byLayer;
    private readonly HashSet<ModuleId> _belowSelfGated = [];
    private readonly Lazy<Domain?> _withConstant;

    public GatedDeclaration(NetworkModel model, CancellationToken ct)
    {
        Model = model;
        Cancellation = ct;
        Modules = ModulePlanner.Plan(model, BankCopies.ByLayer(model));
        _byId = Modules.ToDictionary(module => module.Id);
        _byLayer = Modules.ToLookup(module => module.Layer);
        Domain = DeclaredDomain.Of(model);
        Tables = new GateTables(model, Domain);
        _withConstant = new(() => Domain is null ? null : DeclaredDomain.WithConstant(model, Domain));
        foreach (ModulePlan module in Modules)
        {
            if (module.Edges.Any(edge => _belowSelfGated.Contains(edge.Id.Source) || Module(edge.Id.Source) is { IsSelfGated: true }))
            {
                _belowSelfGated.Add(module.Id);
            }
        }
    }

    public NetworkModel Model { get; }

    /// <summary>Ends a check: an editor asks again with every key.</summary>
    public CancellationToken Cancellation { get; }

    public IReadOnlyList<ModulePlan> Modules { get; }

    /// <summary>Null: too large to be tabulated.</summary>
    public Domain? Domain { get; }

    public GateTables Tables { get; }

    public IEnumerable<ModulePlan> ModulesOf(LayerModel layer) => _byLayer[layer.Name];

    /// <summary>Null: an input.</summary>
    public ModulePlan? Module(ModuleId id) => _byId.TryGetValue(id, out ModulePlan? module) ? module : null;

    /// <summary>It reads, directly or not, from a self-gated layer.</summary>
    public bool IsDownstreamOfSelfGated(ModulePlan module) => _belowSelfGated.Contains(module.Id);

    public bool HasBias(ModulePlan module) => Model.Layer(module.Layer).HasBias;

    /// <summary>The domain as a unit of the module sees it: with a bias its input has a constant feature too.</summary>
    public Domain? DomainOf(ModulePlan module) => HasBias(module) ? _withConstant.Value : Domain;

    /// <summary>It would be a ReLU layer of the first layer: hidden, and reads inputs only.</summary>
    public static bool IsFirstLayer(ModulePlan module) => !module.IsOutput && module.Edges.All(edge => edge.FromInput);

    /// <summary>All edges into a module carry under one gate, if it has any.</summary>
    public bool EdgesShareOneGate(ModulePlan module)
    {
        if (module.Edges.Count == 0)
        {
            return true;
        }

        // A bias is an edge that is always open.
        Gate first = HasBias(module) ? Gate.Always : module.Edges[0].When;
        return module.Edges.All(edge => edge.When == first)
            || (Tables.Of(first).Pattern is { } pattern && module.Edges.All(edge => pattern.Equals(Tables.Of(edge.When).Pattern)));
    }

    /// <summary>The gate of a module's edges is part of the module's own: without bias a layer whose edges are all closed is off.</summary>
    public bool FoldsEdges(ModulePlan module) => IsFirstLayer(module) && EdgesShareOneGate(module);

    /// <summary>Where the module is on, the gate of its edges included where it is its own.</summary>
    public Gate GateOf(ModulePlan module) =>
        FoldsEdges(module) && module.Edges.Count > 0 && !HasBias(module) ? module.Gate.And(module.Edges[0].When) : module.Gate;

    /// <summary>Two datapoints that the gate tells apart although the network input is known to be the same; null: none.</summary>
    public EqualInputs? TellsApartUnseen(GatePattern gate) =>
        Domain is { UnknownInput: null } domain ? GateDecider.EqualInputsOf(domain, gate) : null;
}
