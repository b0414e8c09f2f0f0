namespace GateDsl;

/// <summary>A gating that competes on a task, and the evidence for its place. Times are in units of tau.</summary>
/// <param name="Name">What it is: "common", "2 of 3 contexts", "one per label".</param>
/// <param name="FirstSingularValue">Largest singular value of its pathways' effective datasets, averaged over datapoints.</param>
/// <param name="FirstHalfTime">When its fastest mode, alone, is at half its end: what the ranking goes by.</param>
/// <param name="LossHalfTime">When its loss is first half of the start; infinity: not within <paramref name="Times"/>.</param>
/// <param name="Times">Times of the predicted curve.</param>
/// <param name="Losses">Its predicted loss at these times, Sum scale.</param>
public sealed record RankedGating(
    string Name, double FirstSingularValue, double FirstHalfTime, double LossHalfTime, double[] Times, double[] Losses);
