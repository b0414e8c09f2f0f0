using GateDsl.Sweeps;
using Sweep.Contexts;
using Sweep.Digits;
using Sweep.Drawing;
using Sweep.Routing;
using Sweep.Xor;

// The experiments bring their own command line; 'draw' makes a figure of a collected table.
return args is ["draw", .. string[] rest]
    ? new DrawCommand(Console.Out, Console.Error).Run(rest)
    : new SweepProgram { XorSweep.Experiment, ContextSweep.Experiment, RoutingSweep.Experiment, DigitsSweep.Experiment }.Run(args);
