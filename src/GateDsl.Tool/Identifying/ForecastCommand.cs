using System.CommandLine;
using GateDsl.Commanding;
using GateDsl.Tool.Running;

namespace GateDsl.Tool.Identifying;

/// <summary><c>forecast</c>: which gated network a ReLU network will become, as a declaration, before it is trained.</summary>
internal sealed class ForecastCommand : Command, ICommandWithUsage, ICommandWithExample
{
    private readonly Option<string> _inputs = IdentifyOptions.Inputs();
    private readonly Option<string> _targets = PathOptions.File("--targets", "Targets, .npy or .csv: outputs x datapoints.", "Y.npy");
    private readonly Option<int[]?> _units = IdentifyOptions.Required(NumberOptions.CountsIfSaid(
        "--units", "Hidden units of the ReLU network; of several hidden layers, first to last, with commas: 420,420.", "H"));
    private readonly Option<double?> _sigma =
        IdentifyOptions.Required(NumberOptions.PositiveIfSaid("--sigma", "Standard deviation of its initial weights.", "S"));
    private readonly Option<double?> _stepSize = IdentifyOptions.Required(
        NumberOptions.PositiveIfSaid("--step-size", "Step of its gradient descent, for the loss summed over datapoints.", "R"));
    private readonly Option<int?> _steps = IdentifyOptions.Required(NumberOptions.CountIfSaid("--steps", "How many updates.", "T"));
    private readonly Option<int?> _modules = IdentifyOptions.Modules();
    private readonly Option<string> _out = IdentifyOptions.Out();
    private readonly Option<bool> _json = IdentifyOptions.Json();

    public ForecastCommand(Func<ForecastRequest, int> run, Func<string, ICommandWithUsage, int> refuse)
        : base("forecast", "The gated network that a ReLU network will become, as a declaration, before any network is trained.")
    {
        foreach (Option option in new Option[] { _inputs, _targets, _units, _sigma, _stepSize, _steps, _modules, _out, _json })
        {
            Add(option);
        }

        SetAction(parsed => WhyNot(parsed) is { } reason ? refuse(reason, this) : run(Asked(parsed)));
    }

    public string Usage => "forecast --inputs X.npy --targets Y.npy --units H[,H2,...] --sigma S --step-size R --steps T [--k K] --out Reln.cs [--json]";

    public string Example => "gatedsl forecast --inputs X.npy --targets Y.npy --units 700 --sigma 7.14e-6 --step-size 1e-3 --steps 8001 --out Reln.cs";

    /// <summary>Why options do not fit together; null: they do.</summary>
    private string? WhyNot(ParseResult parsed) => parsed.GetRequiredValue(_units)!.Length > 1 && parsed.GetValue(_modules) is not null
        ? "--k is the number of modules of one hidden layer: with several --units there are none to count."
        : null;

    private ForecastRequest Asked(ParseResult parsed) => new(
        parsed.GetRequiredValue(_inputs),
        parsed.GetRequiredValue(_targets),
        parsed.GetRequiredValue(_units)!,
        parsed.GetRequiredValue(_sigma)!.Value,
        parsed.GetRequiredValue(_stepSize)!.Value,
        parsed.GetRequiredValue(_steps)!.Value,
        parsed.GetValue(_modules),
        parsed.GetRequiredValue(_out),
        parsed.GetValue(_json));
}

/// <summary>What <c>forecast</c> was asked for.</summary>
/// <param name="Inputs">File of features x datapoints.</param>
/// <param name="Targets">File of outputs x datapoints.</param>
/// <param name="Units">Hidden units of the ReLU network, of every hidden layer.</param>
/// <param name="Sigma">Standard deviation of its initial weights.</param>
/// <param name="StepSize">Step of gradient descent on the Sum loss.</param>
/// <param name="Steps">Number of updates.</param>
/// <param name="Modules">Number of modules k; null: the elbow.</param>
/// <param name="Out">File to write the declaration to.</param>
/// <param name="Json">Whether the answer is JSON.</param>
internal sealed record ForecastRequest(
    string Inputs, string Targets, int[] Units, double Sigma, double StepSize, int Steps, int? Modules, string Out, bool Json);
