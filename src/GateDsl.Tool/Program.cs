using GateDsl.Commanding;
using GateDsl.Tool;

return CommandProcess.Run((output, error, token) => new ToolCommand(output, error).Run(args, token));
