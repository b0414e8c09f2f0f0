using System.ComponentModel;
using GateDsl.Theory.EffectiveData;

namespace GateDsl.CompilerServices;

/// <summary>
/// How many units each declared module gets to imitate a ReLU twin of H: modules that are always on share H/2, since half of the random units
/// have a positive component along the common growth direction; the others share H/2, a rule of thumb measured on contextual tasks; where
/// there is only one kind it shares H. Used by generated code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[Obsolete(GeneratedCode.Only, DiagnosticId = GeneratedCode.Id, UrlFormat = GeneratedCode.Page)]
public static class TwinWidths
{
    /// <summary>The width of every module; not whole numbers in general.</summary>
    /// <param name="twinUnits">H.</param>
    /// <param name="datapoints">Number of datapoints.</param>
    /// <param name="modules">The modules and where they are on.</param>
    public static Dictionary<string, double> Of(int twinUnits, int datapoints, params ReadOnlySpan<(string Name, RowSet On)> modules)
    {
        bool[] always = new bool[modules.Length];
        string[] names = new string[modules.Length];
        for (int m = 0; m < modules.Length; m++)
        {
            (names[m], always[m]) = (modules[m].Name, modules[m].On.Count == datapoints);
        }

        double[] widths = Share(twinUnits, always);
        return names.Zip(widths).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);
    }

    /// <summary>Units of each pathway. A path without hidden layer has none.</summary>
    /// <exception cref="NotSupportedException">A pathway has more than one hidden layer.</exception>
    internal static double[] Of(ReductionProblem problem, double twinUnits)
    {
        if (Array.Find(problem.Pathways, pathway => pathway.Modules.Length > 1) is { } deep)
        {
            throw new NotSupportedException(
                $"Pathway {deep.Name} has {deep.Modules.Length} hidden layers; the twin is predicted for networks with one.");
        }

        double[] hidden = Share(twinUnits, [.. problem.Pathways.Where(pathway => pathway.Modules.Length == 1).Select(IsAlwaysOn)]);
        int next = 0;
        return [.. problem.Pathways.Select(pathway => pathway.Modules.Length == 0 ? 0 : hidden[next++])];
    }

    private static double[] Share(double twinUnits, bool[] isAlwaysOn)
    {
        int always = isAlwaysOn.Count(on => on);
        int others = isAlwaysOn.Length - always;
        double share = always > 0 && others > 0 ? twinUnits / 2 : twinUnits;
        return [.. isAlwaysOn.Select(on => share / (on ? always : others))];
    }

    private static bool IsAlwaysOn(Pathway pathway) =>
        pathway.Inputs.Concat(pathway.Outputs).All(block => block.On is null || block.On.All(on => on));
}
