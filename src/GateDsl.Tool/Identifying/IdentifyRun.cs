using System.Text;
using GateDsl.Commanding;
using GateDsl.Tool.Arrays;

namespace GateDsl.Tool.Identifying;

/// <summary>From files to a declaration. What cannot be used is refused in one line, and then nothing is written.</summary>
/// <param name="output">For what was found.</param>
/// <param name="error">For one line on what went wrong.</param>
internal sealed class IdentifyRun(TextWriter output, TextWriter error)
{
    /// <summary>The class of a network that was found.</summary>
    public const string IdentifiedName = "IdentifiedNetwork";

    /// <summary>The class of a network that was foreseen.</summary>
    public const string ForecastName = "ForecastNetwork";

    /// <summary>Finds the gates of a recorded layer; see <see cref="ExitCode"/>.</summary>
    public int Identify(IdentifyRequest request, CancellationToken cancellationToken) => Guarded("identify", request.Out, () =>
    {
        RequireOther(request.Out, request.Activations, request.Inputs, request.Targets, request.Training?.Losses);
        using ActivationsFile activations = ActivationsFile.Open(request.Activations, request.Epochs);
        IdentificationData data = DataFiles.Inputs(request.Inputs, (request.Activations, activations.Datapoints));
        if (request.Targets is { } targets)
        {
            data = data.WithTargets(targets, request.Inputs);
        }

        RecordedTraining? training = request.Training is { } file ? new RecordedTraining(DataFiles.Losses(file.Losses), file.Sigma, file.StepSize) : null;
        LayerRecordings recordings = activations.Read(data, cancellationToken);
        IdentificationOptions options = new() { Modules = request.Modules, Training = training };
        IdentificationResult found = BlamedOn.File(request.Activations, () => Identification.Of(recordings, data, options));
        cancellationToken.ThrowIfCancellationRequested();
        Write(request.Out, found.ToDeclaration(IdentifiedName));
        ReadFiles.Write(output, data, activations, training);
        IdentificationTable.Write(output, found);
    });

    /// <summary>Finds the gates of representative units; see <see cref="ExitCode"/>.</summary>
    public int Forecast(ForecastRequest request, CancellationToken cancellationToken) => Guarded("forecast", request.Out, () =>
    {
        RequireOther(request.Out, request.Inputs, request.Targets);
        IdentificationData data = DataFiles.Inputs(request.Inputs, like: null).WithTargets(request.Targets, request.Inputs);
        IdentificationOptions options = new() { Modules = request.Modules };
        string blamed = request.Modules is { } k ? $"--k {k}" : request.Targets;
        ForecastResult foreseen = BlamedOn.File(
            blamed, () => Identification.Forecast(data, request.Units, request.Sigma, request.StepSize, request.Steps, options));
        cancellationToken.ThrowIfCancellationRequested();
        Write(request.Out, foreseen.ToDeclaration(ForecastName));
        ReadFiles.Write(output, data);
        IdentificationTable.Write(output, foreseen);
    });

    private static void Write(string file, string declaration)
    {
        try
        {
            WholeFile.Write(file, Encoding.UTF8.GetBytes(declaration));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw new UnwritableException(file, exception);
        }
    }

    private static void RequireOther(string file, params string?[] inputs)
    {
        string path = Resolved(file);
        foreach (string input in inputs.OfType<string>())
        {
            if (File.Exists(input) && Resolved(input) == path)
            {
                throw new BadInputException(file, "--out is a file that is read; expected another one, as it would be overwritten.");
            }
        }
    }

    private static string Resolved(string file)
    {
        try
        {
            return WholeFile.Resolved(file);
        }
        catch (IOException exception)
        {
            throw new UnwritableException(file, exception);
        }
    }

    private int Guarded(string name, string file, Action run)
    {
        try
        {
            run();
            output.WriteLine($"Written: {file}");
            return ExitCode.Done;
        }
        catch (BadInputException exception)
        {
            error.WriteLine(OneLine.Of(exception));
            return ExitCode.WrongCall;
        }
        catch (OperationCanceledException)
        {
            error.WriteLine($"{name} was stopped; nothing was written.");
            return ExitCode.Cancelled;
        }
        catch (UnwritableException exception)
        {
            error.WriteLine(OneLine.Of(exception));
            return ExitCode.Failed;
        }
        catch (OutOfMemoryException)
        {
            error.WriteLine($"{name}: there is not enough memory for what was given.");
            return ExitCode.Failed;
        }
        catch (Exception exception)
        {
            // Also what no one thought of: a line that can be reported, and nothing written.
            error.WriteLine($"{name}: {OneLine.Of(exception)}");
            return ExitCode.Failed;
        }
    }

    /// <summary>The declaration cannot be written.</summary>
    private sealed class UnwritableException(string file, Exception inner) : Exception($"{file} cannot be written: {inner.Message}", inner);
}
