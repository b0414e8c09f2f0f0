using GateDsl.Gating;
using GateDsl.Generators.Model;
using GateDsl.Theory.Tasks;

namespace GateDsl.Generators.Analysis.Theory;

/// <summary>The data of a task attribute as its declared layers take them: indices, dense inputs and targets by datapoint.</summary>
internal sealed class TaskDatapoints
{
    private readonly Dictionary<string, int[]> _indices;
    private readonly double[]? _dense;

    private TaskDatapoints(int count, double[] targets, Dictionary<string, int[]> indices, double[]? dense) =>
        (Count, Targets, _indices, _dense) = (count, targets, indices, dense);

    /// <summary>Number of datapoints N.</summary>
    public int Count { get; }

    /// <summary>N x output, row by row.</summary>
    public double[] Targets { get; }

    /// <summary>Numbers in the targets of a task, before they are made.</summary>
    public static long SizeOf(TaskModel task) => task switch
    {
        ContextTaskModel context => (long)context.Contexts * context.Objects * (context.Contexts + 1) * ((2L * context.Objects) - 1),
        HierarchyTaskModel hierarchy => hierarchy.Objects * ((2L * hierarchy.Objects) - 1),
        RoutingTaskModel routing => (long)routing.Domains * routing.Trained * RoutingTaskData.ItemCount * RoutingTaskData.TargetWidth,
        _ => XorTaskData.SampleCount,
    };

    public static TaskDatapoints Of(NetworkModel model, TaskModel task)
    {
        string[] items = [.. model.Layers.Where(layer => layer is { Kind: LayerKindModel.OneHotInput, Role: not RoleModel.Context })
            .Select(layer => layer.Name)];
        string[] selectors = [.. model.Layers.Where(layer => layer.Kind == LayerKindModel.Selector).Select(layer => layer.Name)];
        switch (task)
        {
            case ContextTaskModel context:
                ContextTaskData contextual = ContextTaskData.Create(context.Contexts, context.Objects, context.DifferentStructures);
                string contexts = model.Layers.First(layer => layer.Role == RoleModel.Context).Name;
                return new(contextual.Items.Length, contextual.Targets, new() { [items[0]] = contextual.Items, [contexts] = contextual.Contexts }, null);
            case HierarchyTaskModel hierarchy:
                HierarchyTaskData things = HierarchyTaskData.Create(hierarchy.Objects);
                return new(things.Items.Length, things.Targets, new() { [items[0]] = things.Items }, null);
            case RoutingTaskModel routing:
                RoutingTaskData routed = RoutingTaskData.Create(routing.Domains, routing.Trained);
                Dictionary<string, int[]> indices = selectors.Length == 1
                    ? new() { [items[0]] = routed.Cues, [selectors[0]] = routed.Sinks }
                    : new() { [items[0]] = routed.Items, [selectors[0]] = routed.Sources, [selectors[1]] = routed.Sinks };
                return new(routed.Items.Length, routed.Targets, indices, null);
            case XorTaskModel exclusive:
                XorTaskData xor = XorTaskData.Create(exclusive.Margin);
                return new(xor.Samples.Length, xor.Targets, selectors.Length == 0 ? [] : new() { [selectors[0]] = xor.Samples }, xor.Inputs);
            default:
                throw new InvalidOperationException($"No data are known for {task.GetType().Name}.");
        }
    }

    /// <summary>An input layer at every datapoint, N x units.</summary>
    public double[] Rows(string input, int units)
    {
        if (input == GeneratedNames.Bias)
        {
            return [.. Enumerable.Repeat(1.0, Count)];
        }

        if (!_indices.TryGetValue(input, out int[]? values))
        {
            return _dense!;
        }

        double[] rows = new double[Count * units];
        for (int n = 0; n < Count; n++)
        {
            rows[(n * units) + values[n]] = 1;
        }

        return rows;
    }

    /// <summary>Where each datapoint stands in a domain over the declared indices.</summary>
    public int[] PlacesIn(Domain domain)
    {
        int[] places = new int[Count];
        for (int n = 0; n < Count; n++)
        {
            // The first index is outermost; what no layer is declared for is the sample itself.
            foreach (DomainIndex index in domain.Indices)
            {
                places[n] = (places[n] * index.Values) + (_indices.TryGetValue(index.Name, out int[]? values) ? values[n] : n);
            }
        }

        return places;
    }
}
