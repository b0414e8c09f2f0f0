using System.Runtime.InteropServices;
using System.Text.Json;

namespace GateDsl;

/// <summary>An array of a result: a one-dimensional or a rectangular array of numbers, and how it is shown.</summary>
internal sealed record ResultArray(string Name, Array Values, params long[] Shape)
{
    /// <summary>An array in its own shape.</summary>
    public static ResultArray Of(string name, Array values) =>
        new(name, values, [.. Enumerable.Range(0, values.Rank).Select(dimension => (long)values.GetLength(dimension))]);
}

/// <summary>
/// What a call of the C surface gives back beyond a number: facts as JSON, and arrays that stay where they are until it is freed. Weights are shown
/// this way too: the arrays are the network's own, which live on with the result where the network is freed before it.
/// </summary>
internal sealed unsafe class NativeResult
{
    private readonly byte[] _json;
    private readonly byte[][] _names;
    private readonly GCHandle[] _values;
    private readonly NativeArray[] _arrays;
    private readonly long[] _shapes;
    private bool _isFreed;

    /// <param name="kind">What it is.</param>
    /// <param name="arrays">Its arrays.</param>
    /// <param name="facts">Writes the other members of the JSON; null: there are none.</param>
    /// <param name="log">What it was made of, for later calls.</param>
    public NativeResult(string kind, IEnumerable<ResultArray> arrays, Action<Utf8JsonWriter>? facts = null, object? log = null)
    {
        Log = log;
        ResultArray[] given = [.. arrays];
        _json = NativeFault.Pinned(JsonText.Of(json =>
        {
            json.WriteString("kind", kind);
            facts?.Invoke(json);
        }));
        _names = [.. given.Select(array => NativeFault.Pinned(array.Name))];
        _arrays = GC.AllocateArray<NativeArray>(given.Length, pinned: true);
        _shapes = GC.AllocateArray<long>(given.Sum(array => array.Shape.Length), pinned: true);
        _values = new GCHandle[given.Length];
        int at = 0;
        for (int i = 0; i < given.Length; i++)
        {
            Array values = given[i].Values;
            _values[i] = GCHandle.Alloc(values is bool[,] gates ? BytesOf(gates) : values, GCHandleType.Pinned);
            given[i].Shape.CopyTo(_shapes, at);
            _arrays[i] = new NativeArray
            {
                Name = NativeFault.Address(_names[i]),
                Data = _values[i].AddrOfPinnedObject(),
                Shape = (nint)((long*)Marshal.UnsafeAddrOfPinnedArrayElement(_shapes, 0) + at),
                Rank = given[i].Shape.Length,
                Type = (int)TypeOf(values),
            };
            at += given[i].Shape.Length;
        }
    }

    /// <summary>What it was made of; null: nothing that is needed again.</summary>
    public object? Log { get; }

    /// <summary>Address of the JSON.</summary>
    public nint Json => NativeFault.Address(_json);

    /// <summary>Address of the list of arrays.</summary>
    public nint Arrays => Marshal.UnsafeAddrOfPinnedArrayElement(_arrays, 0);

    /// <summary>How many arrays there are.</summary>
    public int Count => _arrays.Length;

    /// <summary>Lets its arrays move again. Its handle is forgotten before, so that it comes here once.</summary>
    public void Free()
    {
        if (!_isFreed)
        {
            _isFreed = true;
            foreach (GCHandle values in _values)
            {
                values.Free();
            }
        }
    }

    private static byte[] BytesOf(bool[,] gates)
    {
        byte[] bytes = new byte[gates.Length];
        int i = 0;
        foreach (bool gate in gates)
        {
            bytes[i++] = gate ? (byte)1 : (byte)0;
        }

        return bytes;
    }

    private static NativeNumber TypeOf(Array values) => values switch
    {
        bool[,] => NativeNumber.Bool,
        int[] => NativeNumber.Int32,
        float[] => NativeNumber.Single,
        _ => NativeNumber.Double,
    };
}
