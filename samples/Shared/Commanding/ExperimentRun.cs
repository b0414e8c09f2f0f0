using GateDsl.Commanding;
using GateDsl.Samples.Drawing;
using GateDsl.Samples.Running;
using GateDsl.Samples.Writing;

namespace GateDsl.Samples.Commanding;

/// <summary>One experiment from its start to its files: what it found is written at the end, or one line says why not.</summary>
/// <param name="display">Shows progress.</param>
/// <param name="output">For what was found.</param>
/// <param name="error">For one line on what went wrong.</param>
public sealed class ExperimentRun(IProgressDisplay display, TextWriter output, TextWriter error)
{
    /// <summary>Runs it and writes what it found; see <see cref="ExitCode"/>.</summary>
    public int Of(IExperiment experiment, RunSettings settings, string root, CancellationToken cancellationToken)
    {
        try
        {
            OutputFolder folder = OutputFolder.Prepare(root, experiment.Name);
            if (FigureFonts.Warning() is { } warning)
            {
                error.WriteLine(warning);
            }

            output.WriteLine($"{experiment.Name}: {experiment.Description}");
            Findings findings = experiment.Run(settings, new WorkRunner(display, cancellationToken));
            cancellationToken.ThrowIfCancellationRequested();
            folder.Write(findings);
            Report(findings, folder);
            return ExitCode.Done;
        }
        catch (OperationCanceledException)
        {
            error.WriteLine($"{experiment.Name} was stopped; nothing of it was written.");
            return ExitCode.Cancelled;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            error.WriteLine($"{experiment.Name} cannot be written to {root}: {exception.Message}");
            return ExitCode.Failed;
        }
        catch (TrainingDivergedException exception)
        {
            error.WriteLine($"{experiment.Name}: {exception.Message}");
            return ExitCode.Failed;
        }
    }

    private void Report(Findings findings, OutputFolder folder)
    {
        int width = findings.Metrics.Values.Keys.Max(name => name.Length);
        foreach ((string name, double value) in findings.Metrics.Values)
        {
            output.WriteLine($"  {name.PadRight(width)}  {value:G4}");
        }

        output.WriteLine($"Written: {folder.Path}");
    }
}
