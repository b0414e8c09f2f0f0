using System.Globalization;
using System.Text;
using GateDsl.Samples.Running;
using GateDsl.Samples.Stories;

namespace Paper.Report;

/// <summary>The part of the page on one experiment.</summary>
internal static class ExperimentSection
{
    public static void Write(StringBuilder page, IExperiment experiment, RunFolder folder)
    {
        page.Append(CultureInfo.InvariantCulture, $"<section id=\"{experiment.Name}\" aria-labelledby=\"{experiment.Name}-title\">\n");
        page.Append(CultureInfo.InvariantCulture, $"<p class=\"name\">{experiment.Name}</p>\n");
        page.Append(CultureInfo.InvariantCulture, $"<h2 id=\"{experiment.Name}-title\">{Html.Text(experiment.Story?.Title ?? experiment.Description)}</h2>\n");
        foreach (string paragraph in experiment.Story?.Paragraphs ?? [])
        {
            page.Append("<p>").Append(Html.Text(paragraph)).Append("</p>\n");
        }

        if (experiment.Story?.Winner(folder.Metrics) is { } winner)
        {
            page.Append("<p class=\"winner\"><strong>Who won.</strong> ").Append(Html.Text(winner)).Append("</p>\n");
        }

        int number = 0;
        foreach (StoryFigure figure in experiment.Story?.Figures ?? [])
        {
            FigureSection.Write(page, $"{experiment.Name}-{++number}", figure, folder.Table(figure.Table));
        }

        foreach (StoryFilm film in experiment.Story?.Films ?? [])
        {
            FilmSection.Write(page, $"{experiment.Name}-{++number}", film, folder);
        }

        page.Append("<p class=\"caption\">").Append(Html.Text(folder.Caption())).Append("</p>\n");
        WriteClaims(page, experiment.Story?.Claims ?? [], folder.Metrics);
        WritePictures(page, experiment.Story?.Pictures ?? [.. folder.Pictures().Select(name => (name, $"{experiment.Name}: {name}"))], folder);
        foreach ((string file, string shows) in experiment.Story?.Sources ?? [])
        {
            DeclarationSection.WriteSource(page, shows, folder.Text(file));
        }

        foreach (ShownDeclaration declaration in experiment.Story?.Declarations ?? [])
        {
            DeclarationSection.Write(page, declaration);
        }

        WriteMetrics(page, folder.Metrics);
        page.Append("</section>\n");
    }

    private static void WriteClaims(StringBuilder page, IReadOnlyList<Claim> claims, IReadOnlyDictionary<string, double> metrics)
    {
        if (claims.Count == 0)
        {
            return;
        }

        page.Append("<table class=\"claims\"><caption>What the paper and the theory say, and what was measured</caption>\n");
        page.Append("<thead><tr><th scope=\"col\">said</th><th scope=\"col\">measured</th><th scope=\"col\">agrees</th></tr></thead><tbody>\n");
        foreach (Claim claim in claims)
        {
            bool isThere = metrics.TryGetValue(claim.Metric, out double value);
            bool agrees = isThere && value >= claim.Least && value <= claim.Most;
            page.Append("<tr><th scope=\"row\">").Append(Html.Text(claim.Says)).Append("</th><td data-label=\"measured\">");
            page.Append(isThere ? $"{Number(value)} <small>{Html.Text(claim.Metric)}</small>" : "not reached in this run");
            page.Append("</td><td data-label=\"agrees\">").Append(isThere ? agrees ? "yes" : "no" : "–");
            page.Append(Html.Text($" ({Bounds(claim)})")).Append("</td></tr>\n");
        }

        page.Append("</tbody></table>\n");
    }

    private static void WritePictures(StringBuilder page, IReadOnlyList<(string Name, string Shows)> pictures, RunFolder folder)
    {
        foreach ((string name, string shows) in pictures)
        {
            page.Append("<figure class=\"picture\"><img src=\"").Append(folder.Inline(name)).Append("\" alt=\"")
                .Append(Html.Text(shows)).Append("\"><figcaption>").Append(Html.Text(shows)).Append("</figcaption></figure>\n");
        }
    }

    private static void WriteMetrics(StringBuilder page, IReadOnlyDictionary<string, double> metrics)
    {
        page.Append("<details><summary>All numbers of this run</summary><dl class=\"metrics\">\n");
        foreach ((string name, double value) in metrics)
        {
            page.Append("<div><dt>").Append(Html.Text(name)).Append("</dt><dd>").Append(Number(value)).Append("</dd></div>\n");
        }

        page.Append("</dl></details>\n");
    }

    private static string Bounds(Claim claim) =>
        double.IsNegativeInfinity(claim.Least) || claim.Least == 0 ? $"at most {Number(claim.Most)}"
        : double.IsPositiveInfinity(claim.Most) ? $"at least {Number(claim.Least)}"
        : $"{Number(claim.Least)} to {Number(claim.Most)}";

    private static string Number(double value) => value.ToString("G4", CultureInfo.InvariantCulture);
}
