namespace GateDsl.Samples.Running;

/// <summary>An option that one experiment has beside those of all: a whole number.</summary>
/// <param name="Name">As on the command line, <c>--domains</c>.</param>
/// <param name="Description">For the help.</param>
/// <param name="Letter">Its letter in the help.</param>
/// <param name="Default">Where nothing is said.</param>
/// <param name="Least">The smallest that there is.</param>
/// <param name="Most">The largest that there is.</param>
public sealed record CountOption(string Name, string Description, string Letter, int Default, int Least = 1, int Most = int.MaxValue);
