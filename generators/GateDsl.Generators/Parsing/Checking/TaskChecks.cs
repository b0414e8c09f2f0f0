using System.Globalization;
using GateDsl.Generators.Diagnostics;
using GateDsl.Generators.Model;
using GateDsl.Generators.Parsing.Reading;

namespace GateDsl.Generators.Parsing.Checking;

/// <summary>There is one task; its arguments are in range, and its data fit the declared inputs, selectors and outputs.</summary>
internal static class TaskChecks
{
    public static IEnumerable<Finding> FindSeveral(Declaration declaration) => declaration.Tasks.Count <= 1
        ? []
        : [TaskDescriptors.SeveralTasks.At(
            declaration.Tasks[1].Locate(declaration.Cancellation),
            declaration.Name, Text.List([.. declaration.Tasks.Select(task => "[" + task.WrittenName() + "]")]))];

    public static IEnumerable<Finding> Find(Declaration declaration)
    {
        if (declaration.Task is not { } task)
        {
            return [];
        }

        Finding[] arguments = [.. FindArguments(declaration, task)];
        return arguments.Length == 0 && declaration.Layers.All(layer => layer is { Kind: not null, Units: not null })
            ? FindFit(declaration, task)
            : arguments;
    }

    private static IEnumerable<Finding> FindArguments(Declaration declaration, DeclaredTask task) =>
        from argument in Arguments(task.Model)
        where !argument.Holds
        select TaskDescriptors.TaskArgument.At(
            task.Attribute.LocateNamed(argument.Name, declaration.Cancellation),
            task.Attribute.WrittenName(), argument.Name, argument.Value.ToString(CultureInfo.InvariantCulture), argument.Rule);

    /// <summary>What the arguments of a task have to be.</summary>
    private static IEnumerable<(bool Holds, string Name, double Value, string Rule)> Arguments(TaskModel task)
    {
        const string FiniteOrUnsaid = "it is finite and at least 0, where 0 is unsaid";
        IEnumerable<(bool, string, double, string)> common =
        [
            (task.StepSize is >= 0 and <= double.MaxValue, AttributeTable.Task.StepSize, task.StepSize, FiniteOrUnsaid),
            (task.Sigma is >= 0 and <= double.MaxValue, AttributeTable.Task.Sigma, task.Sigma, FiniteOrUnsaid),
            (task.Momentum is >= 0 and < 1, AttributeTable.Task.Momentum, task.Momentum, "it is at least 0 and below 1"),
            (task.WeightDecay is >= 0 and <= double.MaxValue, AttributeTable.Task.WeightDecay, task.WeightDecay, "it is finite and at least 0"),
        ];
        return common.Concat(task switch
        {
            ContextTaskModel { DifferentStructures: true } context =>
            [
                (context.Contexts == 3, AttributeTable.ContextTask.Contexts, context.Contexts, "different structures are defined for 3 contexts"),
                (context.Objects == 8, AttributeTable.ContextTask.Objects, context.Objects, "different structures are defined for 8 objects"),
            ],
            ContextTaskModel context =>
            [
                (context.Contexts is >= 1 and <= Limits.Copies, AttributeTable.ContextTask.Contexts, context.Contexts, "it is at least 1 and at most 256"),
                Objects(AttributeTable.ContextTask.Objects, context.Objects),
            ],
            HierarchyTaskModel hierarchy => [Objects(AttributeTable.HierarchyTask.Objects, hierarchy.Objects)],
            XorTaskModel xor =>
            [
                (xor.Margin is > 0 and <= double.MaxValue, AttributeTable.XorTask.Margin, xor.Margin, "it is finite and greater than 0"),
            ],
            RoutingTaskModel routing =>
            [
                (routing.Domains is >= 1 and <= Limits.Copies, AttributeTable.RoutingTask.Domains, routing.Domains, "it is at least 1 and at most 256"),
                (routing.Trained >= 1 && routing.Trained <= routing.Domains, AttributeTable.RoutingTask.Trained, routing.Trained,
                    "it is at least 1 and at most the number of domains"),
            ],
            _ => (IEnumerable<(bool, string, double, string)>)[],
        });

        static (bool, string, double, string) Objects(string name, int objects) => (
            objects is >= 1 and <= 1024 && (objects & (objects - 1)) == 0,
            name, objects, "a hierarchy halves its objects down to one, so it is a power of two up to 1024");
    }

    private static IEnumerable<Finding> FindFit(Declaration declaration, DeclaredTask task)
    {
        IReadOnlyList<TaskSlot> slots = TaskSlots.Of(declaration, task.Model);
        string needs = Text.List([.. slots.Where(slot => !slot.IsOptional).Select(slot => slot.Attribute + " for the " + slot.What)]);
        List<DeclaredLayer> left = [.. declaration.Layers.Where(layer => layer.Kind != LayerKindModel.Hidden)];
        foreach (TaskSlot slot in slots)
        {
            DeclaredLayer? layer = left.Find(candidate => slot.Fits(candidate));
            if (layer is not null)
            {
                left.Remove(layer);
            }

            if (layer is null && !slot.IsOptional)
            {
                yield return Misfit("has none for the " + slot.What, "declare one with " + slot.Attribute);
            }
            else if (layer is not null && layer.Units != slot.Units)
            {
                yield return Misfit("declares '" + layer.Name + "' with " + Text.Number(layer.Units ?? 0), "declare it with " + slot.Attribute);
            }
        }

        foreach (DeclaredLayer layer in declaration.Layers.Where(layer => layer.Options.Loss != LossModel.Squared))
        {
            yield return Misfit(
                "trains '" + layer.Name + "' by " + layer.Options.Loss + ", while the task and its predictions are of squared errors",
                "leave out " + AttributeTable.Output.Loss + " or the task");
        }

        foreach (DeclaredLayer layer in left)
        {
            yield return Misfit("also declares '" + layer.Name + "', " + Text.AKind(layer.Kind), "remove it or the task");
        }

        Finding Misfit(string problem, string remedy) => TaskDescriptors.TaskDoesNotFit.At(
            task.Attribute.Locate(declaration.Cancellation), task.Attribute.WrittenName(), needs, declaration.Name, problem, remedy);
    }
}
