using System.CommandLine;
using GateDsl.Commanding;
using GateDsl.Tool.Identifying;
using GateDsl.Tool.Running;

namespace GateDsl.Tool.Describing;

/// <summary><c>describe</c>: the networks in a built assembly.</summary>
internal sealed class DescribeCommand : Command, ICommandWithUsage, ICommandWithExample
{
    private readonly Argument<string> _assembly = PathOptions.FileArgument("ASSEMBLY", "A built assembly, bin/Release/net10.0/Name.dll.", "ASSEMBLY");
    private readonly Option<string?> _network = new("--network") { Description = "One network, by its name; unsaid: all.", HelpName = "NAME" };
    private readonly Option<bool> _json = IdentifyOptions.Json();

    public DescribeCommand(Func<DescribeRequest, int> run)
        : base(
            "describe",
            "The gated networks in a built assembly: layers as a tree, paths, gates with what a ReLU network can make of them, a Mermaid flowchart. "
            + "Code of the assembly runs.")
    {
        Add(_assembly);
        Add(_network);
        Add(_json);
        SetAction(parsed => run(new DescribeRequest(parsed.GetRequiredValue(_assembly), parsed.GetValue(_network), parsed.GetValue(_json))));
    }

    public string Usage => "describe ASSEMBLY [--network NAME] [--json]";

    public string Example => "gatedsl describe bin/Release/net10.0/First.dll";
}

/// <summary>What <c>describe</c> was asked for.</summary>
/// <param name="Assembly">A built assembly.</param>
/// <param name="Network">The full or the last name of one network; null: all.</param>
/// <param name="Json">Whether the answer is JSON.</param>
internal sealed record DescribeRequest(string Assembly, string? Network, bool Json);
