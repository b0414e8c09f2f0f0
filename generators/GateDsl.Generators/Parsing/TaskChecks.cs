using System.Globalization;
using GateDsl.Generators.Diagnostics;
using GateDsl.Generators.Model;

namespace GateDsl.Generators.Parsing;

/// <summary>The arguments of a task are in range, and its data fit the declared inputs, selectors and outputs.</summary>
internal static class TaskChecks
{
    public static void Check(Declaration declaration)
    {
        if (declaration.Task is not { } task)
        {
            return;
        }

        int before = declaration.Findings.Count;
        CheckArguments(declaration, task);
        if (declaration.Findings.Count == before && declaration.Layers.All(layer => layer is { Kind: not null, Units: not null }))
        {
            CheckFit(declaration, task);
        }
    }

    private static void CheckArguments(Declaration declaration, DeclaredTask task)
    {
        Require(task.Model.StepSize is >= 0 and <= double.MaxValue, "StepSize", task.Model.StepSize, "it is finite and at least 0, where 0 is unsaid");
        Require(task.Model.Sigma is >= 0 and <= double.MaxValue, "Sigma", task.Model.Sigma, "it is finite and at least 0, where 0 is unsaid");
        switch (task.Model)
        {
            case ContextTaskModel { DifferentStructures: true } context:
                Require(context.Contexts == 3, "Contexts", context.Contexts, "different structures are defined for 3 contexts");
                Require(context.Objects == 8, "Objects", context.Objects, "different structures are defined for 8 objects");
                break;
            case ContextTaskModel context:
                Require(context.Contexts is >= 1 and <= Limits.Copies, "Contexts", context.Contexts, "it is at least 1 and at most 256");
                RequireObjects(context.Objects);
                break;
            case HierarchyTaskModel hierarchy:
                RequireObjects(hierarchy.Objects);
                break;
            case XorTaskModel xor:
                Require(xor.Margin is > 0 and <= double.MaxValue, "Margin", xor.Margin, "it is finite and greater than 0");
                break;
            case RoutingTaskModel routing:
                Require(routing.Domains is >= 1 and <= Limits.Copies, "Domains", routing.Domains, "it is at least 1 and at most 256");
                Require(
                    routing.Trained >= 1 && routing.Trained <= routing.Domains,
                    "Trained", routing.Trained, "it is at least 1 and at most the number of domains");
                break;
        }

        void RequireObjects(int objects) => Require(
            objects is >= 1 and <= 1024 && (objects & (objects - 1)) == 0,
            "Objects", objects, "a hierarchy halves its objects down to one, so it is a power of two up to 1024");

        void Require(bool holds, string name, double value, string rule)
        {
            if (!holds)
            {
                declaration.Report(
                    TaskDescriptors.TaskArgument,
                    task.Attribute.LocateNamed(name, declaration.Cancellation),
                    task.Attribute.WrittenName(), name, value.ToString(CultureInfo.InvariantCulture), rule);
            }
        }
    }

    private static void CheckFit(Declaration declaration, DeclaredTask task)
    {
        IReadOnlyList<TaskSlot> slots = TaskSlots.Of(declaration, task.Model);
        string needs = Text.List([.. slots.Where(slot => !slot.IsOptional).Select(slot => slot.Attribute + " for the " + slot.What)]);
        List<DeclaredLayer> left = [.. declaration.Layers.Where(layer => layer.Kind != LayerKind.Hidden)];
        foreach (TaskSlot slot in slots)
        {
            DeclaredLayer? layer = left.Find(candidate => slot.Fits(candidate));
            if (layer is not null)
            {
                left.Remove(layer);
            }

            if (layer is null && !slot.IsOptional)
            {
                Report("has none for the " + slot.What, "declare one with " + slot.Attribute);
            }
            else if (layer is not null && layer.Units != slot.Units)
            {
                Report(
                    "declares '" + layer.Name + "' with " + Text.Number(layer.Units ?? 0),
                    "declare it with " + slot.Attribute);
            }
        }

        foreach (DeclaredLayer layer in left)
        {
            Report("also declares '" + layer.Name + "', " + Text.AKind(layer.Kind), "remove it or the task");
        }

        void Report(string problem, string remedy) => declaration.Report(
            TaskDescriptors.TaskDoesNotFit,
            task.Attribute.Locate(declaration.Cancellation),
            task.Attribute.WrittenName(), needs, declaration.Name, problem, remedy);
    }
}
