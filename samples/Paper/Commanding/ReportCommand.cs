using System.CommandLine;
using GateDsl.Samples.Commanding;

namespace Paper.Commanding;

/// <summary>The page of <c>all</c> again, on what is finished in a folder.</summary>
internal sealed class ReportCommand : Command
{
    public ReportCommand(Func<string, int> write)
        : base("report", "The page on all experiments that are finished in DIR, without running any.")
    {
        Option<string> folder = SharedOptions.Folder();
        Add(folder);
        SetAction(parsed => write(parsed.GetRequiredValue(folder)));
    }
}
