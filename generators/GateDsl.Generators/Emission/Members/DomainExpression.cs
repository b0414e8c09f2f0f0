using GateDsl.Gating;

namespace GateDsl.Generators.Emission;

/// <summary>The domain of a declaration as calls that build it at run time, one a line.</summary>
internal static class DomainExpression
{
    public static IEnumerable<string> Of(IEnumerable<DomainPart> parts) => parts.Select(Part);

    private static string Part(DomainPart part) => part switch
    {
        DomainIndex { Kind: IndexKind.OneHot } index =>
            $".OneHot({Literals.Text(index.Name)}, {index.Values}, global::GateDsl.InputRole.{index.Role})",
        DomainIndex index => $".Selector({Literals.Text(index.Name)}, {index.Values})",
        DenseInput { Stimuli: { } stimuli } dense =>
            $".Stimuli({Literals.Text(dense.Name)}, {Literals.Text(stimuli.Index)}, {string.Join(", ", stimuli.Rows.Select(row => Literals.Text(string.Join(" ", row))))})",
        DenseInput dense => $".Dense({Literals.Text(dense.Name)}, {dense.Features})",
        _ => throw new ArgumentException("No part of a domain.", nameof(part)),
    };
}
