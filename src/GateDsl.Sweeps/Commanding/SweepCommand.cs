using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace GateDsl.Sweeps;

/// <summary>The command line of a sweep: what is wrong is said in one line, and every end has its code.</summary>
internal sealed class SweepCommand(SweepProgram program, TextWriter output, TextWriter error)
{
    /// <summary>Does what the arguments say; an <see cref="ExitCode"/>.</summary>
    public int Run(string[] args)
    {
        if (program.Fault is { } fault)
        {
            error.WriteLine($"The program {program.Name} is at fault, whatever it is told to do: {fault}.".ReplaceLineEndings(" "));
            return ExitCode.WrongCall;
        }

        RootCommand root = new(
            $"{program.Name} {program.Version}: plans, runs and collects {string.Join(", ", program.Select(experiment => experiment.Name))}.");
        PlanCommand plan = new(program, output);
        root.Add(plan);
        root.Add(new RunCommand(program, output, error));
        root.Add(new CollectCommand(program, output, error));
        root.Add(new StatusCommand(program, output));
        ScriptCommand script = new(program, output);
        root.Add(script);

        // A value that begins with @ is a value, not the name of a file with arguments.
        ParseResult parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0)
        {
            error.WriteLine(Explain(parsed, plan, script));
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

    private string Explain(ParseResult parsed, Command plan, Command script)
    {
        string experiments = string.Join(", ", program.Select(experiment => experiment.Name));
        string? unknown = parsed.UnmatchedTokens.Count > 0 ? parsed.UnmatchedTokens[0] : null;
        return parsed.CommandResult.Command switch
        {
            var command when command == plan => unknown is null
                ? $"Say which experiment to plan: {experiments}."
                : $"There is no experiment '{unknown}'; there is {experiments}.",
            var command when command == script => unknown is null
                ? $"Say for which scheduler: {Names(script)}."
                : $"There is no script for '{unknown}'; there is one for {Names(script)}.",
            RootCommand => unknown is null
                ? "Say what to do: plan, run, collect, status or script; --help explains them."
                : $"There is no command '{unknown}'; there is plan, run, collect, status, script.",
            var command => unknown is null
                ? Explain(parsed.Errors[0]).ReplaceLineEndings(" ")
                : $"'{PathOf(command)}' does not know '{unknown}'; '{PathOf(command)} --help' shows what it knows.",
        };
    }

    private static string Names(Command command) => string.Join(", ", command.Subcommands.Select(subcommand => subcommand.Name));

    /// <summary>The words that call a command.</summary>
    private static string PathOf(Command command) =>
        command.Parents.OfType<Command>().FirstOrDefault() is { } parent and not RootCommand ? $"{PathOf(parent)} {command.Name}" : command.Name;

    /// <summary>What is wrong with an option, in words that know no types.</summary>
    private static string Explain(ParseError mistake)
    {
        SymbolResult? at = mistake.SymbolResult;
        while (at is not null and not OptionResult)
        {
            at = at.Parent;
        }

        return at is not OptionResult { Option: { } option } result || option.ValueType == typeof(bool) ? mistake.Message
            : result.Tokens.Count == 0 ? $"{option.Name} says no {option.HelpName}; it is: {option.Description}"
            : result.Tokens.Count == 1 && (option.ValueType == typeof(int) || option.ValueType == typeof(int?))
                && !int.TryParse(result.Tokens[0].Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)
                ? $"{option.Name} {result.Tokens[0].Value} is no whole number that fits; it is: {option.Description}"
            : mistake.Message;
    }
}
