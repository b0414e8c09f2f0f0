using System.Globalization;
using System.Text;
using GateDsl.Samples.Stories;

namespace Paper.Report;

/// <summary>A figure to play with: the place where it is drawn, its data, and native controls that the page's script listens to.</summary>
internal static class FigureSection
{
    public static void Write(StringBuilder page, string id, StoryFigure figure, OrderedDictionary<string, double[]> table)
    {
        IReadOnlyList<Curve> curves = Curves.Of(figure, table);
        int seeds = curves.Count == 0 ? 0 : curves.Max(curve => curve.Seed);
        page.Append(CultureInfo.InvariantCulture, $"<figure class=\"plot\" id=\"{id}\"><figcaption>{Html.Text(figure.Title)}</figcaption>\n");
        WriteSlider(page, id, figure.Choice);
        page.Append(CultureInfo.InvariantCulture,
            $"<div class=\"drawing\" role=\"img\" aria-label=\"{Html.Text(figure.Title)}; the values are read out below\"></div>\n");
        page.Append("<fieldset class=\"curves\"><legend>Curves</legend></fieldset>\n<div class=\"controls\">\n");
        if (seeds > 0)
        {
            page.Append("<label>Seeds <select class=\"seeds\"><option value=\"all\">all, and their mean</option><option value=\"0\">the mean</option>");
            for (int seed = 1; seed <= seeds; seed++)
            {
                page.Append(CultureInfo.InvariantCulture, $"<option value=\"{seed}\">seed {seed}</option>");
            }

            page.Append("</select></label>\n");
        }

        page.Append("<label><input type=\"checkbox\" class=\"log\"").Append(figure.IsLogarithmic ? " checked" : "").Append("> logarithmic scale</label>\n");
        page.Append("<span class=\"zoom\"><button type=\"button\" data-zoom=\"in\">zoom in</button><button type=\"button\" data-zoom=\"out\">zoom out</button>");
        page.Append("<button type=\"button\" data-zoom=\"left\" aria-label=\"move left\">←</button>");
        page.Append("<button type=\"button\" data-zoom=\"right\" aria-label=\"move right\">→</button>");
        page.Append("<button type=\"button\" data-zoom=\"all\">show all</button></span>\n</div>\n");
        page.Append(CultureInfo.InvariantCulture, $"<label class=\"slider\">Read at {Html.Text(figure.XLabel)} <output></output>");
        page.Append("<input type=\"range\" class=\"read\" min=\"0\" max=\"1\" value=\"0\" step=\"1\"></label>\n<div class=\"values\" aria-live=\"polite\"></div>\n");
        page.Append("<script type=\"application/json\">").Append(PlotlyFigure.ToJson(figure, curves)).Append("</script>\n</figure>\n");
    }

    private static void WriteSlider(StringBuilder page, string id, Choice? choice)
    {
        if (choice is null)
        {
            return;
        }

        string words = string.Join('|', choice.Stops.Select(stop => stop.Words));
        page.Append(CultureInfo.InvariantCulture, $"<label class=\"slider\" for=\"{id}-stop\">{Html.Text(choice.Label)} <output></output></label>");
        page.Append(CultureInfo.InvariantCulture,
            $"<input type=\"range\" class=\"stop\" id=\"{id}-stop\" min=\"0\" max=\"{choice.Stops.Count - 1}\" value=\"{choice.First}\" step=\"1\" ");
        page.Append(CultureInfo.InvariantCulture, $"data-words=\"{Html.Text(words)}\" aria-valuetext=\"{Html.Text(choice.Stops[choice.First].Words)}\">\n");
    }
}
