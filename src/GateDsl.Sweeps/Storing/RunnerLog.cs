using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace GateDsl.Sweeps;

/// <summary>
/// What a runner says of its runs, a line at a time: <c>begin RUN ATTEMPT</c>, then <c>done|failed|dropped RUN SECONDS CPUSECONDS PEAKBYTES</c>. The
/// runner holds a lock on its log as long as it lives, so others see whether what it began is still in hand.
/// </summary>
internal sealed class RunnerLog : IDisposable
{
    /// <summary>Far behind all that is ever written.</summary>
    public const long AlivePosition = 1L << 40;

    private readonly Lock _lock = new();
    private readonly FileStream _stream;
    private readonly HashSet<int> _inHand = [];

    private RunnerLog(string name, FileStream stream) => (Name, _stream) = (name, stream);

    /// <summary>Of the runner: host, process and a random word; no clock that might be set back makes two the same.</summary>
    public string Name { get; }

    private static string Host => string.Concat(Environment.MachineName.Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '_'));

    /// <summary>A log of its own for a new runner. It gets its name once it is locked, so that nobody finds one that seems to be a dead runner's.</summary>
    public static RunnerLog Create(ResultsFolder folder)
    {
        string word = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4));
        string name = string.Create(CultureInfo.InvariantCulture, $"{Host}-{Environment.ProcessId}-{word}");
        string path = Path.Combine(folder.Runners, name + ".log");
        FileStream stream = new(path + ".new", FileMode.CreateNew, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        ByteLock.TryTake(stream, AlivePosition);
        File.Move(path + ".new", path);
        return new RunnerLog(name, stream);
    }

    /// <summary>
    /// Whether the runner of this name may still be at work, whatever locks say: its process is there, or on another machine and this system has no locks.
    /// </summary>
    public static bool MayLive(string name)
    {
        string[] words = name.Split('-');
        if (words is not [string host, string process, _] || host != Host
            || !int.TryParse(process, NumberStyles.None, CultureInfo.InvariantCulture, out int id))
        {
            return !ByteLock.IsSupported;
        }

        try
        {
            Process.GetProcessById(id).Dispose();
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    /// <summary>Runs that were begun and have not ended.</summary>
    public int[] InHand
    {
        get
        {
            lock (_lock)
            {
                return [.. _inHand.Order()];
            }
        }
    }

    public void Begin(int run, int attempt)
    {
        lock (_lock)
        {
            _inHand.Add(run);
            Write(string.Create(CultureInfo.InvariantCulture, $"begin {run} {attempt}\n"));
        }
    }

    public void End(string outcome, int run, Spent spent)
    {
        lock (_lock)
        {
            _inHand.Remove(run);
            Write(string.Create(CultureInfo.InvariantCulture, $"{outcome} {run} {spent.Seconds:F6} {spent.CpuSeconds:F6} {spent.PeakBytes}\n"));
        }
    }

    /// <summary>Says of all runs in hand that they were dropped, so that none is taken for one that killed its process.</summary>
    public void DropAll()
    {
        foreach (int run in InHand)
        {
            End("dropped", run, default);
        }
    }

    public void Dispose() => _stream.Dispose();

    private void Write(string line) => _stream.Write(Encoding.ASCII.GetBytes(line));
}
