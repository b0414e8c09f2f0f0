using SkiaSharp;

namespace GateDsl.Samples.Drawing;

/// <summary>Letters of figures come from the fonts of the system; containers often have none, and then figures have no letter.</summary>
public static class FigureFonts
{
    /// <summary>What figures are written in, where it is there; else in what the system takes for it.</summary>
    public const string Name = "DejaVu Sans";

    private static readonly string Letters = string.Concat(Enumerable.Range('!', '~' - '!' + 1).Select(letter => (char)letter));

    /// <summary>What to say where there is none, or none of letters; null: figures have letters.</summary>
    public static string? Warning()
    {
        using SKTypeface font = SKTypeface.FromFamilyName(Name) ?? SKTypeface.Default;
        return Warning(font.ContainsGlyphs(Letters));
    }

    /// <summary>The same of a system.</summary>
    /// <param name="hasLetters">Whether what it writes in has the letters of figures.</param>
    public static string? Warning(bool hasLetters) => hasLetters
        ? null
        : "This system has no font: figures are drawn without letters, the numbers behind them are in the .csv files. "
            + "Install one, as fonts-dejavu-core of Debian, and run again.";
}
