using System.Globalization;
using GateDsl.Commanding;
using GateDsl.Tool.Arrays;
using GateDsl.Tool.Running;

namespace GateDsl.Tool.Describing;

/// <summary>Prints the networks of an assembly.</summary>
/// <param name="output">For what was found.</param>
/// <param name="error">For one line on what went wrong.</param>
internal sealed class DescribeRun(TextWriter output, TextWriter error)
{
    /// <summary>Paths beyond these are counted and not listed.</summary>
    private const int MostPathways = 200;

    /// <summary>Describes them; see <see cref="ExitCode"/>.</summary>
    public int Describe(DescribeRequest request) => new FileRun(error).Guarded("describe", () =>
    {
        IReadOnlyList<(string Name, NetworkDescription Description)> networks = Chosen(request);
        if (request.Json)
        {
            JsonOutput.Write(output, json => json.WriteList("networks", networks, network =>
            {
                json.WriteString("name", network.Name);
                json.WriteNumber("parameters", network.Description.Parameters);
                json.WriteString("tree", network.Description.ToString());
                json.WriteList("pathways", Pathways(network.Description), pathway =>
                {
                    json.WriteString("pathway", pathway.Text);
                    json.WriteString("gate", pathway.Gate);
                });
                json.WriteList("gates", network.Description.GateReport().Gates, gate =>
                {
                    json.WriteString("name", gate.Name);
                    json.WriteString("gate", gate.Gate.ToString());
                    json.WriteString("class", gate.Class?.ToString());
                    json.WriteString("explanation", gate.Explanation);
                });
                json.WriteString("mermaid", network.Description.ToMermaid());
            }));
            return;
        }

        foreach ((string name, NetworkDescription description) in networks)
        {
            Write(name, description);
        }
    });

    private static IReadOnlyList<(string Name, NetworkDescription Description)> Chosen(DescribeRequest request)
    {
        IReadOnlyList<(string Name, NetworkDescription Description)> all = NetworkAssembly.Networks(request.Assembly);
        if (request.Network is not { } wanted)
        {
            return all;
        }

        (string Name, NetworkDescription Description)[] chosen = [.. all.Where(network => network.Name == wanted || network.Description.Name == wanted)];
        return chosen.Length > 0 ? chosen
            : throw new BadInputException(request.Assembly, $"has no network {wanted}; it has {string.Join(", ", all.Select(network => network.Name))}.");
    }

    private static IReadOnlyList<(string Text, string Gate)> Pathways(NetworkDescription network)
    {
        try
        {
            return
            [
                .. network.Paths.Select(path => (
                    string.Join(" > ",
                        new[] { path.Input, path.Pathway.Replace(">", " > ", StringComparison.Ordinal), path.Output }.Where(part => part.Length > 0)),
                    path.Gate.ToString())),
            ];
        }
        catch (NotSupportedException)
        {
            return [($"more than {NetworkDescription.MostPaths.ToString(CultureInfo.InvariantCulture)} paths", "not listed")];
        }
    }

    private void Write(string name, NetworkDescription network)
    {
        output.WriteLine(name);
        output.WriteLine();
        output.WriteLine(network.ToString().TrimEnd());
        output.WriteLine();
        output.WriteLine("Paths, from input to output:");
        IReadOnlyList<(string Text, string Gate)> pathways = Pathways(network);
        foreach ((string text, string gate) in pathways.Take(MostPathways))
        {
            output.WriteLine($"  {text}, {gate}");
        }

        if (pathways.Count > MostPathways)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  and {pathways.Count - MostPathways} more; --json lists them all"));
        }

        output.WriteLine();
        output.WriteLine("Gates: could a ReLU network have them?");
        foreach (GateReportEntry gate in network.GateReport().Gates)
        {
            output.WriteLine($"  {gate}");
        }

        output.WriteLine();
        output.WriteLine("Flowchart (Mermaid):");
        output.WriteLine();
        output.WriteLine(network.ToMermaid().TrimEnd());
        output.WriteLine();
    }
}
