using GateDsl.Wheels;

return new WheelCommand(Console.Error).Run(args);
