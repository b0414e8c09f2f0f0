using System.CommandLine;
using GateDsl;
using Paper.Shared.Running;
using Paper.Shared.Writing;

namespace Paper.Shared.Commanding;

/// <summary>The command line: a name, its options, an exit code.</summary>
/// <param name="experiments">What can be named.</param>
/// <param name="display">Shows progress.</param>
/// <param name="output">For what was found.</param>
/// <param name="error">For one line on what went wrong.</param>
internal sealed class PaperCommand(IReadOnlyList<IExperiment> experiments, IProgressDisplay display, TextWriter output, TextWriter error)
{
    private const string Usage =
        "Call: dotnet run -c Release --project samples/Paper -- NAME "
        + "[--seeds K] [--seed S] [--epochs N] [--structure same|different] [--out DIR]";

    /// <summary>Does what the arguments say; see <see cref="ExitCode"/>.</summary>
    public int Run(string[] args, CancellationToken cancellationToken)
    {
        RootCommand root = new("The experiments of the papers, each from its declaration.");
        foreach (IExperiment experiment in experiments)
        {
            root.Add(new ExperimentCommand(
                experiment, (chosen, settings, folder) => RunExperiment(chosen, settings, folder, cancellationToken)));
        }

        ParseResult parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            return Refuse(WhatIsWrong(parsed));
        }

        return parsed.Invoke(new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false });
    }

    private static string WhatIsWrong(ParseResult parsed) =>
        parsed.UnmatchedTokens.Count > 0 ? $"There is no experiment and no option '{parsed.UnmatchedTokens[0]}'."
        : parsed.CommandResult.Command is RootCommand ? "No experiment is named."
        : parsed.Errors[0].Message;

    private int Refuse(string reason)
    {
        error.WriteLine(reason);
        error.WriteLine($"{Usage}, with NAME = {string.Join(", ", experiments.Select(experiment => experiment.Name))}.");
        return ExitCode.WrongCall;
    }

    private int RunExperiment(IExperiment experiment, RunSettings settings, string root, CancellationToken cancellationToken)
    {
        if (experiment.WhyNot(settings) is { } reason)
        {
            return Refuse(reason);
        }

        try
        {
            OutputFolder folder = OutputFolder.Prepare(root, experiment.Name);
            output.WriteLine($"{experiment.Name}: {experiment.Description}");
            Findings findings = experiment.Run(settings, new WorkRunner(display, cancellationToken));
            cancellationToken.ThrowIfCancellationRequested();
            folder.Write(findings);
            Report(findings, folder);
            return ExitCode.Done;
        }
        catch (OperationCanceledException)
        {
            error.WriteLine($"{experiment.Name} was stopped; nothing of it was written.");
            return ExitCode.Cancelled;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            error.WriteLine($"{experiment.Name} cannot be written to {root}: {exception.Message}");
            return ExitCode.Failed;
        }
        catch (TrainingDivergedException exception)
        {
            error.WriteLine($"{experiment.Name}: {exception.Message}");
            return ExitCode.Failed;
        }
    }

    private void Report(Findings findings, OutputFolder folder)
    {
        int width = findings.Metrics.Values.Keys.Max(name => name.Length);
        foreach ((string name, double value) in findings.Metrics.Values)
        {
            output.WriteLine($"  {name.PadRight(width)}  {value:G4}");
        }

        output.WriteLine($"Written: {folder.Path}");
    }
}
