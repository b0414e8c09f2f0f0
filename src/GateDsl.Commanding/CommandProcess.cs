namespace GateDsl.Commanding;

/// <summary>A command line from the start of its process to the exit code.</summary>
public static class CommandProcess
{
    /// <summary>Runs it with signals that stop it, and standard streams of which a full disk makes a line and an exit code, no crash.</summary>
    /// <param name="run">Gets standard output, standard error and what a signal cancels; gives the exit code.</param>
    public static int Run(Func<TextWriter, TextWriter, CancellationToken, int> run)
    {
        ArgumentNullException.ThrowIfNull(run);
        Console.SetError(new StreamWriter(new ReportingStream(Console.OpenStandardError(), isOutput: false), Console.Error.Encoding) { AutoFlush = true });
        Console.SetOut(new StreamWriter(new ReportingStream(Console.OpenStandardOutput(), isOutput: true), Console.Out.Encoding) { AutoFlush = true });
        using StopSignal stop = new();
        try
        {
            return stop.CodeOf(run(Console.Out, Console.Error, stop.Token));
        }
        catch (UnwritableOutputException exception)
        {
            Console.Error.WriteLine(exception.Message);
            return ExitCode.Failed;
        }
    }
}
