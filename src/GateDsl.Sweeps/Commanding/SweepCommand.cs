using System.CommandLine;

namespace GateDsl.Sweeps;

/// <summary>The command line of a sweep: what is wrong is said in one line, and every end has its code.</summary>
internal sealed class SweepCommand(SweepProgram program, TextWriter output, TextWriter error)
{
    /// <summary>Does what the arguments say; an <see cref="ExitCode"/>.</summary>
    public int Run(string[] args)
    {
        RootCommand root = new($"{program.Name} {program.Version}: plans, runs and collects {string.Join(", ", program.Select(experiment => experiment.Name))}.");
        PlanCommand plan = new(program, output);
        root.Add(plan);
        root.Add(new RunCommand(program, output, error));
        root.Add(new CollectCommand(program, output, error));
        root.Add(new StatusCommand(program, output));
        root.Add(new ScriptCommand(program, output));

        // A value that begins with @ is a value, not the name of a file with arguments.
        ParseResult parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0)
        {
            error.WriteLine(Explain(parsed, plan));
            return ExitCode.WrongCall;
        }

        try
        {
            return parsed.Invoke(new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false });
        }
        catch (WrongUseException exception)
        {
            error.WriteLine(exception.Message.ReplaceLineEndings(" "));
            return ExitCode.WrongCall;
        }
        catch (Exception exception) when (Disk.IsError(exception))
        {
            error.WriteLine(exception.Message.ReplaceLineEndings(" "));
            return ExitCode.Failed;
        }
    }

    private string Explain(ParseResult parsed, Command plan)
    {
        string experiments = string.Join(", ", program.Select(experiment => experiment.Name));
        string? unknown = parsed.UnmatchedTokens.Count > 0 ? parsed.UnmatchedTokens[0] : null;
        return parsed.CommandResult.Command switch
        {
            var command when command == plan => unknown is null
                ? $"Say which experiment to plan: {experiments}."
                : $"There is no experiment '{unknown}'; there is {experiments}.",
            RootCommand => unknown is null
                ? "Say what to do: plan, run, collect, status or script; --help explains them."
                : $"There is no command '{unknown}'; there is plan, run, collect, status, script.",
            var command => unknown is null
                ? string.Join(' ', parsed.Errors.Select(error => error.Message).Take(1)).ReplaceLineEndings(" ")
                : $"'{command.Name}' does not know '{unknown}'; {command.Name} --help shows what it knows.",
        };
    }
}
