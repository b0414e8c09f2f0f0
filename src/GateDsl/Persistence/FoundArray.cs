using System.Numerics;
using System.Runtime.InteropServices;

namespace GateDsl;

/// <summary>An array that a file claims to hold: read only where it has the shape that is expected, so that no claim allocates anything.</summary>
/// <param name="Name">Its name in the file.</param>
/// <param name="Shape">Sizes of the axes.</param>
/// <param name="TypeName">What its numbers are, in the words of the file.</param>
/// <param name="Type">The same; null: none of those that are read.</param>
/// <param name="IsBigEndian">The highest byte comes first.</param>
/// <param name="IsFortranOrder">The first axis is the fastest.</param>
/// <param name="Open">Opens the file where the numbers start.</param>
internal sealed record FoundArray(
    string Name, long[] Shape, string TypeName, ElementType? Type, bool IsBigEndian, bool IsFortranOrder, Func<Stream> Open)
{
    /// <summary>The shape in words: 100 x 8.</summary>
    public string ShapeWords => Shape.Length == 0 ? "a single number" : string.Join(" x ", Shape);

    /// <summary>Whole numbers and bytes, as they stand.</summary>
    /// <param name="destination">As many as the array has.</param>
    /// <exception cref="InvalidDataException">The file ends before, or goes on after.</exception>
    public void ReadBytes(Span<byte> destination)
    {
        using Stream stream = Open();
        try
        {
            stream.ReadExactly(destination);
        }
        catch (EndOfStreamException)
        {
            throw new InvalidDataException($"{Name} is cut off: it should have {destination.Length} bytes of numbers.");
        }

        if (stream.ReadByte() >= 0)
        {
            throw new InvalidDataException($"{Name} goes on after its {destination.Length} bytes of numbers.");
        }

        if (IsBigEndian == BitConverter.IsLittleEndian && Type is { } type && type.Size() > 1)
        {
            ByteOrder.Reverse(destination, type.Size());
        }
    }

    /// <summary>A matrix of floating-point numbers, row by row, in another precision where the file has that.</summary>
    /// <param name="rows">Rows expected.</param>
    /// <param name="columns">Columns expected.</param>
    /// <exception cref="InvalidDataException">It has another shape, other numbers, or ends early.</exception>
    public T[] ReadMatrix<T>(int rows, int columns)
        where T : struct, INumber<T>
    {
        if (Shape is not [long foundRows, long foundColumns] || foundRows != rows || foundColumns != columns)
        {
            throw new InvalidDataException($"{Name} is {ShapeWords}; expected {rows} x {columns} (target x source).");
        }

        T[] values = Type switch
        {
            ElementType.Float => Read<float, T>(rows * columns),
            ElementType.Double => Read<double, T>(rows * columns),
            _ => throw new InvalidDataException($"{Name} holds numbers of type {TypeName}; expected 32- or 64-bit floating-point numbers."),
        };
        return IsFortranOrder ? Transposed(values, rows, columns) : values;
    }

    private T[] Read<TFound, T>(int count)
        where TFound : struct, INumber<TFound>
        where T : struct, INumber<T>
    {
        TFound[] found = new TFound[count];
        ReadBytes(MemoryMarshal.AsBytes(found.AsSpan()));
        if (found is T[] same)
        {
            return same;
        }

        T[] values = new T[count];
        RowNumbers.Convert<TFound, T>(found, values);
        return values;
    }

    private static T[] Transposed<T>(T[] values, int rows, int columns)
    {
        T[] rowMajor = new T[values.Length];
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < columns; j++)
            {
                rowMajor[(i * columns) + j] = values[(j * rows) + i];
            }
        }

        return rowMajor;
    }
}
