using GateDsl.Commanding;
using GateDsl.Tool;

using StopSignal stop = new();
return stop.CodeOf(new ToolCommand(Console.Out, Console.Error).Run(args, stop.Token));
