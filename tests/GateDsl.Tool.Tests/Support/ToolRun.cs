namespace GateDsl.Tool.Tests.Support;

/// <summary>One call of the command line, in this process.</summary>
internal sealed record ToolRun(int ExitCode, string Output, string Error)
{
    public static ToolRun Of(params string[] args) => Of(args, CancellationToken.None);

    public static ToolRun Of(string[] args, CancellationToken cancellationToken)
    {
        StringWriter output = new();
        StringWriter error = new();
        int code = new ToolCommand(output, error).Run(args, cancellationToken);
        return new ToolRun(code, output.ToString(), error.ToString());
    }
}
