using GateDsl.Generators.Model;
using GateDsl.Generators.Planning.Program;

namespace GateDsl.Generators.Planning.Batch;

/// <summary>The operands of the batch method, by their letters.</summary>
internal sealed class BatchOperands(NetworkPlan network, EquatableArray<GateArray> arrays)
{
    private readonly Dictionary<string, EquatableArray<Gate>> _gatesOfMember = network.Modules.SelectMany(module => module.Edges)
        .Where(edge => edge.Position.Count == 1)
        .GroupBy(edge => edge.Member)
        .ToDictionary(edges => edges.Key, edges => edges.OrderBy(edge => edge.Position[0]).Select(edge => edge.On).ToEquatableArray(), StringComparer.Ordinal);
    private readonly Dictionary<string, EquatableArray<Gate>> _gatesOfBank = network.Modules.Where(module => module.Copy is not null)
        .GroupBy(module => module.Layer)
        .ToDictionary(copies => copies.Key, copies => copies.Select(copy => copy.Gate).ToEquatableArray(), StringComparer.Ordinal);

    /// <summary>The name of where predictions of an output go; it is a parameter.</summary>
    public static string Prediction(string output) => "yhat_" + output;

    /// <summary>The slope of a self-gated module as code.</summary>
    public static string Slope(ModulePlan module) => ShortestDecimal.Of(module.Slope);

    public ModulePlan ModuleOf(ModuleId id) => network.Modules.Find(id);

    public Operand Module(string owner, ModulePlan module) => new(owner, module.Layer, module.Copy is int copy ? [copy] : []);

    /// <summary>The numbers that multiply a module, a value for every datapoint.</summary>
    public Operand Factor(ModulePlan module) => module.Factors.Count == 1
        ? new Operand("g", module.Factors[0].Input, [module.Factors[0].Number])
        : Module("g", module);

    /// <summary>What an edge reads: the input, or the activations of the module.</summary>
    public Operand Source(EdgePlan edge) => edge.FromInput ? Input(edge) : Module("h", ModuleOf(edge.Id.Source));

    public OneHotOperand OneHot(string owner, EdgePlan edge) => new(Matrix(owner, edge), Input(edge));

    public Operand Matrix(string owner, EdgePlan edge) => new(owner, edge.Member, edge.Position);

    /// <summary>The datapoints at which a module is on.</summary>
    public Operand On(ModulePlan module) =>
        module.Copy is int copy ? InArray(_gatesOfBank[module.Layer], copy, module.Gate) : On(module.Gate);

    /// <summary>The datapoints at which an edge carries.</summary>
    public Operand On(EdgePlan edge) =>
        edge.Position.Count == 1 ? InArray(_gatesOfMember[edge.Member], edge.Position[0], edge.On) : On(edge.On);

    private static Operand Input(EdgePlan edge) => new("x", edge.Source, []);

    private Operand On(Gate gate) => new("on", network.GateName(gate), []);

    private Operand InArray(EquatableArray<Gate> gates, int copy, Gate gate) =>
        arrays.FirstOrDefault(array => array.Gates == gates) is { } array
            ? new Operand("on", array.Name, [copy])
            : On(gate);
}
