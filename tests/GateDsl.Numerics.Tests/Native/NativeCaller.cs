using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Text.Json;
using GateDsl.CompilerServices;
using GateDsl.CompilerServices.Exports;

namespace GateDsl.Numerics.Tests.Native;

/// <summary>Calls the C surface of this assembly as a C program would: with text and arrays of its own memory, which is freed at the end.</summary>
internal sealed unsafe class NativeCaller : IDisposable
{
    private readonly List<nint> _memory = [];

    public static NativeSurface Surface =>
#pragma warning disable CS0612 // obsolete to all but C
        NativeExports.Surface;
#pragma warning restore CS0612

    public static string Error => Marshal.PtrToStringUTF8(NativeSurface.GetError())!;

    public static JsonElement ErrorFacts => JsonDocument.Parse(Marshal.PtrToStringUTF8(NativeSurface.GetErrorJson())!).RootElement;

    /// <summary>Memory that is 0.</summary>
    public nint Room(int bytes)
    {
        nint memory = (nint)NativeMemory.AllocZeroed((nuint)Math.Max(1, bytes));
        _memory.Add(memory);
        return memory;
    }

    public nint Text(string text)
    {
        nint memory = Marshal.StringToCoTaskMemUTF8(text);
        byte[] bytes = System.Text.Encoding.UTF8.GetBytes(text + '\0');
        nint room = Room(bytes.Length);
        Marshal.Copy(bytes, 0, room, bytes.Length);
        Marshal.FreeCoTaskMem(memory);
        return room;
    }

    public nint Copy<T>(params T[] values)
        where T : unmanaged
    {
        nint room = Room(values.Length * sizeof(T));
        values.CopyTo(new Span<T>((void*)room, values.Length));
        return room;
    }

    /// <summary>An array by name, shape and values.</summary>
    public Given Array<T>(string name, T[] values, params long[] shape)
        where T : unmanaged => new(Text(name), Copy(values), Copy(shape), shape.Length, TypeOf<T>());

    /// <summary>The descriptions of arrays, one behind the other.</summary>
    public nint Arrays(params Given[] arrays) => Copy(arrays);

    public static void Ok(int status) => Assert.True(status == 0, $"{status}: {Error}");

    /// <summary>A call that gives a handle.</summary>
    public long Handle(Func<nint, int> call)
    {
        nint room = Room(sizeof(long));
        Ok(call(room));
        return *(long*)room;
    }

    /// <summary>A call that gives a number.</summary>
    public double Number(Func<nint, int> call)
    {
        nint room = Room(sizeof(double));
        Ok(call(room));
        return *(double*)room;
    }

    public long Dataset(string network, params Given[] arrays) =>
        Handle(room => Surface.CreateDataset(Text(network), Arrays(arrays), arrays.Length, room));

    public long Network(string network, string start) => Handle(room => Surface.CreateNetwork(Text(network), Text(start), room));

    public long Train(long network, long data, string options, long test = 0, nint progress = 0, nint poll = 0) =>
        Handle(room => Surface.Train(network, data, test, Text(options), progress, poll, 0, room));

    public JsonElement Json(long result)
    {
        nint room = Room(sizeof(nint));
        Ok(Surface.GetJson(result, room));
        return JsonDocument.Parse(Marshal.PtrToStringUTF8(*(nint*)room)!).RootElement;
    }

    /// <summary>The arrays of a result, copied: name, shape, values.</summary>
    public Dictionary<string, (long[] Shape, Array Values)> Arrays(long result)
    {
        nint room = Room(2 * sizeof(nint));
        Ok(Surface.GetArrays(result, room, room + sizeof(nint)));
        Dictionary<string, (long[], Array)> arrays = [];
        foreach (Given array in new ReadOnlySpan<Given>(*(void**)room, *(int*)(room + sizeof(nint))))
        {
            long[] shape = new ReadOnlySpan<long>((void*)array.Shape, array.Rank).ToArray();
            int count = (int)shape.Aggregate(1L, (product, extent) => product * extent);
            arrays.Add(Marshal.PtrToStringUTF8(array.Name)!, (shape, array.Type switch
            {
                1 => new ReadOnlySpan<byte>((void*)array.Data, count).ToArray(),
                2 => new ReadOnlySpan<int>((void*)array.Data, count).ToArray(),
                4 => new ReadOnlySpan<float>((void*)array.Data, count).ToArray(),
                _ => new ReadOnlySpan<double>((void*)array.Data, count).ToArray(),
            }));
        }

        return arrays;
    }

    /// <summary>Where the numbers of an array stand.</summary>
    public nint Address(long result, string name)
    {
        nint room = Room(2 * sizeof(nint));
        Ok(Surface.GetArrays(result, room, room + sizeof(nint)));
        foreach (Given array in new ReadOnlySpan<Given>(*(void**)room, *(int*)(room + sizeof(nint))))
        {
            if (Marshal.PtrToStringUTF8(array.Name) == name)
            {
                return array.Data;
            }
        }

        throw new ArgumentException(name);
    }

    public double[] Doubles(long result, string name) => (double[])Arrays(result)[name].Values;

    /// <summary>The live weights of a network are these, by name, shape and bits.</summary>
    public void AssertWeights<T>(IReadOnlyList<EdgeWeights<T>> expected, long network)
    {
        Dictionary<string, (long[] Shape, Array Values)> shown = Arrays(Handle(room => Surface.ShowWeights(network, room)));
        Assert.Equal(expected.Select(edge => edge.Name), shown.Keys);
        foreach (EdgeWeights<T> edge in expected)
        {
            Assert.Equal([edge.Targets, edge.Sources], shown[edge.Name].Shape);
            Assert.Equal(Flat(edge.Values), shown[edge.Name].Values);
        }
    }

    public static T[] Flat<T>(TensorSpan<T> values)
    {
        T[] flat = new T[values.FlattenedLength];
        values.FlattenTo(flat);
        return flat;
    }

    public void Dispose() => _memory.ForEach(memory => NativeMemory.Free((void*)memory));

    private static int TypeOf<T>() => default(T) switch
    {
        bool or byte => 1,
        int => 2,
        long => 3,
        float => 4,
        double => 5,
        _ => 6,
    };

    /// <summary>struct gatedsl_array, written here a second time from the header.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public record struct Given(nint Name, nint Data, nint Shape, int Rank, int Type);
}
