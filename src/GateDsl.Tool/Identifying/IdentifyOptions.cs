using System.CommandLine;
using GateDsl.Commanding;

namespace GateDsl.Tool.Identifying;

/// <summary>Options of <c>identify</c> and <c>forecast</c>.</summary>
internal static class IdentifyOptions
{
    public static Option<string> Inputs() => PathOptions.File("--inputs", "Inputs of the network: features x datapoints.", "X.npy");

    public static Option<int?> Modules() => NumberOptions.CountIfSaid("--k", "Number of modules; unsaid: the elbow of the errors.", "K");

    public static Option<string> Out() => PathOptions.File("--out", "Where the declaration is written.", "Reln.cs");

    /// <summary>The same option, which must be given.</summary>
    public static Option<T> Required<T>(Option<T> option)
    {
        option.Required = true;
        return option;
    }
}
