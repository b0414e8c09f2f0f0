using GateDsl.Commanding;
using GateDsl.Samples.Running;
using Paper;
using Paper.Commanding;
using Spectre.Console;
using StopSignal stop = new();
IProgressDisplay display = Console.IsOutputRedirected ? new PlainProgress(Console.Out) : new TerminalProgress(AnsiConsole.Console);
return stop.CodeOf(new PaperCommand(Experiments.All, display, Console.Out, Console.Error).Run(args, stop.Token));
