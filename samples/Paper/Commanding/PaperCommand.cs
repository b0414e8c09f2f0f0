using System.CommandLine;
using GateDsl.Commanding;
using GateDsl.Samples.Commanding;
using GateDsl.Samples.Running;
using Paper.Report;

namespace Paper.Commanding;

/// <summary>The command line: a name, its options, an exit code.</summary>
/// <param name="experiments">What can be named.</param>
/// <param name="display">Shows progress.</param>
/// <param name="output">For what was found.</param>
/// <param name="error">For one line on what went wrong.</param>
internal sealed class PaperCommand(IReadOnlyList<IExperiment> experiments, IProgressDisplay display, TextWriter output, TextWriter error)
{
    /// <summary>Does what the arguments say; see <see cref="ExitCode"/>.</summary>
    public int Run(string[] args, CancellationToken cancellationToken)
    {
        RootCommand root = new("The experiments of the papers, each from its declaration.");
        foreach (IExperiment experiment in experiments)
        {
            root.Add(new ExperimentCommand(
                experiment,
                (chosen, settings, folder) => chosen.WhyNot(settings) is { } reason
                    ? Refuse(reason)
                    : new ExperimentRun(display, output, error).Of(chosen, settings, folder, cancellationToken)));
        }

        root.Add(new AllCommand(experiments, (chosen, folder) => RunAll(chosen, folder, cancellationToken)));
        root.Add(new ReportCommand(WriteReport));
        ParseResult parsed = CommandLines.Read(root, args);
        if (parsed.Errors.Count > 0)
        {
            return Refuse(WhatIsWrong(parsed));
        }

        return CommandLines.Run(parsed, output, error);
    }

    private static string WhatIsWrong(ParseResult parsed) =>
        parsed.UnmatchedTokens.Count > 0 ? $"There is no experiment and no option '{parsed.UnmatchedTokens[0]}'."
        : parsed.CommandResult.Command is RootCommand ? "No experiment is named."
        : parsed.Errors[0].Message;

    private int Refuse(string reason)
    {
        error.WriteLine(reason);
        error.WriteLine("Call: dotnet run -c Release --project samples/Paper -- "
            + "NAME [--seeds K] [--seed S] [--epochs N] [--structure same|different] [--out DIR], "
            + $"with NAME = {string.Join(", ", experiments.Select(experiment => experiment.Name))}, all, report.");
        return ExitCode.WrongCall;
    }

    /// <summary>What is finished stays; the first that fails ends it.</summary>
    private int RunAll(IReadOnlyList<(IExperiment Experiment, RunSettings Settings)> chosen, string root, CancellationToken cancellationToken)
    {
        foreach ((IExperiment experiment, RunSettings settings) in chosen)
        {
            if (new ExperimentRun(display, output, error).Of(experiment, settings, root, cancellationToken) is not ExitCode.Done and int code)
            {
                return code;
            }
        }

        return WriteReport(root);
    }

    private int WriteReport(string root)
    {
        if (!experiments.Any(experiment => RunFolder.Find(root, experiment.Name) is not null))
        {
            error.WriteLine($"No experiment is finished in {root}: there is nothing to report.");
            return ExitCode.Failed;
        }

        try
        {
            output.WriteLine($"Written: {ReportPage.Write(experiments, root)}");
            return ExitCode.Done;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            error.WriteLine($"The report cannot be written to {root}: {exception.Message}");
            return ExitCode.Failed;
        }
    }
}
