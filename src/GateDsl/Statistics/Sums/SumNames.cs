namespace GateDsl;

/// <summary>What the sums of statistics are called, in files too.</summary>
internal static class SumNames
{
    /// <summary>1/2 sum |y|^2 of an output, 1 x 1.</summary>
    public const string HalfSquares = "HalfSquares/";

    /// <summary>How often each pair of effective inputs of an output is on together, inputs x inputs.</summary>
    public const string Together = "Together/";

    /// <summary>Syx of an output and an effective input, units x features.</summary>
    public static string Syx(string output, string input) => $"Syx/{output}/{input}";

    /// <summary>Sx of two effective inputs, features x features; the first name is the smaller one.</summary>
    public static string Sx(string first, string second) => $"Sx/{first}/{second}";

    /// <summary>Of the distinct datapoints of an output: the feature that is 1 in each effective input, -1 where it is off.</summary>
    public static string Features(string output) => $"Distinct/{output}/Features";

    /// <summary>How many datapoints each stands for.</summary>
    public static string Counts(string output) => $"Distinct/{output}/Counts";

    /// <summary>The sum of the targets of each.</summary>
    public static string Targets(string output) => $"Distinct/{output}/Targets";

    /// <summary>1/2 sum |y - ybar|^2, 1 x 1.</summary>
    public static string Spread(string output) => $"Distinct/{output}/Spread";
}
