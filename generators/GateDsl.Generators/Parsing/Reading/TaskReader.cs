using GateDsl.Generators.Model;
using Microsoft.CodeAnalysis;

namespace GateDsl.Generators.Parsing.Reading;

/// <summary>What the task attribute says. The defaults are those of the attributes' properties.</summary>
internal static class TaskReader
{
    public static bool IsTask(string? name) => name
        is AttributeTable.ContextTask.Name
        or AttributeTable.XorTask.Name
        or AttributeTable.HierarchyTask.Name
        or AttributeTable.RoutingTask.Name;

    public static DeclaredTask? Read(AttributeData attribute, List<UndefinedValue> undefined, ref bool isReadable)
    {
        TaskModel? model = attribute.LanguageName() switch
        {
            AttributeTable.ContextTask.Name => new ContextTaskModel(
                Argument(attribute, AttributeTable.ContextTask.Contexts, 3),
                Argument(attribute, AttributeTable.ContextTask.Objects, 8),
                ReadStructure(attribute, undefined)),
            AttributeTable.XorTask.Name => new XorTaskModel(Argument(attribute, AttributeTable.XorTask.Margin, 1.0)),
            AttributeTable.HierarchyTask.Name => new HierarchyTaskModel(Argument(attribute, AttributeTable.HierarchyTask.Objects, 4)),
            AttributeTable.RoutingTask.Name => new RoutingTaskModel(
                Argument(attribute, AttributeTable.RoutingTask.Domains, 7), Argument(attribute, AttributeTable.RoutingTask.Trained, 4)),
            _ => null,
        };
        if (attribute.NamedArguments.Any(argument => argument.Value.Kind == TypedConstantKind.Error))
        {
            isReadable = false;
            return null;
        }

        return model is null ? null : new DeclaredTask(attribute, model with
        {
            StepSize = Argument(attribute, AttributeTable.Task.StepSize, 0.0),
            Sigma = Argument(attribute, AttributeTable.Task.Sigma, 0.0),
            Momentum = Argument(attribute, AttributeTable.Task.Momentum, 0.0),
            IsNesterov = Argument(attribute, AttributeTable.Task.Nesterov, false),
            WeightDecay = Argument(attribute, AttributeTable.Task.WeightDecay, 0.0),
        });
    }

    private static bool ReadStructure(AttributeData attribute, List<UndefinedValue> undefined)
    {
        int structure = Argument(attribute, AttributeTable.ContextTask.Structure, 0);
        if (!AttributeTable.Enums.ContextStructure.Has(structure))
        {
            undefined.Add(new UndefinedValue(
                attribute, AttributeTable.ContextTask.Structure, structure, AttributeTable.Enums.ContextStructure));
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
