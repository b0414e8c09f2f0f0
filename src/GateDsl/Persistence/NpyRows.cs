using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace GateDsl;

/// <summary>
/// The rows of an array in a .npy file, some at a time: for data larger than memory, whose sums over datapoints are gathered block by block (the
/// class Statistics of every network). Rows are datapoints; an array of one axis has rows of one number. May be read by several threads.
/// </summary>
public sealed class NpyRows : IDisposable
{
    private readonly FileStream _file;
    private readonly NpyHeader _header;
    private readonly string _path;

    private NpyRows(string path, FileStream file, NpyHeader header)
    {
        (_path, _file, _header) = (path, file, header);
        Count = header.Shape[0];
        Width = header.Shape.Length == 1 ? 1 : (int)header.Shape[1];
    }

    /// <summary>Number of rows.</summary>
    public long Count { get; }

    /// <summary>Numbers in a row.</summary>
    public int Width { get; }

    private int Size => int.Parse(_header.TypeName[2..], CultureInfo.InvariantCulture);

    /// <summary>Opens a file; its numbers stay on the disk.</summary>
    /// <param name="path">A .npy file, versions 1 to 3, of one or two axes in C order.</param>
    /// <exception cref="InvalidDataException">It is damaged, cut off, or an array of another kind; says which.</exception>
    /// <exception cref="IOException">It cannot be opened.</exception>
    public static NpyRows Open(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        try
        {
            NpyHeader header = NpyHeader.Read("it", file);
            Require(header, file.Length);
            return new NpyRows(path, file, header);
        }
        catch (Exception exception) when (exception is InvalidDataException or EndOfStreamException)
        {
            file.Dispose();
            throw new InvalidDataException($"{path} is refused: {exception.Message.TrimEnd('.')}.", exception);
        }
    }

    /// <summary>The blocks of a number of rows, in order: first row and number of rows.</summary>
    /// <param name="rows">Rows of all.</param>
    /// <param name="size">Rows of a block, at least 1; the last may have fewer.</param>
    public static IEnumerable<(long First, int Count)> Blocks(long rows, int size)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        return Each();

        IEnumerable<(long, int)> Each()
        {
            for (long first = 0; first < rows; first += size)
            {
                yield return (first, (int)Math.Min(size, rows - first));
            }
        }
    }

    /// <summary>Reads some rows.</summary>
    /// <param name="first">The first of them, from 0.</param>
    /// <param name="count">How many.</param>
    /// <typeparam name="T">What the numbers shall be: double, float, or int for indices and labels.</typeparam>
    /// <returns>Row-major, count x <see cref="Width"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There are no such rows.</exception>
    /// <exception cref="InvalidDataException">Whole numbers are asked for, and one is none or too large; names its row. Or the file was cut off.</exception>
    public T[] Read<T>(long first, int count)
        where T : struct, INumber<T>
    {
        ArgumentOutOfRangeException.ThrowIfNegative(first);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(first, Count - count);
        return _header.TypeName[1..] switch
        {
            "f4" => Read<float, T>(first, count),
            "f8" => Read<double, T>(first, count),
            "i4" => Read<int, T>(first, count),
            "i8" => Read<long, T>(first, count),
            _ => Read<byte, T>(first, count),
        };
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private static void Require(NpyHeader header, long length)
    {
        if (header.TypeName is not [_, ..] || header.TypeName[1..] is not ("f4" or "f8" or "i4" or "i8" or "u1" or "b1"))
        {
            throw new InvalidDataException(
                $"it holds numbers of type {header.TypeName}; expected floating-point or whole numbers of 32 or 64 bits, bytes or booleans");
        }

        if (header.Shape is not ([_] or [_, _]) || header.Shape is [_, > int.MaxValue])
        {
            throw new InvalidDataException($"it is {string.Join(" x ", header.Shape)}; expected datapoints, or datapoints x numbers");
        }

        if (header is { IsFortranOrder: true, Shape: [> 1, > 1] })
        {
            throw new InvalidDataException("it is in Fortran order, where the numbers of a row are not together; save numpy.ascontiguousarray(x)");
        }

        Int128 expected = header.Shape.Aggregate((Int128)int.Parse(header.TypeName[2..], CultureInfo.InvariantCulture), (bytes, size) => bytes * size);
        if (length - header.Length != expected)
        {
            throw new InvalidDataException($"it has {length - header.Length} bytes of numbers; its header claims {expected}");
        }
    }

    private T[] Read<TFound, T>(long first, int count)
        where TFound : unmanaged, INumber<TFound>
        where T : struct, INumber<T>
    {
        Memory.Require(nameof(count), $"{count:N0} rows of {Width:N0} numbers", (long)count * Width, Size + 8);
        TFound[] found = new TFound[count * Width];
        Span<byte> bytes = MemoryMarshal.AsBytes(found.AsSpan());
        long from = _header.Length + (first * Width * Size);
        for (int read = 0; read < bytes.Length;)
        {
            int more = RandomAccess.Read(_file.SafeFileHandle, bytes[read..], from + read);
            read += more > 0 ? more : throw new InvalidDataException($"{_path} was cut off while it was read.");
        }

        if (_header.IsBigEndian == BitConverter.IsLittleEndian && Size > 1)
        {
            ByteOrder.Reverse(bytes, Size);
        }

        if (found is T[] same)
        {
            return same;
        }

        bool isWhole = T.IsZero(T.One / (T.One + T.One));
        T[] values = new T[found.Length];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = T.CreateSaturating(found[i]);
            if (isWhole && TFound.CreateSaturating(values[i]) != found[i])
            {
                throw new InvalidDataException(string.Create(
                    CultureInfo.InvariantCulture,
                        $"{_path} has {found[i]} in row {first + (i / Width)}; expected whole numbers of {8 * Unsafe.SizeOf<T>()} bits."));
            }
        }

        return values;
    }
}
