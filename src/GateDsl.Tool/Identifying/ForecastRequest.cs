namespace GateDsl.Tool.Identifying;

/// <summary>What <c>forecast</c> was asked for.</summary>
/// <param name="Inputs">File of features x datapoints.</param>
/// <param name="Targets">File of outputs x datapoints.</param>
/// <param name="Units">Hidden units of the ReLU network, of every hidden layer.</param>
/// <param name="Sigma">Standard deviation of its initial weights.</param>
/// <param name="StepSize">Step of gradient descent on the Sum loss.</param>
/// <param name="Steps">Number of updates.</param>
/// <param name="Modules">Number of modules k; null: the elbow.</param>
/// <param name="Out">File to write the declaration to.</param>
/// <param name="Json">Whether the answer is JSON.</param>
internal sealed record ForecastRequest(
    string Inputs, string Targets, int[] Units, double Sigma, double StepSize, int Steps, int? Modules, string Out, bool Json);
