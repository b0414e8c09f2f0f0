using Paper;
using Paper.Shared.Commanding;
using Paper.Shared.Running;
using Spectre.Console;

using StopSignal stop = new();
IProgressDisplay display = Console.IsOutputRedirected ? new PlainProgress(Console.Out) : new TerminalProgress(AnsiConsole.Console);
return new PaperCommand(Experiments.All, display, Console.Out, Console.Error).Run(args, stop.Token);
