using System.CommandLine;
using GateDsl.Commanding;
using GateDsl.Tool.Identifying;
using GateDsl.Tool.Running;

namespace GateDsl.Tool.Checking;

/// <summary><c>check</c>: which gates could a ReLU unit have on these inputs?</summary>
internal sealed class CheckCommand : Command, ICommandWithUsage, ICommandWithExample
{
    private readonly Option<string> _inputs = IdentifyOptions.Inputs();
    private readonly Option<string> _gates =
        PathOptions.File("--gates", "Gates, .npy or .csv: gates x datapoints (truth values, integers or floats; 0 is off, all else on).", "G.npy");
    private readonly Option<bool> _bias = new("--bias") { Description = "Units have a bias: w·x + b > 0 where they are on." };
    private readonly Option<string?> _out = PathOptions.FileIfSaid("--out", "Where the table is written as CSV, too.", "report.csv");
    private readonly Option<bool> _json = IdentifyOptions.Json();

    public CheckCommand(Func<CheckRequest, int> run)
        : base(
            "check",
            "Which gates a ReLU unit could have, each with its class and the proof: weights w with w·x > 0 exactly where it is on, or inputs that rule them out.")
    {
        foreach (Option option in new Option[] { _inputs, _gates, _bias, _out, _json })
        {
            Add(option);
        }

        SetAction(parsed => run(new CheckRequest(
            parsed.GetRequiredValue(_inputs),
            parsed.GetRequiredValue(_gates),
            parsed.GetValue(_bias),
            parsed.GetValue(_out),
            parsed.GetValue(_json))));
    }

    public string Usage => "check --inputs X.npy --gates G.npy [--bias] [--out report.csv] [--json]";

    public string Example => "gatedsl check --inputs X.npy --gates G.npy --out report.csv";
}

/// <summary>What <c>check</c> was asked for.</summary>
/// <param name="Inputs">File of features x datapoints.</param>
/// <param name="Gates">File of gates x datapoints; what is not 0 is on.</param>
/// <param name="HasBias">Whether units have a bias.</param>
/// <param name="Out">File to write the report to, as CSV; null: none.</param>
/// <param name="Json">Whether the answer is JSON.</param>
internal sealed record CheckRequest(string Inputs, string Gates, bool HasBias, string? Out, bool Json);
