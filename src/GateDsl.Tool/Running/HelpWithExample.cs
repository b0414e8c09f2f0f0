using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace GateDsl.Tool.Running;

/// <summary>The usual help, and below it an example where the command has one.</summary>
/// <param name="usual">The usual help.</param>
internal sealed class HelpWithExample(HelpAction usual) : SynchronousCommandLineAction
{
    /// <summary>Adds examples to the help of a command and of all below it.</summary>
    /// <param name="root">The command.</param>
    public static void AddTo(RootCommand root)
    {
        HelpOption help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExample((HelpAction)help.Action!);
    }

    /// <summary>Who asks for help need not have said all that a call needs.</summary>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        int code = usual.Invoke(parseResult);
        if (parseResult.CommandResult.Command is ICommandWithExample { Example: string example })
        {
            TextWriter output = parseResult.InvocationConfiguration.Output;
            output.WriteLine("Example:");
            output.WriteLine($"  {example}");
            output.WriteLine();
        }

        return code;
    }
}
