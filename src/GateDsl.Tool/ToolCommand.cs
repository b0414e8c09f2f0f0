using System.CommandLine;
using GateDsl.Commanding;
using GateDsl.Tool.Checking;
using GateDsl.Tool.Describing;
using GateDsl.Tool.Identifying;
using GateDsl.Tool.Publishing;
using GateDsl.Tool.Running;

namespace GateDsl.Tool;

/// <summary>The command line of the tool: a command, its options, an exit code.</summary>
/// <param name="output">For what was found.</param>
/// <param name="error">For one line on what went wrong.</param>
internal sealed class ToolCommand(TextWriter output, TextWriter error)
{
    private const string Call = "Call: gatedsl ";

    /// <summary>Does what the arguments say; see <see cref="ExitCode"/>.</summary>
    public int Run(string[] args, CancellationToken cancellationToken)
    {
        RootCommand root = new("Gated deep linear networks from recordings and from data.")
        {
            new CheckCommand(request => new CheckRun(output, error).Check(request, cancellationToken)),
            new DescribeCommand(request => new DescribeRun(output, error).Describe(request)),
            new IdentifyCommand(request => new IdentifyRun(output, error).Identify(request, cancellationToken), Refuse),
            new ForecastCommand(request => new ForecastRun(output, error).Forecast(request, cancellationToken), Refuse),
            new PythonCommand(request => new PythonRun(output, error).Publish(request, cancellationToken)),
        };
        HelpWithExample.AddTo(root);
        ParseResult parsed = CommandLines.Read(root, args);

        // Asking for help clears errors; a word that nobody knows stays one.
        return parsed.Errors.Count == 0 && parsed.UnmatchedTokens.Count == 0
            ? CommandLines.Run(parsed, output, error)
            : parsed.CommandResult.Command is ICommandWithUsage command ? Refuse(WhatIsWrong(parsed), command)
            : Refuse(WhatIsWrong(parsed),
                $"NAME, with NAME = {string.Join(", ", root.Subcommands.Select(one => one.Name))}; gatedsl NAME --help has the options.");
    }

    private static string WhatIsWrong(ParseResult parsed) =>
        parsed.UnmatchedTokens.Count > 0 ? $"There is no command and no option '{parsed.UnmatchedTokens[0]}'."
        : parsed.CommandResult.Command is RootCommand ? "No command is named."
        : parsed.Errors[0].Message;

    private int Refuse(string reason, ICommandWithUsage command) => Refuse(reason, command.Usage);

    private int Refuse(string reason, string usage)
    {
        error.WriteLine($"{OneLine.Of(reason)} {Call}{usage}");
        return ExitCode.WrongCall;
    }
}
