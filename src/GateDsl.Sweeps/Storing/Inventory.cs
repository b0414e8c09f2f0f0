using System.Globalization;
using System.IO.Enumeration;

namespace GateDsl.Sweeps;

/// <summary>Which runs are done and which failed, from the names of the files alone.</summary>
internal sealed class Inventory
{
    private enum State : byte
    {
        Missing,
        Failed,
        Done,
    }

    private readonly State[] _states;

    private Inventory(int count) => _states = new State[count];

    /// <summary>Number of runs that are done.</summary>
    public int DoneCount => _states.Count(state => state == State.Done);

    /// <summary>Number of runs that failed.</summary>
    public int FailedCount => _states.Count(state => state == State.Failed);

    /// <summary>Of a results folder that may not be there yet.</summary>
    public static Inventory Read(ResultsFolder? folder, int count)
    {
        Inventory inventory = new(count);
        if (folder is null)
        {
            return inventory;
        }

        FileSystemEnumerable<(int Run, State State)> found = new(
            folder.Runs,
            (ref FileSystemEntry entry) => Parse(entry.FileName),
            new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 1, AttributesToSkip = 0 });
        foreach ((int run, State state) in found)
        {
            if (run >= 0 && run < count && state > inventory._states[run])
            {
                inventory._states[run] = state;
            }
        }

        return inventory;
    }

    public bool IsDone(int run) => _states[run] == State.Done;

    public bool HasFailed(int run) => _states[run] == State.Failed;

    /// <summary>Runs that are neither done nor failed.</summary>
    public IEnumerable<int> Missing() => RunsThat(State.Missing);

    /// <summary>Runs that failed.</summary>
    public IEnumerable<int> Failed() => RunsThat(State.Failed);

    private IEnumerable<int> RunsThat(State state) => Enumerable.Range(0, _states.Length).Where(run => _states[run] == state);

    /// <summary>What a file's name says; another program's file says nothing.</summary>
    private static (int Run, State State) Parse(ReadOnlySpan<char> name)
    {
        State state = name.EndsWith(ResultsFolder.FailedEnding) ? State.Failed : name.EndsWith(ResultsFolder.DoneEnding) ? State.Done : State.Missing;
        ReadOnlySpan<char> number = name[..(name.IndexOf('.') is var dot and >= 0 ? dot : 0)];
        int length = number.Length + (state == State.Failed ? ResultsFolder.FailedEnding : ResultsFolder.DoneEnding).Length;
        return state != State.Missing && length == name.Length && number.Length >= 6
            && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out int run)
            ? (run, state)
            : (-1, State.Missing);
    }
}
