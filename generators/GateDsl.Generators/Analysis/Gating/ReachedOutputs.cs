using GateDsl.Gating;
using GateDsl.Generators.Diagnostics;
using GateDsl.Generators.Planning;
using Microsoft.CodeAnalysis;

namespace GateDsl.Generators.Analysis.Gating;

/// <summary>
/// Datapoints from which every path to every output is closed (GDSL108). A gate that cannot be evaluated counts as open: nothing is claimed that
/// is not certain.
/// </summary>
internal static class ReachedOutputs
{
    private const int MostNamed = 4;

    public static ModelFinding? Find(GatedDeclaration declaration)
    {
        if (declaration.Domain is not { } domain || declaration.Modules.All(module => module.Edges.All(edge => edge.On.IsAlways)))
        {
            return null;
        }

        bool[] reached = Reached(declaration, domain);
        int[] lost = [.. Enumerable.Range(0, domain.Count).Where(n => !reached[n])];
        return lost.Length == 0 ? null : new ModelFinding(
            GatingDescriptors.ReachesNoOutput,
            DiagnosticSeverity.Warning,
            new ModelPlace(null),
            [Text.Number(lost.Length), Text.Number(domain.Count), declaration.Model.Type.Name, Named(domain, lost)]);
    }

    private static string Named(Domain domain, int[] lost) =>
        string.Join(", ", lost.Take(MostNamed).Select(n => Names.Datapoint(domain, n))) + (lost.Length > MostNamed ? " and others" : "");

    private static bool[] Reached(GatedDeclaration declaration, Domain domain)
    {
        bool[] reached = new bool[domain.Count];
        Dictionary<ModuleId, bool[]> fed = new();
        foreach (ModulePlan module in declaration.Modules)
        {
            bool[] on = new bool[domain.Count];
            foreach (EdgePlan edge in module.Edges)
            {
                fed.TryGetValue(edge.Id.Source, out bool[]? source);
                GatePattern? open = declaration.Tables.Possible(edge.On);
                for (int n = 0; n < on.Length; n++)
                {
                    on[n] |= (open is null || open[n]) && (source is null || source[n]);
                }
            }

            fed.Add(module.Id, on);
            for (int n = 0; module.IsOutput && n < on.Length; n++)
            {
                reached[n] |= on[n];
            }
        }

        return reached;
    }
}
