using GateDsl.Generators.Model;

namespace GateDsl.Generators.Parsing.Reading;

/// <summary>What a task needs declared: an input, a selector or an output of a size.</summary>
/// <param name="What">What of the task it takes: "items".</param>
/// <param name="Attribute">How it is declared: "[OneHotInput(8)]".</param>
/// <param name="Units">Features, values or units.</param>
/// <param name="Fits">Whether a layer is of this kind, whatever its size.</param>
/// <param name="IsOptional">A network for the task may do without.</param>
internal sealed record TaskSlot(string What, string Attribute, long Units, Func<DeclaredLayer, bool> Fits, bool IsOptional = false);

/// <summary>The data of each task (theory of the paper's experiments, "Datasets"), as what a network for it declares.</summary>
internal static class TaskSlots
{
    /// <summary>Items of the routing task: its inputs are the 4 unit vectors.</summary>
    private const int RoutingItems = 4;

    /// <summary>Rows of the routing task's targets.</summary>
    private const int RoutingTargets = 7;

    public static IReadOnlyList<TaskSlot> Of(Declaration declaration, TaskModel task)
    {
        return task switch
        {
            ContextTaskModel context =>
            [
                OneHot("items", context.Objects, RoleModel.Item),
                OneHot("contexts", context.Contexts, RoleModel.Context),
                // One hierarchy of 2n - 1 rows for all contexts, and one block of as many rows per context.
                Output(((2L * context.Objects) - 1) * (context.Contexts + 1L)),
            ],
            XorTaskModel =>
            [
                new TaskSlot("inputs", "[Input(3)]", 3, layer => layer.Kind == LayerKindModel.DenseInput),
                Selector("samples", 4) with { IsOptional = true },
                Output(1),
            ],
            HierarchyTaskModel hierarchy =>
            [
                OneHot("items", hierarchy.Objects, RoleModel.Item),
                Output((2L * hierarchy.Objects) - 1),
            ],
            // P2's own form: the encoders side by side in one edge, from an input that says both encoder and item.
            RoutingTaskModel routing when declaration.Layers.Count(layer => layer.Kind == LayerKindModel.Selector) == 1 =>
            [
                OneHot("cues", RoutingItems * routing.Domains, RoleModel.Item),
                Selector("sinks", routing.Domains),
                Output(RoutingTargets),
            ],
            RoutingTaskModel routing =>
            [
                OneHot("items", RoutingItems, RoleModel.Item),
                Selector("sources", routing.Domains),
                Selector("sinks", routing.Domains),
                Output(RoutingTargets),
            ],
            _ => [],
        };

        TaskSlot OneHot(string what, int values, RoleModel role) => new(
            what, "[OneHotInput(" + values + ")]", values, layer => layer.Kind == LayerKindModel.OneHotInput && DefaultRoles.Of(declaration, layer) == role);
    }

    private static TaskSlot Selector(string what, int values) =>
        new(what, "[Selector(" + values + ")]", values, layer => layer.Kind == LayerKindModel.Selector);

    private static TaskSlot Output(long units) => new("targets", "[Output(" + units + ")]", units, layer => layer.Kind == LayerKindModel.Output);
}
