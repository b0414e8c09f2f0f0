using System.Globalization;
using System.Text;

namespace GateDsl.Sweeps;

/// <summary>Where everything of a sweep lies. A run is done if and only if its file is there; a thousand of them share a folder.</summary>
/// <param name="Root">The folder of <c>--results</c>, in full.</param>
internal sealed record ResultsFolder(string Root)
{
    /// <summary>Ending of the file of a run that is done.</summary>
    public const string DoneEnding = ".json";

    /// <summary>Ending of the file of a run that failed.</summary>
    public const string FailedEnding = ".failed.json";

    private const int RunsPerFolder = 1000;

    /// <summary>The plan whose results these are.</summary>
    public string Plan => Path.Combine(Root, "plan.json");

    /// <summary>A folder for each thousand runs.</summary>
    public string Runs => Path.Combine(Root, "runs");

    /// <summary>What the runners wrote about their runs' time and memory.</summary>
    public string Runners => Path.Combine(Root, "runners");

    /// <summary>Files that are not whole yet, a folder per runner.</summary>
    public string Unfinished => Path.Combine(Root, "unfinished");

    /// <summary>Files that were no results, kept for whoever wants to know.</summary>
    public string Broken => Path.Combine(Root, "broken");

    /// <summary>Whose bytes are locked by the runners, one for each run in hand.</summary>
    public string Claims => Path.Combine(Root, "claims");

    /// <summary>Of the schedulers' jobs.</summary>
    public string Logs => Path.Combine(Root, "logs");

    /// <summary>The results of a run.</summary>
    public string Done(int run) => Path.Combine(Runs, Thousand(run), Name(run) + DoneEnding);

    /// <summary>Why a run failed.</summary>
    public string Failed(int run) => Path.Combine(Runs, Thousand(run), Name(run) + FailedEnding);

    /// <summary>The files of a run.</summary>
    public string Files(int run) => Path.Combine(Root, "files", Thousand(run), Name(run));

    /// <summary>The name of a run in files and folders.</summary>
    public static string Name(int run) => run.ToString("D6", CultureInfo.InvariantCulture);

    /// <summary>The folder of the results, made if need be and held to one plan.</summary>
    /// <param name="root">The folder.</param>
    /// <param name="plan">The plan that runs.</param>
    /// <param name="text">Its file.</param>
    public static ResultsFolder Create(string root, Plan plan, string text)
    {
        ResultsFolder folder = new(Path.GetFullPath(root));
        try
        {
            Directory.CreateDirectory(folder.Runs);
            Directory.CreateDirectory(folder.Runners);
            if (!File.Exists(folder.Plan))
            {
                WholeFile.WriteFirst(folder.Plan, Encoding.UTF8.GetBytes(text));
            }
        }
        catch (Exception exception) when (Disk.IsError(exception))
        {
            throw new IOException($"The results folder {root} cannot be written to: {Disk.Explain(exception)}", exception);
        }

        folder.Check(plan);
        return folder;
    }

    /// <summary>The folder of the results of a plan, or null where nothing has run yet.</summary>
    public static ResultsFolder? Find(string root, Plan plan)
    {
        ResultsFolder folder = new(Path.GetFullPath(root));
        if (!File.Exists(folder.Plan))
        {
            return null;
        }

        folder.Check(plan);
        return folder;
    }

    /// <summary>The fingerprint of the plan whose results a folder holds; null: it holds none, or nothing says whose.</summary>
    public static string? FindFingerprint(string root)
    {
        string plan = new ResultsFolder(Path.GetFullPath(root)).Plan;
        return File.Exists(plan) ? PlanFile.FingerprintOf(File.ReadAllText(plan)) : null;
    }

    /// <summary>Number of runs that are done or failed, and of runners that were ever at work.</summary>
    public (int Runs, int Runners) CountUse() => (
        Directory.Exists(Runs) ? Directory.EnumerateFiles(Runs, "*" + DoneEnding, SearchOption.AllDirectories).Count() : 0,
        Directory.Exists(Runners) ? Directory.EnumerateFiles(Runners).Count() : 0);

    private void Check(Plan plan)
    {
        string text = File.ReadAllText(Plan);
        if (PlanFile.FingerprintOf(text) is not { } fingerprint)
        {
            throw new WrongUseException($"{Plan} is no plan, so nothing says whose results lie beside it; where they are those of this plan, copy it there.");
        }

        if (!PlanFile.IsIntact(text))
        {
            throw new WrongUseException($"{Plan} was changed after 'plan' wrote it; where the results beside it are those of this plan, copy it there.");
        }

        if (fingerprint != plan.Fingerprint)
        {
            throw new WrongUseException(
                $"{Root} holds the results of another plan; give this plan a folder of its own by --results, or look at that one with --plan {Path.GetRelativePath(Environment.CurrentDirectory, Plan)}.");
        }
    }

    private static string Thousand(int run) => (run / RunsPerFolder).ToString("D3", CultureInfo.InvariantCulture);
}
