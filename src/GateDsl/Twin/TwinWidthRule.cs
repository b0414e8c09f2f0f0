using System.ComponentModel;

namespace GateDsl.CompilerServices;

/// <summary>
/// How many units each declared module gets to imitate a ReLU twin of H: modules that are always on share H/2, since half of the random units
/// have a positive component along the common growth direction; the others share H/2, a rule of thumb measured on contextual tasks; where
/// there is only one kind it shares H. Used by generated code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[Obsolete(GeneratedCode.Only, DiagnosticId = GeneratedCode.Id, UrlFormat = GeneratedCode.Page)]
public static class TwinWidthRule
{
    /// <summary>The width of every module; not whole numbers in general.</summary>
    /// <param name="twinUnits">H.</param>
    /// <param name="datapoints">Number of datapoints.</param>
    /// <param name="modules">The modules and where they are on.</param>
    public static Dictionary<string, double> Of(int twinUnits, int datapoints, params ReadOnlySpan<(string Name, RowSet On)> modules)
    {
        int always = 0;
        foreach ((_, RowSet on) in modules)
        {
            always += on.Count == datapoints ? 1 : 0;
        }

        int others = modules.Length - always;
        double share = always > 0 && others > 0 ? twinUnits / 2.0 : twinUnits;
        Dictionary<string, double> widths = new(StringComparer.Ordinal);
        foreach ((string name, RowSet on) in modules)
        {
            widths.Add(name, share / (on.Count == datapoints ? always : others));
        }

        return widths;
    }
}
