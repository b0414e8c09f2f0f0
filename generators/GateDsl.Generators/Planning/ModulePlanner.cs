using GateDsl.Generators.Model;

namespace GateDsl.Generators.Planning;

/// <summary>Writes banks out as modules, each with its gate and with one edge per weight matrix into it.</summary>
internal static class ModulePlanner
{
    /// <summary>Hidden and output modules, each after its sources.</summary>
    /// <param name="model">The declaration.</param>
    /// <param name="copies">The copies of every layer; see <see cref="BankCopies"/>.</param>
    public static List<ModulePlan> Plan(NetworkModel model, Dictionary<string, Copy[]> copies)
    {
        List<ModulePlan> modules = [];
        NameTable identifiers = new();
        foreach (LayerModel layer in model.Graph.InTopologicalOrder().Where(layer => layer.Kind is LayerKindModel.Hidden or LayerKindModel.Output))
        {
            foreach (Copy target in copies[layer.Name])
            {
                IEnumerable<EdgePlan> edges = layer.Edges.SelectMany(edge => EdgesInto(model, layer, target, edge, copies));
                modules.Add(new ModulePlan(
                    new ModuleId(layer.Name, target.Index),
                    identifiers.NameFor($"{layer.Name} {target.Index}", $"{layer.Name}{target.Index}"),
                    layer.Units,
                    layer.Kind == LayerKindModel.Output,
                    layer.SelfGated,
                    target.Gate,
                    edges.ToEquatableArray())
                {
                    Slope = layer.Slope,
                    Factors = target.Factors,
                });
            }
        }

        return modules;
    }

    private static IEnumerable<EdgePlan> EdgesInto(
        NetworkModel model, LayerModel layer, Copy target, EdgeModel edge, Dictionary<string, Copy[]> copies)
    {
        LayerModel source = model.Layer(edge.Source);
        Gate when = edge.When is null ? Gate.Always : Gate.When(edge.When);
        bool isGrid = BankCopies.ConnectEveryPair(source, layer);
        foreach (Copy from in copies[source.Name])
        {
            if (!BankCopies.Connect(source, from, layer, target))
            {
                continue;
            }

            EquatableArray<int> position = (isGrid, from.Index, target.Index) switch
            {
                (true, int i, int j) => [i, j],
                (_, _, int k) => [k],
                (_, int k, _) => [k],
                _ => [],
            };
            EdgeId id = new(new ModuleId(source.Name, from.Index), new ModuleId(layer.Name, target.Index));
            yield return new EdgePlan(
                GeneratedNames.Weight(source.Name, layer.Name), position, id, source.Kind, layer.Units, source.Units, when,
                    from.Gate.And(target.Gate).And(when));
        }
    }
}
