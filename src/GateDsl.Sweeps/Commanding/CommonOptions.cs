using System.CommandLine;

namespace GateDsl.Sweeps;

/// <summary>Options of several commands.</summary>
internal static class CommonOptions
{
    public static Option<string> Plan() => new("--plan")
    {
        Description = "The file that 'plan' wrote.",
        HelpName = "FILE",
        DefaultValueFactory = _ => "plan.json",
    };

    public static Option<string> Results() => new("--results")
    {
        Description = "The folder of the results of this plan and no other.",
        HelpName = "DIR",
        DefaultValueFactory = _ => "results",
    };

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

    public static Option<string?> Checkpoints() => new("--checkpoints")
    {
        Description = "The folder of runs' checkpoints, where it is not to be in the results.",
        HelpName = "DIR",
    };

    /// <summary>A number that is at least so large.</summary>
    public static int AtLeast(int value, int least, string option) =>
        value >= least ? value : throw new WrongUseException($"{option} {value} is too few; it is at least {least}.");
}
