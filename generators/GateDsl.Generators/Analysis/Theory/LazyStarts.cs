using System.Globalization;
using GateDsl.Generators.Diagnostics;
using GateDsl.Generators.Planning;
using GateDsl.Theory.EffectiveData;
using GateDsl.Theory.Reductions;
using Microsoft.CodeAnalysis;

namespace GateDsl.Generators.Analysis.Theory;

/// <summary>
/// Pathways whose initial weights are so large that their features hardly move (GDSL206): the laziness index d c/s of a mode, c = H sigma^2, is above 1.
/// </summary>
internal static class LazyStarts
{
    /// <summary>Above this index a mode is lazy: it grows as an exponential that its start drives, no longer as a sigmoid.</summary>
    private const double Lazy = 1;

    /// <summary>Up to this one it is rich: what the start gave it is at most a tenth of what it learns.</summary>
    private const double Rich = 0.1;

    /// <summary>One finding per layer, of the copy and the mode that are the laziest.</summary>
    /// <param name="sigma">Standard deviation of all initial weights, positive.</param>
    /// <param name="modules">The hidden modules.</param>
    /// <param name="problem">The network on its data; no path has more than one hidden layer.</param>
    /// <param name="modes">Its modes at this sigma.</param>
    public static IEnumerable<ModelFinding> Find(double sigma, IReadOnlyList<ModuleId> modules, ReductionProblem problem, ModeRow[] modes) =>
        from mode in modes
        where problem.Pathways[mode.Pathway].Modules.Length == 1
        group mode by modules[problem.Pathways[mode.Pathway].Modules[0]].Layer into layer
        let laziest = layer.OrderByDescending(IndexOf).First()
        where IndexOf(laziest) > Lazy
        let pathway = layer.Where(mode => mode.Pathway == laziest.Pathway).ToArray()
        let lazy = pathway.Count(mode => IndexOf(mode) > Lazy)
        select new ModelFinding(
            TheoryDescriptors.Lazy, DiagnosticSeverity.Info, new ModelPlace(layer.Key),
            [
                $"'{problem.Pathways[laziest.Pathway].Name}'",
                Number(sigma),
                lazy == pathway.Length ? "every mode" : $"{lazy} of its {pathway.Length} modes",
                laziest.Mode.ToString(CultureInfo.InvariantCulture),
                Number(IndexOf(laziest)),
                Number(sigma * Math.Sqrt(Rich / IndexOf(laziest))),
                Number(Rich),
            ]);

    /// <summary>The index is proportional to sigma^2: c is twice the expected start.</summary>
    private static double IndexOf(ModeRow mode) => mode.D * 2 * mode.Start / mode.S;

    private static string Number(double value) => value.ToString("G3", CultureInfo.InvariantCulture);
}
