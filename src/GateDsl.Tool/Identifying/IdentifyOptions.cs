using System.CommandLine;
using GateDsl.Commanding;

namespace GateDsl.Tool.Identifying;

/// <summary>Options of <c>identify</c> and <c>forecast</c>.</summary>
internal static class IdentifyOptions
{
    public static Option<string> Inputs() =>
        PathOptions.File("--inputs",
            "Inputs of the network, .npy or .csv: features x datapoints, a column for each datapoint (numpy.save of X.T, where X has rows).",
            "X.npy");

    public static Option<int?> Modules() => NumberOptions.CountIfSaid("--k", "Number of modules; unsaid: the elbow of the errors.", "K");

    public static Option<string> Out() => PathOptions.File("--out", "Where the declaration is written.", "Reln.cs");

    public static Option<bool> Json() => new("--json") { Description = "The answer as JSON on standard output." };

    /// <summary>The same option, which must be given.</summary>
    public static Option<T> Required<T>(Option<T> option)
    {
        option.Required = true;
        return option;
    }
}
