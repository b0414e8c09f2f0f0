using GateDsl.Generators.Diagnostics;
using GateDsl.Generators.Model;
using Microsoft.CodeAnalysis;

namespace GateDsl.Generators.Parsing;

/// <summary><c>[Stimuli]</c> gives a dense input one row of exact numbers for each value of a selector, once.</summary>
internal static class StimuliChecks
{
    public static void Check(Declaration declaration)
    {
        var said = new Dictionary<string, string>(StringComparer.Ordinal);
        if (declaration.Task is { Model: XorTaskModel })
        {
            foreach (DeclaredLayer layer in declaration.Layers.Where(layer => layer.Kind == LayerKind.DenseInput))
            {
                said[layer.Name] = "[XorTask]";
            }
        }

        foreach (DeclaredStimuli stimuli in declaration.Stimuli)
        {
            DeclaredLayer? selector = Resolve(declaration, stimuli.Selector, LayerKind.Selector, "selector");
            DeclaredLayer? input = Resolve(declaration, stimuli.Input, LayerKind.DenseInput, "dense input");
            CheckRows(declaration, stimuli, selector, input);
            if (input is null)
            {
                continue;
            }

            if (said.TryGetValue(input.Name, out string? where))
            {
                declaration.Report(StimuliDescriptors.SeveralStimuli, stimuli.Attribute.Locate(declaration.Cancellation), input.Name, where);
            }
            else
            {
                said.Add(input.Name, "another [Stimuli]");
            }
        }
    }

    private static DeclaredLayer? Resolve(Declaration declaration, NameArgument name, LayerKind kind, string what)
    {
        DeclaredLayer? named = declaration.Layer(name.Name);
        if (named?.Kind == kind)
        {
            return named;
        }

        if (named is null)
        {
            string[] candidates = [.. declaration.Layers.Where(layer => layer.Kind == kind).Select(layer => layer.Name)];
            string? nearest = NearestName.Among(candidates, name.Name);
            declaration.ReportWithSuggestion(
                StimuliDescriptors.UnknownStimulus, name.Location, nearest, name.Name, what, Text.Remedy(nearest, candidates));
        }
        else
        {
            declaration.Report(StimuliDescriptors.WrongStimulus, name.Location, name.Name, Text.AKind(named.Kind), "a " + what);
        }

        return null;
    }

    private static void CheckRows(Declaration declaration, DeclaredStimuli stimuli, DeclaredLayer? selector, DeclaredLayer? input)
    {
        if (selector?.Units is { } values && stimuli.Rows.Count != values)
        {
            declaration.Report(
                StimuliDescriptors.WrongNumberOfRows,
                stimuli.Attribute.Locate(declaration.Cancellation),
                Text.Number(stimuli.Rows.Count), Text.Number(values), selector.Name);
        }

        for (int row = 0; row < stimuli.Rows.Count; row++)
        {
            (string text, Location location) = stimuli.Rows[row];
            string[] numbers = Numbers(text);
            if (input?.Units is { } features && numbers.Length != features)
            {
                declaration.Report(
                    StimuliDescriptors.WrongRowLength,
                    location,
                    Text.Number(row), Text.Number(numbers.Length), Text.Number(features), input.Name);
            }

            if (numbers.FirstOrDefault(number => !ExactNumber.IsValid(number)) is { } malformed)
            {
                declaration.Report(StimuliDescriptors.MalformedNumber, location, Text.Number(row), malformed);
            }
        }
    }

    /// <summary>The numbers of a row, separated by spaces.</summary>
    public static string[] Numbers(string row) => row.Split([' '], StringSplitOptions.RemoveEmptyEntries);
}
