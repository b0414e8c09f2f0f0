using SkiaSharp;

namespace GateDsl.Samples.Drawing;

/// <summary>Letters of figures come from the fonts of the system; containers often have none, and then figures have no letter.</summary>
public static class FigureFonts
{
    /// <summary>What to say where there is none; null: there are some.</summary>
    public static string? Warning() => Warning(SKFontManager.Default.FontFamilyCount);

    /// <summary>The same of a system with some number of fonts.</summary>
    /// <param name="families">How many font families there are.</param>
    public static string? Warning(int families) => families > 0
        ? null
        : "This system has no font: figures are drawn without letters, the numbers behind them are in the .csv files. "
            + "Install one, as fonts-dejavu-core of Debian, and run again.";
}
