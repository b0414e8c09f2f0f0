using GateDsl.CompilerServices;
using GateDsl.Theory.EffectiveData;

namespace GateDsl.Identifying;

/// <summary>The modules of a clustering: clusters that round to one gate are one module, with its evidence, its share and its width.</summary>
internal sealed class ModuleAssembly
{
    private ModuleAssembly(IReadOnlyList<IdentifiedModule> modules, DeclarationPlan plan, double residual, double unexplained) =>
        (Modules, Plan, Residual, Unexplained) = (modules, plan, residual, unexplained);

    public IReadOnlyList<IdentifiedModule> Modules { get; }

    public DeclarationPlan Plan { get; }

    /// <summary>Weighted share of gate bits that differ from their module's gate.</summary>
    public double Residual { get; }

    /// <summary>Weighted share of rows whose cluster rounds to a gate that is never on: they are in no module.</summary>
    public double Unexplained { get; }

    public static ModuleAssembly Of(GatePatterns patterns, IdentificationData data, int units, Clustering chosen, Stability stability)
    {
        (List<bool[]> found, int[] gateOfCluster) = ModuleGates.Of(chosen, data);
        int[] moduleOfPattern = [.. chosen.ClusterOf.Select(cluster => gateOfCluster[cluster])];
        double[][] shares = patterns.SharesByRecording(moduleOfPattern, found.Count);

        // The common module first, then by falling share.
        int[] order = [.. Enumerable.Range(0, found.Count).OrderBy(m => found[m].Contains(false)).ThenByDescending(m => shares[m].Average())];
        bool[][] gates = [.. order.Select(m => found[m])];
        IndexSpace space = IndexSpace.Of(data);
        GateWording[] wordings = data.GatesComeWithData ? GateWording.Numbered(space, gates) : [.. gates.Select(gate => GateWording.Of(space, gate))];
        DeclarationPlan plan = DeclarationPlan.Of(space, wordings);
        double[] widths = TwinWidths.Of(Pathways(data.Count, gates), units);
        int[] rows = patterns.RowsOf(moduleOfPattern, found.Count);
        double[][] centroids = Centroids(patterns, moduleOfPattern, found.Count, out double[] weights);
        double total = patterns.Weights.Sum();

        IdentifiedModule[] modules = [.. order.Select((m, i) =>
        {
            (GateClass? gateClass, string explanation) = GateEvidence.Of(data, wordings[i], gates[i]);
            return new IdentifiedModule
            {
                Name = plan.NameOf(i),
                Gate = gates[i],
                Description = wordings[i].Description,
                Class = gateClass,
                Explanation = explanation,
                Share = shares[m].Average(),
                ShareByRecording = shares[m],
                UnitShare = (double)rows[m] / (patterns.Rows - patterns.DeadRows),
                Width = widths[i],
                Centroid = centroids[m],
                RoundingResidual = centroids[m].Select((entry, n) => Math.Abs(entry - (gates[i][n] ? 1 : 0))).Average(),
                Stability = stability.Of(gates[i]),
            };
        })];
        double residual = order.Select((m, i) => weights[m] * modules[i].RoundingResidual).Sum();
        double inModules = weights.Sum();
        return new(modules, plan, inModules > 0 ? residual / inModules : 1, 1 - (inModules / total));
    }

    private static double[][] Centroids(GatePatterns patterns, int[] moduleOfPattern, int modules, out double[] weights)
    {
        weights = new double[modules];
        double[] rows = new double[modules];
        for (int p = 0; p < moduleOfPattern.Length; p++)
        {
            if (moduleOfPattern[p] is >= 0 and int module)
            {
                weights[module] += patterns.Weights[p];
                rows[module] += patterns.Counts[p];
            }
        }

        // In a module without any strength every row counts the same.
        double[][] centroids = [.. Enumerable.Range(0, modules).Select(_ => new double[patterns.Datapoints])];
        for (int p = 0; p < moduleOfPattern.Length; p++)
        {
            if (moduleOfPattern[p] is >= 0 and int module)
            {
                double share = weights[module] > 0 ? patterns.Weights[p] / weights[module] : patterns.Counts[p] / rows[module];
                for (int n = 0; n < patterns.Datapoints; n++)
                {
                    centroids[module][n] += GatePatterns.IsOn(patterns.Patterns[p], n) ? share : 0;
                }
            }
        }

        return centroids;
    }

    // The width rule reads gates only.
    private static ReductionProblem Pathways(int count, bool[][] gates) => new()
    {
        Count = count,
        Inputs = [],
        Outputs = [],
        Modules = [],
        Pathways = [.. gates.Select((gate, m) => new Pathway("", [m], [new(0, gate)], [new(0, null)]))],
    };
}
