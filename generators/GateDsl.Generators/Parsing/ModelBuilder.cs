using GateDsl.Generators.Model;
using GateDsl.Generators.Parsing.Reading;
using GateDsl.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GateDsl.Generators.Parsing;

/// <summary>From a declaration without errors to its model.</summary>
internal static class ModelBuilder
{
    public static NetworkModel Build(Declaration declaration) => new()
    {
        Type = TypePlace.Of(declaration.Type),
        IsDouble = declaration.Network.IsDouble,
        Rectified = declaration.Network.Rectified,
        Twin = declaration.Twin is { } twin
            ? new AskedTwin(twin.Widths.Select(width => width.Value).ToEquatableArray(), twin.HasBias, twin.Slope)
            : null,
        Task = declaration.Task?.Model,
        Layers = declaration.Layers.Select(layer => Layer(declaration, layer)).ToEquatableArray(),
        Rules = declaration.Rules.Select(rule => Rule(declaration, rule.Key, rule.Value[0])).ToEquatableArray(),
        Stimuli = declaration.Stimuli.Select(Stimuli).ToEquatableArray(),
    };

    private static LayerModel Layer(Declaration declaration, DeclaredLayer layer) => new()
    {
        Name = layer.Name,
        Kind = layer.Kind!.Value,
        Units = layer.Units!.Value,
        Role = DefaultRoles.Of(declaration, layer),
        IsRoleAssumed = layer is { Kind: LayerKindModel.OneHotInput, ExplicitRole: RoleModel.None },
        Bank = layer.Copies.Select(copies => new BankModel(copies.Index.Name, copies.SubsetSize ?? 0)).FirstOrDefault(),
        SelfGated = layer.SelfGated is not null,
        Slope = layer.SelfGated?.Slope ?? 0,
        HasBias = layer.Options.HasBias,
        Loss = layer.Options.Loss,
        Edges = layer.Froms
            .SelectMany(from => from.Sources.Select(source => new EdgeModel(source.Name, from.When?.Name)))
            .ToEquatableArray(),
        ActiveIn = layer.ActiveIn
            .Select(gate => new ValueGate(
                gate.Index.Name, gate.Values.Select(value => value.Value).Distinct().OrderBy(value => value).ToEquatableArray()))
            .ToEquatableArray(),
        GatedBy = layer.GatedBy.Select(gate => new NumberGate(gate.Input.Name, gate.Number)).ToEquatableArray(),
        ActiveWhen = layer.ActiveWhen.Select(rule => rule.Name).ToEquatableArray(),
        Summary = SummaryReader.Read(layer, declaration.Cancellation),
        Accessibility = Accessibility(layer),
    };

    private static string Accessibility(DeclaredLayer layer) => layer.Syntax is PropertyDeclarationSyntax syntax
        ? string.Join(" ", syntax.Modifiers.Where(PropertySyntax.IsAccessibility).Select(modifier => modifier.ValueText))
        : "";

    private static RuleModel Rule(Declaration declaration, string name, IMethodSymbol method)
    {
        EquatableArray<string> indices = method.Parameters
            .Select(parameter => declaration.IndexNamed(parameter.Name)!.Name).ToEquatableArray();
        LoweredRule lowered = RuleLowering.Lower(method, declaration.Compilation, declaration.Cancellation);
        return new RuleModel(name, indices, lowered.Body, lowered.NotEvaluable);
    }

    private static StimuliModel Stimuli(DeclaredStimuli stimuli) => new(
        stimuli.Selector.Name,
        stimuli.Input.Name,
        stimuli.Rows.Select(row => row.Numbers.ToEquatableArray()).ToEquatableArray());
}
