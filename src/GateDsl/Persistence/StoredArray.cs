using System.Runtime.InteropServices;

namespace GateDsl;

/// <summary>An array to be written: its name, its axes and its numbers, the last axis fastest.</summary>
/// <param name="Name">Its name in the file.</param>
/// <param name="Shape">Sizes of the axes.</param>
/// <param name="Type">What its numbers are.</param>
/// <param name="WriteTo">Writes the numbers, lowest byte first.</param>
internal sealed record StoredArray(string Name, int[] Shape, ElementType Type, Action<Stream> WriteTo)
{
    private const int NumbersAtATime = 1 << 17;

    public long Bytes => Shape.Aggregate((long)Type.Size(), (bytes, size) => bytes * size);

    public static StoredArray Of<T>(string name, T[] values)
        where T : struct => new(name, [values.Length], TypeOf<T>(), stream => Write(values, stream));

    public static StoredArray Of<T>(string name, T[] values, int rows, int columns)
        where T : struct => new(name, [rows, columns], TypeOf<T>(), stream => Write(values, stream));

    public static StoredArray Of(string name, double[,] values)
    {
        (int rows, int columns) = (values.GetLength(0), values.GetLength(1));
        return new(name, [rows, columns], ElementType.Double, stream =>
        {
            double[] row = new double[columns];
            for (int i = 0; i < rows; i++)
            {
                for (int j = 0; j < columns; j++)
                {
                    row[j] = values[i, j];
                }

                Write(row, stream);
            }
        });
    }

    public static ElementType TypeOf<T>() => default(T) switch
    {
        float => ElementType.Float,
        double => ElementType.Double,
        int => ElementType.Int32,
        byte => ElementType.Byte,
        _ => throw new NotSupportedException($"{typeof(T).Name} is not stored."),
    };

    private static void Write<T>(T[] values, Stream stream)
        where T : struct
    {
        for (int done = 0; done < values.Length; done += NumbersAtATime)
        {
            ReadOnlySpan<byte> part = MemoryMarshal.AsBytes<T>(values.AsSpan(done, Math.Min(NumbersAtATime, values.Length - done)));
            if (BitConverter.IsLittleEndian)
            {
                stream.Write(part);
                continue;
            }

            byte[] swapped = part.ToArray();
            ByteOrder.Reverse(swapped, TypeOf<T>().Size());
            stream.Write(swapped);
        }
    }
}
