namespace GateDsl.Tool.Describing;

/// <summary>What <c>describe</c> was asked for.</summary>
/// <param name="Assembly">A built assembly.</param>
/// <param name="Network">The full or the last name of one network; null: all.</param>
/// <param name="Json">Whether the answer is JSON.</param>
internal sealed record DescribeRequest(string Assembly, string? Network, bool Json);
