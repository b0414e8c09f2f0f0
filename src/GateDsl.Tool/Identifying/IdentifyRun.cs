using GateDsl.Commanding;
using GateDsl.Identifying;
using GateDsl.Tool.Running;

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
    public int Identify(IdentifyRequest request, CancellationToken cancellationToken) => new FileRun(error).Guarded("identify", () =>
    {
        string?[] read = [.. request.Activations, request.Inputs, request.Targets, request.Training?.Losses];
        FileRun.RequireOther(GatesFile(request.Out), read);
        FileRun.RequireOut(request.Out, read);
        if (request.Activations.Length > 1)
        {
            IdentifyDeep(request, cancellationToken);
            return;
        }

        using ActivationsFile activations = ActivationsFile.Open(request.Activations[0], request.Epochs);
        IdentificationData data = DataFiles.Inputs(request.Inputs, (request.Activations[0], activations.Units, activations.Datapoints));
        if (request.Targets is { } targets)
        {
            data = data.WithTargets(targets, request.Inputs);
        }

        RequireGatesFile(request.Out, data);
        RecordedTraining? training = request.Training is { } file ? Training(file, data, activations) : null;
        LayerRecordings recordings = activations.Read(data, cancellationToken);
        IdentificationOptions options = new() { Modules = request.Modules, Training = training };
        IdentificationResult found = BlamedOn.File(request.Activations[0], () => Identification.Of(recordings, data, options));
        cancellationToken.ThrowIfCancellationRequested();
        Write(request.Out, found, found.ToDeclaration(IdentifiedName));
        Say(request.Out, request.Json, found, data, () => ReadFiles.Write(output, data, [activations], training));
    });

    /// <summary>Finds the gates of representative units, or of several layers what representative networks tell; see <see cref="ExitCode"/>.</summary>
    public int Forecast(ForecastRequest request, CancellationToken cancellationToken) => new FileRun(error).Guarded("forecast", () =>
    {
        FileRun.RequireOther(GatesFile(request.Out), request.Inputs, request.Targets);
        FileRun.RequireOut(request.Out, request.Inputs, request.Targets);
        IdentificationData data = DataFiles.Inputs(request.Inputs, like: null).WithTargets(request.Targets, request.Inputs);
        if (request.Units.Length > 1)
        {
            ForecastDeep(request, data, cancellationToken);
            return;
        }

        RequireGatesFile(request.Out, data);
        IdentificationOptions options = new() { Modules = request.Modules };
        string blamed = request.Modules is { } k ? $"--k {k}" : request.Targets;
        ForecastResult foreseen = BlamedOn.File(
            blamed, () => Identification.Forecast(data, request.Units[0], request.Sigma, request.StepSize, request.Steps, options));
        cancellationToken.ThrowIfCancellationRequested();
        Write(request.Out, foreseen, foreseen.ToDeclaration(ForecastName));
        Say(request.Out, request.Json, foreseen, data, () => ReadFiles.Write(output, data));
    });

    /// <summary>Where the gates are written that a declaration cannot say: beside it.</summary>
    public static string GatesFile(string declaration) => Path.ChangeExtension(declaration, ".gates.npy");

    private static void RequireGatesFile(string declaration, IdentificationData data)
    {
        if (data.GatesComeWithData)
        {
            OutPlace.RequireFile(GatesFile(declaration));
        }
    }

    private static RecordedTraining Training(TrainingFile file, IdentificationData data, ActivationsFile activations)
    {
        RecordedTraining training = new(DataFiles.Losses(file.Losses, activations.Epochs), file.Sigma, file.StepSize);
        return BlamedOn.File(file.Losses, () =>
        {
            StartingLoss.Require(data, activations.Units, training);
            return training;
        });
    }

    private static void Write(string file, IdentificationResult found, string declaration)
    {
        if (found.GateNumbers is not null)
        {
            FileRun.Write(GatesFile(file), path =>
            {
                Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
                found.SaveGates(path);
            });
        }

        FileRun.Write(file, declaration);
    }

    private void ForecastDeep(ForecastRequest request, IdentificationData data, CancellationToken cancellationToken)
    {
        DeepForecastResult foreseen = BlamedOn.File(request.Targets, () => Identification.ForecastDeep(
            data, request.Units, request.Sigma, request.StepSize, request.Steps, cancellationToken: cancellationToken));
        Say(request.Out, request.Json, foreseen, ForecastName, () => ReadFiles.Write(output, data));
    }

    private void IdentifyDeep(IdentifyRequest request, CancellationToken cancellationToken)
    {
        List<ActivationsFile> layers = [];
        try
        {
            foreach (string file in request.Activations)
            {
                layers.Add(ActivationsFile.Open(file, request.Epochs));
            }

            IdentificationData data = DataFiles.Inputs(request.Inputs, (layers[0].File, layers[0].Units, layers[0].Datapoints)).WithTargets(request.Targets!, request.Inputs);
            RecordedTraining training = new(DataFiles.Losses(request.Training!.Losses, layers[0].Epochs), request.Training.Sigma, request.Training.StepSize);
            DeepRecordings recordings = DeepActivations.Read(layers, request.At!, data, cancellationToken);
            DeepIdentificationResult found = BlamedOn.File(
                request.Training.Losses, () => Identification.OfDeep(recordings, data, training, cancellationToken: cancellationToken));
            Say(request.Out, request.Json, found, IdentifiedName, () => ReadFiles.Write(output, data, layers, training));
        }
        finally
        {
            layers.ForEach(layer => layer.Dispose());
        }
    }

    private void Say(string file, bool json, DeepForecastResult result, string className, Action readFiles)
    {
        FileRun.Write(file, result.ToDeclaration(className));
        if (json)
        {
            DeepForecastJson.Write(output, result, file);
            return;
        }

        readFiles();
        DeepForecastTable.Write(output, result);
        output.WriteLine($"Written: {file}");
    }

    private void Say(string file, bool json, IdentificationResult found, IdentificationData data, Action readFiles)
    {
        if (json)
        {
            IdentificationJson.Write(output, found, file);
            return;
        }

        readFiles();
        IdentificationTable.Write(output, found, data);
        output.WriteLine($"Written: {file}");
        if (found.GateNumbers is { } gates)
        {
            output.WriteLine($"Written: {GatesFile(file)}, its gates: {gates.GetLength(0)} datapoints x {gates.GetLength(1)}, as the declaration's Dataset.Create takes them");
        }
    }
}
