using System.Globalization;

namespace GateDsl;

/// <summary>
/// What callers of the C surface hold, by number: the place in a list, and above it how often the place was used before. A number that was freed, or
/// never given, is told from one that lives. Numbers stay below 2^53, which a double holds.
/// </summary>
internal sealed class HandleTable
{
    private const int IndexBits = 24;

    private const int MostUses = (1 << 28) - 1;

    private readonly Lock _lock = new();
    private readonly Queue<int> _free = new();
    private Slot[] _slots = new Slot[64];
    private int _used;

    /// <summary>Handles that live.</summary>
    public long Count
    {
        get
        {
            lock (_lock)
            {
                return _used - _free.Count;
            }
        }
    }

    /// <summary>A handle for a value.</summary>
    /// <exception cref="InsufficientMemoryException">There are too many already.</exception>
    public long Add(object value)
    {
        lock (_lock)
        {
            // Places are used again late, so that a number that was freed is refused for long.
            if (!(_free.Count > 1024 || (_used == 1 << IndexBits && _free.Count > 0)) || !_free.TryDequeue(out int index))
            {
                if (_used == 1 << IndexBits)
                {
                    throw new InsufficientMemoryException(
                        string.Create(CultureInfo.InvariantCulture, $"There are {_used:N0} handles already: free what is no longer needed."));
                }

                index = _used++;
                if (index == _slots.Length)
                {
                    Array.Resize(ref _slots, 2 * _slots.Length);
                }
            }

            ref Slot slot = ref _slots[index];
            slot.Uses = slot.Uses == MostUses ? 1 : slot.Uses + 1;
            slot.Value = value;
            return ((long)slot.Uses << IndexBits) | (uint)index;
        }
    }

    /// <summary>What a handle stands for.</summary>
    /// <param name="handle">The handle.</param>
    /// <param name="parameter">Name of the argument.</param>
    /// <param name="kind">What it must be, in words: "a data set".</param>
    /// <exception cref="HandleException">It is none, was freed, or is of another kind.</exception>
    public T Get<T>(long handle, string parameter, string kind)
        where T : class
    {
        object? value;
        lock (_lock)
        {
            value = Find(handle) is var index and >= 0 ? _slots[index].Value : null;
        }

        return value as T ?? throw Refuse(handle, parameter, kind, value);
    }

    /// <summary>Forgets a handle.</summary>
    /// <returns>What it stood for.</returns>
    /// <exception cref="HandleException">It is none, or was freed.</exception>
    public object Remove(long handle)
    {
        lock (_lock)
        {
            int index = Find(handle);
            if (index < 0)
            {
                throw Refuse(handle, nameof(handle), "a handle", null);
            }

            object value = _slots[index].Value!;
            _slots[index].Value = null;
            _free.Enqueue(index);
            return value;
        }
    }

    /// <summary>The place of a handle that lives; -1: it does not.</summary>
    private int Find(long handle)
    {
        long index = handle & ((1 << IndexBits) - 1);
        return index < _used && _slots[index].Value is not null && handle >> IndexBits == _slots[index].Uses ? (int)index : -1;
    }

    private static HandleException Refuse(long handle, string parameter, string kind, object? value) => new(
        parameter,
        value is not null ? $"{parameter}: {Name(value)} was given where {kind} is needed."
        : handle == 0 ? $"{parameter}: nothing was given where {kind} is needed."
        : string.Create(CultureInfo.InvariantCulture, $"{parameter}: {handle} is no handle of {kind}: it was freed, or never given."));

    private static string Name(object value) => value switch
    {
        NativeData => "a data set",
        NativeState => "a network",
        NativeRace => "a race",
        _ => "a result",
    };

    private struct Slot
    {
        public object? Value;
        public int Uses;
    }
}

/// <summary>A number is not a live handle of the kind that is needed.</summary>
internal sealed class HandleException(string parameter, string message) : Exception(message)
{
    /// <summary>Name of the argument.</summary>
    public string Parameter { get; } = parameter;
}

/// <summary>A data set behind a handle.</summary>
/// <param name="Type">The network whose data set it is.</param>
/// <param name="Data">The data set.</param>
internal sealed record NativeData(NativeType Type, BatchData Data);

/// <summary>A network behind a handle.</summary>
/// <param name="Type">What network.</param>
/// <param name="Network">The object.</param>
internal sealed record NativeState(NativeType Type, object Network);

/// <summary>A race behind a handle.</summary>
/// <param name="Type">The network whose race it is.</param>
/// <param name="Race">The object.</param>
/// <param name="IsOfTwin">It is the twin's, by representative units.</param>
internal sealed record NativeRace(NativeType Type, object Race, bool IsOfTwin);
