using GateDsl.Generators.Diagnostics;
using GateDsl.Generators.Model;
using GateDsl.Generators.Parsing.Reading;

namespace GateDsl.Generators.Parsing.Checking;

/// <summary><c>[Stimuli]</c> gives a dense input one row of exact numbers for each value of a selector, once.</summary>
internal static class StimuliChecks
{
    public static IEnumerable<Finding> Find(Declaration declaration)
    {
        Dictionary<string, string> said = new(StringComparer.Ordinal);
        if (declaration.Task is { Model: XorTaskModel } task)
        {
            foreach (DeclaredLayer layer in declaration.Layers.Where(layer => layer.Kind == LayerKindModel.DenseInput))
            {
                said[layer.Name] = "[" + task.Attribute.WrittenName() + "]";
            }
        }

        foreach (DeclaredStimuli stimuli in declaration.Stimuli)
        {
            IEnumerable<Finding> names = FindName(declaration, stimuli.Selector, LayerKindModel.Selector, "selector")
                .Concat(FindName(declaration, stimuli.Input, LayerKindModel.DenseInput, "dense input"));
            DeclaredLayer? input = Named(declaration, stimuli.Input, LayerKindModel.DenseInput);
            DeclaredLayer? selector = Named(declaration, stimuli.Selector, LayerKindModel.Selector);
            foreach (Finding finding in names.Concat(FindRows(declaration, stimuli, selector, input)))
            {
                yield return finding;
            }

            if (input is null)
            {
                continue;
            }

            if (said.TryGetValue(input.Name, out string? where))
            {
                yield return StimuliDescriptors.SeveralStimuli.At(stimuli.Attribute.Locate(declaration.Cancellation), input.Name, where);
            }
            else
            {
                said.Add(input.Name, "another [Stimuli]");
            }
        }
    }

    private static DeclaredLayer? Named(Declaration declaration, NameArgument name, LayerKindModel kind) =>
        declaration.Layer(name.Name) is { } layer && layer.Kind == kind ? layer : null;

    private static IEnumerable<Finding> FindName(Declaration declaration, NameArgument name, LayerKindModel kind, string what)
    {
        DeclaredLayer? named = declaration.Layer(name.Name);
        if (named is null)
        {
            string[] candidates = [.. declaration.Layers.Where(layer => layer.Kind == kind).Select(layer => layer.Name)];
            string? nearest = NearestName.Among(candidates, name.Name);
            yield return StimuliDescriptors.UnknownStimulus.At(name.Location, name.Name, what, Text.Remedy(nearest, candidates))
                with
            { Suggestion = nearest };
        }
        else if (named.Kind != kind)
        {
            yield return StimuliDescriptors.WrongStimulus.At(name.Location, name.Name, Text.AKind(named.Kind), "a " + what);
        }
    }

    private static IEnumerable<Finding> FindRows(
        Declaration declaration, DeclaredStimuli stimuli, DeclaredLayer? selector, DeclaredLayer? input)
    {
        if (selector?.Units is { } values && stimuli.Rows.Count != values)
        {
            yield return StimuliDescriptors.WrongNumberOfRows.At(
                stimuli.Attribute.Locate(declaration.Cancellation),
                Text.Number(stimuli.Rows.Count), Text.Number(values), selector.Name);
        }

        for (int row = 0; row < stimuli.Rows.Count; row++)
        {
            DeclaredRow written = stimuli.Rows[row];
            if (input?.Units is { } features && written.Numbers.Count != features)
            {
                yield return StimuliDescriptors.WrongRowLength.At(
                    written.Location, Text.Number(row), Text.Number(written.Numbers.Count), Text.Number(features), input.Name);
            }

            if (written.Numbers.FirstOrDefault(number => !ExactNumber.IsValid(number)) is { } malformed)
            {
                yield return StimuliDescriptors.MalformedNumber.At(written.Location, Text.Number(row), malformed);
            }
        }
    }
}
