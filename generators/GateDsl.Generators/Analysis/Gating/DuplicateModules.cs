using GateDsl.Gating;
using GateDsl.Generators.Diagnostics;
using GateDsl.Generators.Model;
using GateDsl.Generators.Planning;
using Microsoft.CodeAnalysis;

namespace GateDsl.Generators.Analysis.Gating;

/// <summary>
/// Hidden modules that are one (GDSL105): on at the same datapoints, with the same sources and targets under the same gates. As the network is
/// linear between gates, their units could stand in one module. Each layer is reported once, at the one declared later.
/// </summary>
internal static class DuplicateModules
{
    /// <summary>Property of the diagnostic: the layer to merge with, where both layers are one as wholes.</summary>
    public const string MergeInto = nameof(MergeInto);

    public static IEnumerable<ModelFinding> Find(GatedDeclaration declaration)
    {
        Signatures signatures = new(declaration);
        Dictionary<string, ModulePlan> first = new(StringComparer.Ordinal);
        foreach (LayerModel layer in declaration.Model.Layers.Where(layer => layer.Kind == LayerKindModel.Hidden))
        {
            (ModulePlan Copy, ModulePlan Of)? found = null;
            foreach (ModulePlan module in declaration.ModulesOf(layer))
            {
                if (signatures.Of(module) is not { } signature)
                {
                    continue;
                }

                if (first.TryGetValue(signature, out ModulePlan? earlier))
                {
                    found ??= (module, earlier);
                }
                else
                {
                    first.Add(signature, module);
                }
            }

            if (found is { } pair)
            {
                yield return Finding(declaration, layer, pair.Copy, pair.Of);
            }
        }
    }

    private static ModelFinding Finding(GatedDeclaration declaration, LayerModel layer, ModulePlan copy, ModulePlan earlier)
    {
        ModelFinding finding = new(
            GatingDescriptors.DuplicateModules,
            DiagnosticSeverity.Info,
            new ModelPlace(layer.Name),
            [copy.Name, earlier.Name, Text.Number((long)copy.Units + earlier.Units)]);
        LayerModel other = declaration.Model.Layer(earlier.Layer);

        // Banks are merged where they are written alike; one copy alone cannot be.
        bool isWhole = layer.Bank == other.Bank && layer.Name != other.Name
            && (layer.Bank is null || (layer.ActiveIn.Equals(other.ActiveIn) && layer.ActiveWhen.Equals(other.ActiveWhen)));
        return isWhole ? finding with { Properties = finding.Properties.Add(MergeInto, other.Name) } : finding;
    }

    /// <summary>A text per module that is equal iff modules are one.</summary>
    private sealed class Signatures(GatedDeclaration declaration)
    {
        private readonly Dictionary<GatePattern, int> _patterns = [];
        private readonly ILookup<ModuleId, EdgePlan> _outgoing = declaration.Modules
            .SelectMany(target => target.Edges).ToLookup(edge => edge.Id.Source);

        /// <summary>Null: the module is never on, which is another finding.</summary>
        public string? Of(ModulePlan module)
        {
            Gate gate = declaration.GateOf(module);
            if (gate.IsNever || declaration.Tables.Of(gate).Pattern is { OnCount: 0 })
            {
                return null;
            }

            IEnumerable<string> sources = module.Edges.Select(edge => edge.Source + " " + Key(edge.On));
            IEnumerable<string> targets = _outgoing[module.Id].Select(edge => edge.Id.Target + " " + Key(edge.On));
            return string.Join(
                "|", Own(module), Key(gate), Sorted(sources), Sorted(targets));
        }

        /// <summary>What the units of a module do apart from their gate.</summary>
        private string Own(ModulePlan module) => FormattableString.Invariant(
            $"{(module.IsSelfGated ? "self-gated " : "")}{module.Slope:R}{(declaration.HasBias(module) ? " with bias" : "")}{string.Concat(module.Factors)}");

        private static string Sorted(IEnumerable<string> parts) => string.Join(";", parts.OrderBy(part => part, StringComparer.Ordinal));

        private string Key(Gate gate)
        {
            if (declaration.Tables.Of(gate).Pattern is not { } pattern)
            {
                return gate.Identity;
            }

            if (!_patterns.TryGetValue(pattern, out int number))
            {
                _patterns.Add(pattern, number = _patterns.Count);
            }

            return "#" + number;
        }
    }
}
