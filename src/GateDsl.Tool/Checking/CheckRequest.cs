namespace GateDsl.Tool.Checking;

/// <summary>What <c>check</c> was asked for.</summary>
/// <param name="Inputs">File of features x datapoints.</param>
/// <param name="Gates">File of gates x datapoints; what is not 0 is on.</param>
/// <param name="HasBias">Whether units have a bias.</param>
/// <param name="Out">File to write the report to, as CSV; null: none.</param>
/// <param name="Json">Whether the answer is JSON.</param>
internal sealed record CheckRequest(string Inputs, string Gates, bool HasBias, string? Out, bool Json);
