using System.Globalization;

namespace GateDsl.Sweeps;

/// <summary>What all runners' logs say together.</summary>
internal sealed class RunnerHistory
{
    private readonly Dictionary<int, int> _lost = [];
    private readonly HashSet<string> _known = [];
    private readonly HashSet<string> _living = [];

    /// <summary>Runs that a living runner has in hand.</summary>
    public HashSet<int> InHand { get; } = [];

    /// <summary>Number of runners at work.</summary>
    public int LivingCount => _living.Count;

    /// <summary>What the last finished attempt of each run took.</summary>
    public Dictionary<int, Spent> Spent { get; } = [];

    /// <summary>Reads every log; a last line that is not whole says nothing.</summary>
    public static RunnerHistory Read(ResultsFolder? folder)
    {
        RunnerHistory history = new();
        if (folder is not null && Directory.Exists(folder.Runners))
        {
            foreach (string path in Directory.EnumerateFiles(folder.Runners, "*.log").Order(StringComparer.Ordinal))
            {
                history.Add(path);
            }
        }

        return history;
    }

    /// <summary>How often a runner died with the run in hand.</summary>
    public int LostCount(int run) => _lost.GetValueOrDefault(run);

    /// <summary>Whether there is a log of the runner of this name.</summary>
    public bool Knows(string name) => _known.Contains(name);

    /// <summary>Whether the runner of this name is at work.</summary>
    public bool IsLiving(string name) => _living.Contains(name);

    private void Add(string path)
    {
        string text;
        bool isLiving;
        using (FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete))
        {
            isLiving = !ByteLock.TryTake(stream, RunnerLog.AlivePosition);
            if (!isLiving)
            {
                ByteLock.Release(stream, RunnerLog.AlivePosition);
            }

            using StreamReader reader = new(stream, leaveOpen: true);
            text = reader.ReadToEnd();
        }

        _known.Add(Path.GetFileNameWithoutExtension(path));
        HashSet<int> open = [];
        Span<Range> words = stackalloc Range[6];
        foreach (ReadOnlySpan<char> line in text.AsSpan()[..(text.LastIndexOf('\n') + 1)].EnumerateLines())
        {
            int count = line.Split(words, ' ');
            if (count < 3 || !int.TryParse(line[words[1]], NumberStyles.None, CultureInfo.InvariantCulture, out int run))
            {
                continue;
            }

            if (line[words[0]] is "begin")
            {
                open.Add(run);
                continue;
            }

            open.Remove(run);
            if (count == 5 && line[words[0]] is not "dropped"
                && double.TryParse(line[words[2]], CultureInfo.InvariantCulture, out double seconds)
                && double.TryParse(line[words[3]], CultureInfo.InvariantCulture, out double cpuSeconds)
                && long.TryParse(line[words[4]], CultureInfo.InvariantCulture, out long peakBytes))
            {
                Spent[run] = new Spent(seconds, cpuSeconds, peakBytes);
            }
        }

        if (isLiving)
        {
            _living.Add(Path.GetFileNameWithoutExtension(path));
            InHand.UnionWith(open);
            return;
        }

        foreach (int run in open)
        {
            _lost[run] = _lost.GetValueOrDefault(run) + 1;
        }
    }
}
