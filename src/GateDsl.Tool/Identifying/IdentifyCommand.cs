using System.CommandLine;
using GateDsl.Commanding;
using GateDsl.Tool.Running;

namespace GateDsl.Tool.Identifying;

/// <summary><c>identify</c>: from recorded activations to a declaration.</summary>
internal sealed class IdentifyCommand : Command, ICommandWithUsage, ICommandWithExample
{
    private readonly Option<string[]> _activations = PathOptions.Files(
        "--activations",
            "Recorded activations, .npy or .csv: recordings x units x datapoints, or recordings stacked in the rows. Of several hidden layers a file each, first to last: the option as often.",
            "A.npy");
    private readonly Option<string> _inputs = IdentifyOptions.Inputs();
    private readonly Option<int?> _epochs =
        NumberOptions.CountIfSaid(
            "--epochs", "How many recordings are stacked in the rows of the activations, however many updates lie between them; unsaid: 1, or the first of three axes.", "E");
    private readonly Option<int[]?> _at =
        NumberOptions.NumbersIfSaid("--at", "Of several hidden layers: updates made before each recording, with commas: 0,500,1000.", "E1,E2,...");
    private readonly Option<string?> _targets =
        PathOptions.FileIfSaid("--targets", "Targets, .npy or .csv: outputs x datapoints; without them --k must be given.", "Y.npy");
    private readonly Option<string?> _losses =
        PathOptions.FileIfSaid(
            "--losses", "The network's losses, .npy or .csv: one before every update from the first on, each half the squared error summed over outputs and datapoints; then k is chosen by imitating them. Needs --targets, --sigma and --step-size.", "L.npy");
    private readonly Option<double?> _sigma = NumberOptions.PositiveIfSaid("--sigma", "Standard deviation of the network's initial weights.", "S");
    private readonly Option<double?> _stepSize =
        NumberOptions.PositiveIfSaid("--step-size", "Step of its gradient descent, for the loss summed over datapoints.", "R");
    private readonly Option<int?> _modules = IdentifyOptions.Modules();
    private readonly Option<string> _out = IdentifyOptions.Out();
    private readonly Option<bool> _json = IdentifyOptions.Json();

    public IdentifyCommand(Func<IdentifyRequest, int> run, Func<string, ICommandWithUsage, int> refuse)
        : base("identify", "The gated network that a recorded ReLU network is, as a declaration.")
    {
        foreach (Option option in new Option[] { _activations, _inputs, _epochs, _at, _targets, _losses, _sigma, _stepSize, _modules, _out, _json })
        {
            Add(option);
        }

        SetAction(parsed => WhyNot(parsed) is { } reason ? refuse(reason, this) : run(Asked(parsed)));
    }

    public string Usage =>
        "identify --activations A.npy [--activations A2.npy ... --at E1,E2,...] --inputs X.npy [--epochs E] [--targets Y.npy] [--losses L.npy --sigma S --step-size R] [--k K] --out Reln.cs [--json]";

    public string Example => "gatedsl identify --activations A.npy --inputs X.npy --targets Y.npy --out Reln.cs";

    /// <summary>Why options do not fit together; null: they do.</summary>
    private string? WhyNot(ParseResult parsed)
    {
        bool hasTargets = parsed.GetValue(_targets) is not null;
        int ofTraining = new Option[] { _losses, _sigma, _stepSize }.Count(option => parsed.GetResult(option) is not null);
        bool isDeep = parsed.GetRequiredValue(_activations).Length > 1;
        return isDeep && parsed.GetValue(_modules) is not null
            ? "--k is the number of modules of one hidden layer: with several --activations there are none to count."
            : isDeep && (ofTraining < 3 || !hasTargets)
                ? "Several --activations need --targets, --losses, --sigma and --step-size: such a network is held against what is foreseen of one like it."
            : isDeep && parsed.GetResult(_at) is null
                ? "Several --activations need --at, the updates made before each recording: what is foreseen is read then."
            : !isDeep && parsed.GetResult(_at) is not null ? "--at is for several --activations: of one hidden layer the epochs do not matter."
            : ofTraining is not (0 or 3) ? "--losses, --sigma and --step-size belong together: all of them, or none."
            : ofTraining == 3 && !hasTargets ? "--losses needs --targets: the losses of a gated network are predicted from them."
            : !hasTargets && parsed.GetValue(_modules) is null ? "Without --targets there is no error to choose k by: --k must be given."
            : null;
    }

    private IdentifyRequest Asked(ParseResult parsed) => new(
        parsed.GetRequiredValue(_activations),
        parsed.GetRequiredValue(_inputs),
        parsed.GetValue(_epochs),
        parsed.GetValue(_at),
        parsed.GetValue(_targets),
        parsed.GetValue(_losses) is { } losses ? new TrainingFile(losses, parsed.GetValue(_sigma)!.Value, parsed.GetValue(_stepSize)!.Value) : null,
        parsed.GetValue(_modules),
        parsed.GetRequiredValue(_out),
        parsed.GetValue(_json));
}

/// <summary>What <c>identify</c> was asked for.</summary>
/// <param name="Activations">File of E*units x datapoints, or epochs x units x datapoints; of several hidden layers one each, first to last.</param>
/// <param name="Inputs">File of features x datapoints.</param>
/// <param name="Epochs">Number of recordings E that are stacked in the rows; null: 1, or as many as the first of three axes says.</param>
/// <param name="At">Updates made before each recording; null: one hidden layer, where they do not matter.</param>
/// <param name="Targets">File of outputs x datapoints; null: not known, then k is given.</param>
/// <param name="Training">The losses and how they came about; null: not known.</param>
/// <param name="Modules">Number of modules k; null: the elbow.</param>
/// <param name="Out">File to write the declaration to.</param>
/// <param name="Json">Whether the answer is JSON.</param>
internal sealed record IdentifyRequest(
    string[] Activations, string Inputs, int? Epochs, int[]? At, string? Targets, TrainingFile? Training, int? Modules, string Out, bool Json);
