using System.CommandLine;

namespace GateDsl.Sweeps;

/// <summary>Options of several commands.</summary>
internal static class CommonOptions
{
    public static Option<string> Plan() => Place("--plan", "The file that 'plan' wrote.", "FILE", "plan.json");

    public static Option<string> Results() => Place("--results", "The folder of the results of this plan and no other.", "DIR", "results");

    /// <summary>A file or folder.</summary>
    public static Option<string> Place(string name, string description, string helpName, string value) => Check(new Option<string>(name)
    {
        Description = description,
        HelpName = helpName,
        DefaultValueFactory = _ => value,
    });

    /// <summary>A file or folder that need not be named.</summary>
    public static Option<string?> PlaceIfSaid(string name, string description, string helpName) => Check(new Option<string?>(name)
    {
        Description = description,
        HelpName = helpName,
    });

    public static Option<int> Cores() => new("--cores")
    {
        Description = "Runs of a share at once.",
        HelpName = "N",
        DefaultValueFactory = _ => 1,
    };

    public static Option<int> Retries() => new("--retries")
    {
        Description = "How often a run that fails is tried again at once.",
        HelpName = "N",
        DefaultValueFactory = _ => 0,
    };

    public static Option<string?> Checkpoints() =>
        PlaceIfSaid("--checkpoints", "The folder of runs' checkpoints, where it is not to be in the results.", "DIR");

    /// <summary>A number that is at least so large.</summary>
    public static int AtLeast(int value, int least, string option) =>
        value >= least ? value : throw new WrongUseException($"{option} {value} is too few; it is at least {least}.");

    private static Option<T> Check<T>(Option<T> option)
    {
        option.Validators.Add(result =>
        {
            if (result.Tokens.Any(token => string.IsNullOrWhiteSpace(token.Value) || token.Value.Contains('\0')))
            {
                result.AddError($"{option.Name} is empty; it names a {(option.HelpName == "DIR" ? "folder" : "file")}.");
            }
        });
        return option;
    }
}
