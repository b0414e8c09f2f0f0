using Digits;
using GateDsl.Commanding;
using GateDsl.Samples.Running;
using Spectre.Console;
using StopSignal stop = new();
IProgressDisplay display = Console.IsOutputRedirected ? new PlainProgress(Console.Out) : new TerminalProgress(AnsiConsole.Console);
return stop.CodeOf(new DigitsCommand(display, Console.Out, Console.Error).Run(args, stop.Token));
