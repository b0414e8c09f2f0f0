using GateDsl.Commanding;
using GateDsl.Tool.Running;

namespace GateDsl.Tool.Identifying;

/// <summary>
/// From inputs and targets to the declaration of what a ReLU network will become. What cannot be used is refused in one line, and then nothing is
/// written.
/// </summary>
/// <param name="output">For what was foreseen.</param>
/// <param name="error">For one line on what went wrong.</param>
internal sealed class ForecastRun(TextWriter output, TextWriter error)
{
    /// <summary>The class of a network that was foreseen.</summary>
    private const string ClassName = "ForecastNetwork";

    /// <summary>Finds the gates of representative units, or of several layers what representative networks tell; see <see cref="ExitCode"/>.</summary>
    public int Forecast(ForecastRequest request, CancellationToken cancellationToken) => new FileRun(error).Guarded("forecast", () =>
    {
        FileRun.RequireOther(DeclarationFiles.GatesFile(request.Out), request.Inputs, request.Targets);
        FileRun.RequireOut(request.Out, request.Inputs, request.Targets);
        IdentificationData data = DataFiles.Inputs(request.Inputs, like: null).WithTargets(request.Targets, request.Inputs);
        if (request.Units.Length > 1)
        {
            ForecastDeep(request, data, cancellationToken);
            return;
        }

        DeclarationFiles.RequireGatesFile(request.Out, data);
        IdentificationOptions options = new() { Modules = request.Modules };
        string blamed = request.Modules is { } k ? $"--k {k}" : request.Targets;
        ForecastResult foreseen = BlamedOn.File(
            blamed, () => Identification.Forecast(data, request.Units[0], request.Sigma, request.StepSize, request.Steps, options));
        cancellationToken.ThrowIfCancellationRequested();
        DeclarationFiles.Write(request.Out, foreseen, foreseen.ToDeclaration(ClassName));
        new DeclarationFiles(output).Say(request.Out, request.Json, foreseen, data, () => ReadFiles.Write(output, data));
    });

    private void ForecastDeep(ForecastRequest request, IdentificationData data, CancellationToken cancellationToken)
    {
        DeepForecastResult foreseen = BlamedOn.File(request.Targets, () => Identification.ForecastDeep(
            data, request.Units, request.Sigma, request.StepSize, request.Steps, cancellationToken: cancellationToken));
        FileRun.Write(request.Out, foreseen.ToDeclaration(ClassName));
        new DeclarationFiles(output).Say(request.Out, request.Json, foreseen, () => ReadFiles.Write(output, data));
    }
}
