using System.Runtime.InteropServices;

namespace GateDsl;

/// <summary>The types of numbers in arrays; the codes of the C header.</summary>
internal enum NativeNumber
{
    Bool = 1,
    Int32,
    Int64,
    Single,
    Double,
    UInt64,
}

/// <summary>struct gatedsl_array of the C header.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct NativeArray
{
    public nint Name;
    public nint Data;
    public nint Shape;
    public int Rank;
    public int Type;
}

/// <summary>An array that a caller gave, its description checked; the numbers are the caller's.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Type of its numbers.</param>
/// <param name="Shape">Its extents.</param>
/// <param name="Data">Where its numbers stand.</param>
internal sealed unsafe record GivenArray(string Name, NativeNumber Type, long[] Shape, nint Data)
{
    private const int MostDimensions = 8;

    /// <summary>Largest whole number up to which every one is exact in double precision.</summary>
    private const long MostExact = 1L << 53;

    /// <summary>How many numbers there are.</summary>
    public int Count { get; private init; }

    /// <summary>The arrays that a caller gave.</summary>
    /// <param name="arrays">Their descriptions, one behind the other.</param>
    /// <param name="count">How many.</param>
    /// <exception cref="ArgumentException">A description is wrong; names the array.</exception>
    public static GivenArray[] ReadAll(nint arrays, int count)
    {
        if (count < 0 || count > 100_000)
        {
            throw new ArgumentOutOfRangeException(nameof(count), count, "The number of arrays must be from 0 to 100,000.");
        }

        NativePointer.Require(arrays, nameof(arrays));
        GivenArray[] given = new GivenArray[count];
        for (int i = 0; i < count; i++)
        {
            given[i] = Read(((NativeArray*)arrays)[i], $"array {i}");
        }

        return given;
    }

    /// <summary>One array that a caller gave, whatever its name.</summary>
    public static GivenArray Read(nint array, string parameter)
    {
        NativePointer.Require(array, parameter);
        return Read(*(NativeArray*)array, parameter) with { Name = parameter };
    }

    /// <summary>The numbers as they are.</summary>
    public ReadOnlySpan<T> As<T>()
        where T : unmanaged => new((void*)Data, Count);

    /// <summary>The numbers in double precision.</summary>
    /// <exception cref="ArgumentException">One has no exact value there.</exception>
    public double[] ToDoubles()
    {
        double[] doubles = new double[Count];
        for (int i = 0; i < Count; i++)
        {
            doubles[i] = Type switch
            {
                NativeNumber.Bool => ((byte*)Data)[i] != 0 ? 1 : 0,
                NativeNumber.Int32 => ((int*)Data)[i],
                NativeNumber.Int64 => Exact(((long*)Data)[i], i),
                NativeNumber.UInt64 => Exact(((ulong*)Data)[i] > MostExact ? long.MaxValue : (long)((ulong*)Data)[i], i),
                NativeNumber.Single => ((float*)Data)[i],
                _ => ((double*)Data)[i],
            };
        }

        return doubles;
    }

    /// <summary>"int32 [3, 4]".</summary>
    public string Describe() => $"{NameOf(Type)} [{string.Join(", ", Shape)}]";

    /// <summary>Name of a type.</summary>
    public static string NameOf(NativeNumber type) => type switch
    {
        NativeNumber.Bool => "bool",
        NativeNumber.Int32 => "int32",
        NativeNumber.Int64 => "int64",
        NativeNumber.Single => "float32",
        NativeNumber.Double => "float64",
        _ => "uint64",
    };

    private double Exact(long value, int at) => value is >= -MostExact and <= MostExact
        ? value
        : throw new ArgumentException($"{Name}: number {at} is beyond 2^53 and has no exact value in double precision.", Name);

    private static GivenArray Read(NativeArray array, string what)
    {
        string name = array.Name == 0 ? what : NativePointer.Text(array.Name, what);
        if (!Enum.IsDefined((NativeNumber)array.Type))
        {
            throw new ArgumentException($"{name}: {array.Type} is no type of numbers; they are 1 to 6.", name);
        }

        if (array.Rank is < 0 or > MostDimensions)
        {
            throw new ArgumentException($"{name}: an array has from 0 to {MostDimensions} dimensions, not {array.Rank}.", name);
        }

        if (array.Shape == 0 && array.Rank > 0)
        {
            throw new ArgumentException($"{name}: its shape is a null pointer.", name);
        }

        long[] shape = new ReadOnlySpan<long>((void*)array.Shape, array.Rank).ToArray();
        decimal count = 1;
        foreach (long extent in shape)
        {
            if (extent < 0 || extent > Array.MaxLength)
            {
                throw new ArgumentException($"{name}: the extent {extent} is not from 0 to {Array.MaxLength:N0}.", name);
            }

            count *= extent;
            if (count > Array.MaxLength && !shape.Contains(0))
            {
                throw new ArgumentException($"{name}: [{string.Join(", ", shape)}] are more than {Array.MaxLength:N0} numbers.", name);
            }
        }

        if (shape.Contains(0))
        {
            count = 0;
        }

        return array.Data == 0 && count > 0
            ? throw new ArgumentException($"{name}: its numbers are a null pointer.", name)
            : new GivenArray(name, (NativeNumber)array.Type, shape, array.Data) { Count = (int)count };
    }
}

/// <summary>Pointers that a caller gave.</summary>
internal static class NativePointer
{
    /// <summary>Refuses a null pointer.</summary>
    /// <exception cref="ArgumentException">Names the argument.</exception>
    public static void Require(nint pointer, string parameter)
    {
        if (pointer == 0)
        {
            throw new ArgumentException($"{parameter} is a null pointer.", parameter);
        }
    }

    /// <summary>Text that a caller gave.</summary>
    public static string Text(nint text, string parameter)
    {
        Require(text, parameter);
        return Marshal.PtrToStringUTF8(text)!;
    }
}
