using System.CommandLine;

namespace GateDsl.Commanding;

/// <summary>How arguments are read and commands are run here.</summary>
public static class CommandLines
{
    /// <summary>Reads arguments as they are typed: one that begins with @ names no file with further ones.</summary>
    /// <param name="command">The command.</param>
    /// <param name="args">The arguments.</param>
    public static ParseResult Read(Command command, string[] args)
    {
        ArgumentNullException.ThrowIfNull(command);
        return command.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
    }

    /// <summary>Runs the command of arguments that are in order; what it throws is the caller's.</summary>
    /// <param name="parsed">The arguments.</param>
    /// <param name="output">For what was found.</param>
    /// <param name="error">For one line on what went wrong.</param>
    public static int Run(ParseResult parsed, TextWriter output, TextWriter error)
    {
        ArgumentNullException.ThrowIfNull(parsed);
        return parsed.Invoke(new InvocationConfiguration
        {
            Output = output,
            Error = error,
            EnableDefaultExceptionHandler = false,

            // Signals are StopSignal's.
            ProcessTerminationTimeout = null,
        });
    }
}
