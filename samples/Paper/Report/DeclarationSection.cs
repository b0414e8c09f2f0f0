using System.Reflection;
using System.Text;
using GateDsl;
using GateDsl.Samples.Stories;

namespace Paper.Report;

/// <summary>A declaration: its source, and the table of its gates.</summary>
internal static class DeclarationSection
{
    /// <summary>Datapoints up to which a gate is drawn point by point.</summary>
    private const int MostDatapoints = 128;

    public static void Write(StringBuilder page, ShownDeclaration declaration)
    {
        NetworkDescription network = declaration.Description;
        WriteSource(page, $"The declaration of {network.Name}", SourceOf(declaration.Source));
        page.Append("<details><summary>").Append(Html.Text($"The gates of {network.Name}: could a ReLU network have them?")).Append("</summary>\n");
        page.Append("<table class=\"gates\">\n");
        page.Append("<thead><tr><th scope=\"col\">module</th><th scope=\"col\">on</th><th scope=\"col\">could a ReLU unit have it?</th></tr></thead><tbody>\n");
        LayerDescription[] domain = [.. network.Domain];
        foreach (GateReportEntry gate in network.GateReport().Gates)
        {
            page.Append("<tr><th scope=\"row\">").Append(Html.Text(gate.Name)).Append("</th><td data-label=\"on\">");
            page.Append(Html.Text(gate.Gate.IsAlways ? "everywhere" : gate.Gate.ToString()));
            WriteTable(page, gate.Gate, domain);
            page.Append("</td><td data-label=\"could a ReLU unit have it?\">");
            page.Append(gate.Class is { } known ? $"<strong>{Words(known)}</strong>. " : "").Append(Html.Text(gate.Explanation));
            page.Append("</td></tr>\n");
        }

        page.Append("</tbody></table></details>\n");
    }

    /// <summary>Source text under a summary.</summary>
    public static void WriteSource(StringBuilder page, string summary, string source)
    {
        page.Append("<details open><summary>").Append(Html.Text(summary)).Append("</summary>\n");
        page.Append("<pre tabindex=\"0\"><code>").Append(Html.Text(source)).Append("</code></pre></details>\n");
    }

    private static string SourceOf(string file)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(file)
            ?? throw new InvalidOperationException($"The source {file} is not embedded.");
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }

    /// <summary>A row for each value of the index declared last, a square for each value of the others.</summary>
    private static void WriteTable(StringBuilder page, GateDescription gate, LayerDescription[] domain)
    {
        if (gate.Table is not { } table || table.Count > MostDatapoints || domain.Length is 0 or > 2)
        {
            return;
        }

        LayerDescription last = domain[^1];
        page.Append("<div class=\"grid\" role=\"img\" aria-label=\"").Append(Html.Text(gate.ToString())).Append("\">");
        if (domain.Length == 1)
        {
            page.Append(Html.Text($"{last.Name} 0–{last.Units - 1}: ")).AppendJoin("", table.Select(Square));
        }
        else
        {
            for (int value = 0; value < last.Units; value++)
            {
                page.Append(value > 0 ? "<br>" : "").Append(Html.Text($"{last.Name} {value}: "));
                page.AppendJoin("", Enumerable.Range(0, domain[0].Units).Select(other => Square(table[(other * last.Units) + value])));
            }
        }

        page.Append("</div>");
    }

    private static char Square(bool isOn) => isOn ? '■' : '□';

    private static string Words(GateClass gateClass) => gateClass switch
    {
        GateClass.NotImplementable => "No",
        GateClass.AlwaysOn => "Yes, always on",
        GateClass.NeverOn => "Yes, never on",
        GateClass.ContextOnly => "Yes, by the context alone",
        GateClass.SingleDatapoint => "Yes, for a single datapoint",
        GateClass.ItemOnly => "Yes, by the item alone",
        _ => "Yes, beyond the families of Lemma 4.1",
    };
}
