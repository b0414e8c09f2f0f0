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
    private const string ClassName = "IdentifiedNetwork";

    /// <summary>Finds the gates of a recorded layer; see <see cref="ExitCode"/>.</summary>
    public int Identify(IdentifyRequest request, CancellationToken cancellationToken) => new FileRun(error).Guarded("identify", () =>
    {
        string?[] read = [.. request.Activations, request.Inputs, request.Targets, request.Training?.Losses];
        FileRun.RequireOther(DeclarationFiles.GatesFile(request.Out), read);
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

        DeclarationFiles.RequireGatesFile(request.Out, data);
        RecordedTraining? training = request.Training is { } file ? Training(file, data, activations) : null;
        LayerRecordings recordings = activations.Read(data, cancellationToken);
        IdentificationOptions options = new() { Modules = request.Modules, Training = training };
        IdentificationResult found = BlamedOn.File(request.Activations[0], () => Identification.Of(recordings, data, options));
        cancellationToken.ThrowIfCancellationRequested();
        DeclarationFiles.Write(request.Out, found, found.ToDeclaration(ClassName));
        new DeclarationFiles(output).Say(request.Out, request.Json, found, data, () => ReadFiles.Write(output, data, [activations], training));
    });

    private static RecordedTraining Training(TrainingFile file, IdentificationData data, ActivationsFile activations)
    {
        RecordedTraining training = new(DataFiles.Losses(file.Losses, activations.Epochs), file.Sigma, file.StepSize);
        return BlamedOn.File(file.Losses, () =>
        {
            StartingLoss.Require(data, activations.Units, training);
            return training;
        });
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

            IdentificationData data = DataFiles.Inputs(request.Inputs, (layers[0].File, layers[0].Units, layers[0].Datapoints))
                .WithTargets(request.Targets!, request.Inputs);
            RecordedTraining training = new(DataFiles.Losses(request.Training!.Losses, layers[0].Epochs), request.Training.Sigma, request.Training.StepSize);
            DeepRecordings recordings = DeepActivations.Read(layers, request.At!, data, cancellationToken);
            DeepIdentificationResult found = BlamedOn.File(
                request.Training.Losses, () => Identification.OfDeep(recordings, data, training, cancellationToken: cancellationToken));
            FileRun.Write(request.Out, found.ToDeclaration(ClassName));
            new DeclarationFiles(output).Say(request.Out, request.Json, found, () => ReadFiles.Write(output, data, layers, training));
        }
        finally
        {
            layers.ForEach(layer => layer.Dispose());
        }
    }
}
