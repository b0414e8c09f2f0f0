using System.Globalization;
using System.Reflection;
using System.Text;
using GateDsl.Commanding;
using GateDsl.Samples.Running;

namespace Paper.Report;

/// <summary>One page on all experiments, with everything that it needs in it. Built from the files that they wrote.</summary>
internal static class ReportPage
{
    public const string FileName = "report.html";

    /// <summary>The page on every experiment that is finished in <paramref name="root"/>.</summary>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static byte[] Build(IReadOnlyList<IExperiment> experiments, string root)
    {
        (IExperiment Experiment, RunFolder Folder)[] finished =
        [
            .. from experiment in experiments
               let folder = RunFolder.Find(root, experiment.Name)
               where folder is not null
               select (experiment, folder),
        ];
        StringBuilder contents = new();
        StringBuilder sections = new();
        foreach ((IExperiment experiment, RunFolder folder) in finished)
        {
            string title = experiment.Story?.Title ?? experiment.Description;
            contents.Append(CultureInfo.InvariantCulture, $"<li><a href=\"#{experiment.Name}\">{experiment.Name}</a>: {Html.Text(title)}</li>\n");
            ExperimentSection.Write(sections, experiment, folder);
        }

        string page = Resource("page.html")
            .Replace("/*style*/", Resource("page.css"), StringComparison.Ordinal)
            .Replace("<!--contents-->", contents.ToString(), StringComparison.Ordinal)
            .Replace("<!--sections-->", sections.ToString(), StringComparison.Ordinal)
            .Replace("/*library*/", PlotlyFigure.Library(), StringComparison.Ordinal)
            .Replace("/*script*/", Resource("page.js"), StringComparison.Ordinal);
        return Encoding.UTF8.GetBytes(page);
    }

    /// <summary>Writes the page beside its place, then renames it.</summary>
    /// <exception cref="IOException">The disk is full, or the folder cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder must not be written.</exception>
    public static string Write(IReadOnlyList<IExperiment> experiments, string root)
    {
        string final = Path.Combine(root, FileName);
        WholeFile.Write(final, Build(experiments, root));
        return final;
    }

    private static string Resource(string name)
    {
        using StreamReader reader = new(Assembly.GetExecutingAssembly().GetManifestResourceStream($"Report/{name}")!);
        return reader.ReadToEnd();
    }
}
