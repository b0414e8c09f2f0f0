using GateDsl.Generators.Model;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GateDsl.Generators.Parsing;

/// <summary>From a declaration without errors to its model.</summary>
internal static class ModelBuilder
{
    public static NetworkModel Build(Declaration declaration) => new()
    {
        Type = TypePlace.Read(declaration.Type),
        IsDouble = declaration.IsDouble,
        Rectified = declaration.Rectified,
        TwinWidth = declaration.Twin?.Width,
        Task = declaration.Task?.Model,
        Layers = declaration.Layers.Select(layer => Layer(declaration, layer)).ToEquatableArray(),
        Rules = declaration.Rules.Values.ToEquatableArray(),
        Stimuli = declaration.Stimuli.Select(Stimuli).ToEquatableArray(),
    };

    private static LayerModel Layer(Declaration declaration, DeclaredLayer layer) => new()
    {
        Name = layer.Name,
        Kind = layer.Kind!.Value,
        Units = layer.Units!.Value,
        Role = Roles.Of(declaration, layer),
        Bank = layer.Copies.Select(copies => new BankModel(copies.Index.Name, copies.SubsetSize ?? 0)).FirstOrDefault(),
        SelfGated = layer.SelfGated is not null,
        Edges = layer.Froms
            .SelectMany(from => from.Sources.Select(source => new EdgeModel(source.Name, from.When?.Name)))
            .ToEquatableArray(),
        ActiveIn = layer.ActiveIn
            .Select(gate => new ValueGate(
                gate.Index.Name, gate.Values.Select(value => value.Value).Distinct().OrderBy(value => value).ToEquatableArray()))
            .ToEquatableArray(),
        ActiveWhen = layer.ActiveWhen.Select(rule => rule.Name).ToEquatableArray(),
        Summary = SummaryReader.Read(layer.Property, declaration.Cancellation),
        Accessibility = Accessibility(declaration, layer),
    };

    private static string Accessibility(Declaration declaration, DeclaredLayer layer) =>
        PropertyChecks.Syntax(layer.Property, declaration.Cancellation) is PropertyDeclarationSyntax syntax
            ? string.Join(" ", syntax.Modifiers.Where(PropertyChecks.IsAccessibility).Select(modifier => modifier.ValueText))
            : "";

    private static StimuliModel Stimuli(DeclaredStimuli stimuli) => new(
        stimuli.Selector.Name,
        stimuli.Input.Name,
        stimuli.Rows.Select(row => StimuliChecks.Numbers(row.Text).ToEquatableArray()).ToEquatableArray());
}
