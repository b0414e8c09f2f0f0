namespace GateDsl.Tool.Identifying;

/// <summary>The losses of a training, and how it was trained.</summary>
/// <param name="Losses">File of losses, one before every update from the first on.</param>
/// <param name="Sigma">Standard deviation of the initial weights.</param>
/// <param name="StepSize">Step of gradient descent on the Sum loss.</param>
internal sealed record TrainingFile(string Losses, double Sigma, double StepSize);
