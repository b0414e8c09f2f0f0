namespace GateDsl.Tool.Identifying;

/// <summary>What <c>identify</c> was asked for.</summary>
/// <param name="Activations">File of E*units x datapoints, or epochs x units x datapoints; of several hidden layers one each, first to last.</param>
/// <param name="Inputs">File of features x datapoints.</param>
/// <param name="Epochs">Number of recordings E that are stacked in the rows; null: 1, or as many as the first of three axes says.</param>
/// <param name="At">Updates made before each recording; null: one hidden layer, where they do not matter.</param>
/// <param name="Targets">File of outputs x datapoints; null: not known, then k is given.</param>
/// <param name="Training">The losses and how they came about; null: not known.</param>
/// <param name="Modules">Number of modules k; null: the elbow.</param>
/// <param name="Out">File to write the declaration to.</param>
/// <param name="Json">Whether the answer is JSON.</param>
internal sealed record IdentifyRequest(
    string[] Activations, string Inputs, int? Epochs, int[]? At, string? Targets, TrainingFile? Training, int? Modules, string Out, bool Json);

/// <summary>The losses of a training, and how it was trained.</summary>
/// <param name="Losses">File of losses, one before every update from the first on.</param>
/// <param name="Sigma">Standard deviation of the initial weights.</param>
/// <param name="StepSize">Step of gradient descent on the Sum loss.</param>
internal sealed record TrainingFile(string Losses, double Sigma, double StepSize);
