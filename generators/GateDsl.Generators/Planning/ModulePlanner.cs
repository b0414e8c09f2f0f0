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
        foreach (LayerModel layer in InTopologicalOrder(model))
        {
            foreach (Copy target in copies[layer.Name])
            {
                IEnumerable<EdgePlan> edges = layer.Edges.SelectMany(edge => EdgesInto(model, layer, target, edge, copies));
                modules.Add(new ModulePlan(
                    layer.Name,
                    target.Index,
                    identifiers.NameFor($"{layer.Name} {target.Index}", $"{layer.Name}{target.Index}"),
                    layer.Units,
                    layer.Kind == LayerKind.Output,
                    layer.SelfGated,
                    target.Gate,
                    edges.ToEquatableArray()));
            }
        }

        return modules;
    }

    public static string WeightName(LayerModel source, LayerModel target) => $"{source.Name}To{target.Name}";

    /// <summary>Hidden and output layers, each after its sources, otherwise in declaration order.</summary>
    private static IEnumerable<LayerModel> InTopologicalOrder(NetworkModel model)
    {
        List<LayerModel> open = [.. model.Layers.Where(layer => layer.Kind is LayerKind.Hidden or LayerKind.Output)];
        HashSet<string> placed = [.. model.Layers.Where(layer => layer.IsInput).Select(layer => layer.Name)];
        while (open.Count > 0)
        {
            LayerModel next = open.First(layer => layer.Edges.All(edge => placed.Contains(edge.Source)));
            open.Remove(next);
            placed.Add(next.Name);
            yield return next;
        }
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
            string sourceName = from.Index is int copy ? $"{source.Name}[{copy}]" : source.Name;
            yield return new EdgePlan(
                WeightName(source, layer), position, sourceName, source.Kind, layer.Units, source.Units, when, from.Gate.And(target.Gate).And(when));
        }
    }
}
