using Digits;
using GateDsl.Commanding;
using GateDsl.Samples.Running;
using Spectre.Console;

return CommandProcess.Run((output, error, token) =>
{
    IProgressDisplay display = Console.IsOutputRedirected ? new PlainProgress(output) : new TerminalProgress(AnsiConsole.Console);
    return new DigitsCommand(display, output, error).Run(args, token);
});
