using GateDsl.Commanding;
using GateDsl.Samples.Running;
using Paper;
using Paper.Commanding;
using Spectre.Console;

return CommandProcess.Run((output, error, token) =>
{
    IProgressDisplay display = Console.IsOutputRedirected ? new PlainProgress(output) : new TerminalProgress(AnsiConsole.Console);
    return new PaperCommand(Experiments.All, display, output, error).Run(args, token);
});
