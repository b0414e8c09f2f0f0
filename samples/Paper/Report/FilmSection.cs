using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using GateDsl.Samples.Stories;

namespace Paper.Report;

/// <summary>Two square tables beside each other, and a slider over the epochs.</summary>
internal static partial class FilmSection
{
    /// <summary>Steps of the colour scale: what the eye can tell apart, and no longer than needed.</summary>
    private const int Steps = 500;

    /// <summary>Nothing where the run did not write the table.</summary>
    public static void Write(StringBuilder page, string id, StoryFilm film, RunFolder folder)
    {
        if (!folder.HasTable(film.Table))
        {
            return;
        }

        OrderedDictionary<string, double[]> table = folder.Table(film.Table);
        Frame[] frames =
        [
            .. from name in table.Keys
               let match = FrameOf().Match(name)
               where match.Success && match.Groups[2].Value == film.Left.Ending && table.ContainsKey($"epoch_{match.Groups[1].Value}_{film.Right.Ending}")
               select new Frame(
                   int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture),
                   Coloured(table[name]),
                   Coloured(table[$"epoch_{match.Groups[1].Value}_{film.Right.Ending}"])),
        ];
        string data = JsonSerializer.Serialize(
            new { film.Blocks, Block = film.BlockName, Steps, Left = film.Left.Words, Right = film.Right.Words, Frames = frames }, JsonSerializerOptions.Web);

        page.Append(CultureInfo.InvariantCulture, $"<figure class=\"film\" id=\"{id}\"><figcaption>{Html.Text(film.Title)}</figcaption>\n");
        page.Append(CultureInfo.InvariantCulture, $"<label class=\"slider\" for=\"{id}-epoch\">epoch <output></output></label>");
        page.Append(CultureInfo.InvariantCulture,
            $"<input type=\"range\" class=\"frame\" id=\"{id}-epoch\" min=\"0\" max=\"{Math.Max(0, frames.Length - 1)}\" value=\"{frames.Length / 3}\" step=\"1\">\n");
        page.Append(CultureInfo.InvariantCulture, $"<div class=\"drawing\" role=\"img\" aria-label=\"{Html.Text(film.Title)}\"></div>\n");
        page.Append("<script type=\"application/json\">").Append(data.Replace("</", "<\\/", StringComparison.Ordinal)).Append("</script>\n</figure>\n");
    }

    // Each table on the scale of its own largest number.
    private static int[] Coloured(double[] cells)
    {
        double largest = cells.Max();
        return [.. cells.Select(cell => largest > 0 ? (int)Math.Round(Steps * cell / largest) : 0)];
    }

    [GeneratedRegex("^epoch_([0-9]+)_(.+)$")]
    private static partial Regex FrameOf();

    private sealed record Frame(int Epoch, int[] Left, int[] Right);
}
