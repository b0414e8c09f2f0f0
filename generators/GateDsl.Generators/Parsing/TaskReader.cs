using GateDsl.Generators.Diagnostics;
using GateDsl.Generators.Model;
using Microsoft.CodeAnalysis;

namespace GateDsl.Generators.Parsing;

/// <summary>What the task attribute says. The defaults are those of the attributes' properties.</summary>
internal static class TaskReader
{
    public static void Read(Declaration declaration)
    {
        var tasks = declaration.Type.GetAttributes().Where(attribute => IsTask(attribute.LanguageName())).ToList();
        if (tasks.Count > 1)
        {
            declaration.Report(
                TaskDescriptors.SeveralTasks,
                tasks[1].Locate(declaration.Cancellation),
                declaration.Name, Text.List([.. tasks.Select(task => "[" + task.WrittenName() + "]")]));
        }

        if (tasks.Count == 1 && ReadTask(declaration, tasks[0]) is { } model)
        {
            declaration.Task = new DeclaredTask(tasks[0], model);
        }
    }

    private static bool IsTask(string? name) =>
        name is AttributeNames.ContextTask or AttributeNames.XorTask or AttributeNames.HierarchyTask or AttributeNames.RoutingTask;

    private static TaskModel? ReadTask(Declaration declaration, AttributeData attribute)
    {
        TaskModel? model = attribute.LanguageName() switch
        {
            AttributeNames.ContextTask => new ContextTaskModel(
                Argument(attribute, "Contexts", 3), Argument(attribute, "Objects", 8), Structure(declaration, attribute)),
            AttributeNames.XorTask => new XorTaskModel(Argument(attribute, "Margin", 1.0)),
            AttributeNames.HierarchyTask => new HierarchyTaskModel(Argument(attribute, "Objects", 4)),
            AttributeNames.RoutingTask => new RoutingTaskModel(Argument(attribute, "Domains", 7), Argument(attribute, "Trained", 4)),
            _ => null,
        };
        if (attribute.NamedArguments.Any(argument => argument.Value.Kind == TypedConstantKind.Error))
        {
            declaration.LeaveToCompiler();
            return null;
        }

        return model is null ? null : model with { StepSize = Argument(attribute, "StepSize", 0.0), Sigma = Argument(attribute, "Sigma", 0.0) };
    }

    private static bool Structure(Declaration declaration, AttributeData attribute)
    {
        int structure = Argument(attribute, "Structure", 0);
        if (structure is not (0 or 1))
        {
            declaration.Report(
                ClassDescriptors.UndefinedEnumValue,
                attribute.LocateNamed("Structure", declaration.Cancellation),
                declaration.Name, Text.Number(structure), "ContextStructure", "Same, Different");
        }

        return structure == 1;
    }

    private static T Argument<T>(AttributeData attribute, string name, T unsaid)
        where T : struct =>
        attribute.NamedArguments
            .Where(argument => argument.Key == name && argument.Value.Value is T)
            .Select(argument => (T)argument.Value.Value!)
            .DefaultIfEmpty(unsaid)
            .First();
}
