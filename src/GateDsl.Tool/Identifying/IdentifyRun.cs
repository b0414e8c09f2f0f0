using GateDsl;
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
        DeclarationFile.Write(request.Out, found.ToDeclaration(IdentifiedName));
        IdentificationTable.Write(output, found);
    });

    /// <summary>Finds the gates of representative units; see <see cref="ExitCode"/>.</summary>
    public int Forecast(ForecastRequest request) => Guarded("forecast", request.Out, () =>
    {
        IdentificationData data = DataFiles.Inputs(request.Inputs, like: null).WithTargets(request.Targets, request.Inputs);
        IdentificationOptions options = new() { Modules = request.Modules };
        string blamed = request.Modules is { } k ? $"--k {k}" : request.Targets;
        ForecastResult foreseen = BlamedOn.File(
            blamed, () => Identification.Forecast(data, request.Units, request.Sigma, request.StepSize, request.Steps, options));
        DeclarationFile.Write(request.Out, foreseen.ToDeclaration(ForecastName));
        IdentificationTable.Write(output, foreseen);
    });

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
            error.WriteLine(exception.Message);
            return ExitCode.WrongCall;
        }
        catch (OperationCanceledException)
        {
            error.WriteLine($"{name} was stopped; nothing was written.");
            return ExitCode.Cancelled;
        }
        catch (TrainingDivergedException exception)
        {
            error.WriteLine($"{name}: {exception.Message}");
            return ExitCode.Failed;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            error.WriteLine($"{file} cannot be written: {exception.Message}");
            return ExitCode.Failed;
        }
    }
}
