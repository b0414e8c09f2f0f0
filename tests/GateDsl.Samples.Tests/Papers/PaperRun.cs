using GateDsl.Samples.Running;
using Paper;
using Paper.Commanding;

namespace GateDsl.Samples.Tests.Papers;

/// <summary>One call of the command line, in this process.</summary>
internal sealed record PaperRun(int ExitCode, string Output, string Error)
{
    public static PaperRun Of(params string[] args) => Of(args, display: null, CancellationToken.None);

    public static PaperRun Of(string[] args, IProgressDisplay? display, CancellationToken cancellationToken)
    {
        StringWriter output = new();
        StringWriter error = new();
        int code = new PaperCommand(Experiments.All, display ?? new PlainProgress(output), output, error).Run(args, cancellationToken);
        return new PaperRun(code, output.ToString(), error.ToString());
    }
}
