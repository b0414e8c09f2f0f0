using System.Numerics;
using GateDsl.Tool.Running;

namespace GateDsl.Tool.Arrays;

/// <summary>
/// An array of finite numbers in a file, read a part at a time: however large the file, no more of it is in memory than was asked for.
/// </summary>
internal abstract class NumberArray(string file, ArrayShape shape) : IDisposable
{
    private const string Expected = "an array in a .npy or .csv file";

    /// <summary>The file, as the user named it.</summary>
    public string File { get; } = file;

    /// <summary>Sizes of the axes, none of them 0.</summary>
    public ArrayShape Shape { get; } = shape;

    /// <summary>Whether the numbers are of single precision, so that reading them as such loses nothing.</summary>
    public abstract bool IsSingle { get; }

    /// <summary>Opens a file of numbers: .csv by its name, .npy by what it begins with.</summary>
    /// <param name="file">The file, as the user named it.</param>
    /// <param name="kinds">What it may hold; text has no types.</param>
    /// <exception cref="BadInputException">It is neither, or broken.</exception>
    public static NumberArray Open(string file, AcceptedNumbers kinds = AcceptedNumbers.Floats)
    {
        InputFile.RequireNoFolder(file, Expected);
        try
        {
            return Path.GetExtension(file).Equals(".csv", StringComparison.OrdinalIgnoreCase) ? CsvArray.Open(file) : NpyArray.Open(file, kinds);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new BadInputException(file, $"there is no such file; expected {Expected}.", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw Unreadable(file, exception);
        }
    }

    /// <summary>
    /// Reads rows, as many as <paramref name="rowMajor"/> has room for. A row goes along the last axis; the other axes are run through in order,
    /// the last of them fastest.
    /// </summary>
    /// <typeparam name="T">float, where <see cref="IsSingle"/>, or double.</typeparam>
    /// <param name="first">The first row.</param>
    /// <param name="rowMajor">Where to.</param>
    /// <exception cref="BadInputException">A number is not finite, or the file cannot be read.</exception>
    public void Read<T>(long first, Span<T> rowMajor)
        where T : struct, IBinaryFloatingPointIeee754<T>
    {
        try
        {
            ReadRows(first, rowMajor);
        }
        catch (IOException exception)
        {
            throw Unreadable(File, exception);
        }

        for (int i = 0; i < rowMajor.Length; i++)
        {
            if (!T.IsFinite(rowMajor[i]))
            {
                string number = T.IsNaN(rowMajor[i]) ? "NaN" : "infinite";
                throw new BadInputException(File, $"element {Shape.Index((first * Shape.RowLength) + i)} is {number}; expected finite numbers.");
            }
        }
    }

    /// <summary>All of it, the last axis fastest.</summary>
    /// <exception cref="BadInputException">A number is not finite, it is too large, or the file cannot be read.</exception>
    public double[] ReadAll()
    {
        if (Shape.Length > Array.MaxLength)
        {
            throw new BadInputException(File, $"holds {Shape.Length} numbers ({Shape}); expected at most {Array.MaxLength}.");
        }

        double[] all = new double[Shape.Length];
        Read(0, all.AsSpan());
        return all;
    }

    public abstract void Dispose();

    /// <summary>Reads rows as they stand in the file, finite or not.</summary>
    protected abstract void ReadRows<T>(long first, Span<T> rowMajor)
        where T : struct, IBinaryFloatingPointIeee754<T>;

    private static BadInputException Unreadable(string file, Exception exception) =>
        new(file, $"it cannot be read ({exception.Message}); expected {Expected}.", exception);
}
