using System.CommandLine;
using System.CommandLine.Help;
using Digits.FrozenGates;
using Digits.GloballyGated;
using Digits.MnistLike;
using GateDsl.Commanding;
using GateDsl.Samples.Commanding;
using GateDsl.Samples.Running;

namespace Digits;

/// <summary>The command line of this sample: without a name the routing of images, else the experiment of that name; its options, an exit code.</summary>
/// <param name="display">Shows progress.</param>
/// <param name="output">For what was found.</param>
/// <param name="error">For one line on what went wrong.</param>
internal sealed class DigitsCommand(IProgressDisplay display, TextWriter output, TextWriter error)
{
    private const string Summary = "summary.json";

    /// <summary>The experiments that are called by their names.</summary>
    private static readonly IReadOnlyList<IExperiment> Named = [new MnistLikeExperiment(), new GloballyGatedExperiment(), new FrozenGatesExperiment()];

    /// <summary>Does what the arguments say; see <see cref="ExitCode"/>.</summary>
    public int Run(string[] args, CancellationToken cancellationToken)
    {
        ExperimentCommand command = new(new DigitsExperiment(), (experiment, settings, root) =>
        {
            int code = new ExperimentRun(display, output, error).Of(experiment, settings, root, cancellationToken);
            return code == ExitCode.Done ? CopySummary(root, experiment.Name) : code;
        });
        foreach (IExperiment named in Named)
        {
            command.Add(new ExperimentCommand(
                named, (experiment, settings, root) => new ExperimentRun(display, output, error).Of(experiment, settings, root, cancellationToken)));
        }

        command.Add(new HelpOption());
        ParseResult parsed = CommandLines.Read(command, args);
        if (parsed.Errors.Count > 0)
        {
            error.WriteLine(parsed.UnmatchedTokens.Count > 0 ? $"There is no experiment and no option '{parsed.UnmatchedTokens[0]}'." : parsed.Errors[0].Message);
            error.WriteLine("Call: dotnet run -c Release --project samples/Digits -- [NAME] [--seeds K] [--seed S] [--epochs N] [--images N] [--out DIR], "
                + $"with NAME = {string.Join(", ", Named.Select(experiment => experiment.Name))}; without a name also [--copies C].");
            return ExitCode.WrongCall;
        }

        return CommandLines.Run(parsed, output, error);
    }

    /// <summary>Without a name one experiment is run, so its summary lies at the top as well.</summary>
    private int CopySummary(string root, string name)
    {
        try
        {
            WholeFile.Write(Path.Combine(root, Summary), File.ReadAllBytes(Path.Combine(root, name, Summary)));
            return ExitCode.Done;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            error.WriteLine($"{Summary} cannot be written to {root}: {exception.Message}");
            return ExitCode.Failed;
        }
    }
}
