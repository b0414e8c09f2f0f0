using System.IO.Compression;

namespace GateDsl;

/// <summary>Files of named arrays, .npz or .safetensors by their ending.</summary>
internal static class ArrayFile
{
    private const string Npz = ".npz";
    private const string Safetensors = ".safetensors";

    /// <summary>Writes all arrays or leaves what was there.</summary>
    /// <exception cref="ArgumentException">The path has neither ending.</exception>
    public static void Write(string path, IReadOnlyList<StoredArray> arrays)
    {
        bool isNpz = IsNpz(path);
        StagedFile.Write(path, stream =>
        {
            if (isNpz)
            {
                NpzWriter.Write(stream, arrays);
            }
            else
            {
                SafetensorsWriter.Write(stream, arrays);
            }
        });
    }

    /// <summary>Finds the arrays of a file and hands them out while it is open.</summary>
    /// <param name="path">The file.</param>
    /// <param name="most">How many arrays it may have.</param>
    /// <param name="read">Reads what it needs of them, by name.</param>
    /// <exception cref="InvalidDataException">It is damaged, or does not hold what is expected; the message names the file.</exception>
    public static TResult Read<TResult>(string path, int most, Func<IReadOnlyDictionary<string, FoundArray>, TResult> read) =>
        IsNpz(path)
            ? ReadNpz(path, most, read)
            : Open(path, file => read(ByName(SafetensorsReader.Find(file, most))));

    /// <summary>The same for an archive of .npy files, whatever its ending.</summary>
    public static TResult ReadNpz<TResult>(string path, int most, Func<IReadOnlyDictionary<string, FoundArray>, TResult> read) => Open(path, file =>
    {
        using ZipArchive archive = new(file, ZipArchiveMode.Read);
        return read(ByName(NpzReader.Find(archive, most)));
    });

    private static TResult Open<TResult>(string path, Func<FileStream, TResult> read)
    {
        using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        try
        {
            return read(file);
        }
        catch (Exception exception) when (exception is InvalidDataException or EndOfStreamException or NotSupportedException)
        {
            throw new InvalidDataException($"{path} is refused: {exception.Message.TrimEnd('.')}.", exception);
        }
    }

    private static Dictionary<string, FoundArray> ByName(IReadOnlyList<FoundArray> found)
    {
        Dictionary<string, FoundArray> arrays = new(StringComparer.Ordinal);
        foreach (FoundArray array in found)
        {
            if (!arrays.TryAdd(array.Name, array))
            {
                throw new InvalidDataException($"it holds {array.Name} twice");
            }
        }

        return arrays;
    }

    private static bool IsNpz(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return path.EndsWith(Npz, StringComparison.OrdinalIgnoreCase)
            || (path.EndsWith(Safetensors, StringComparison.OrdinalIgnoreCase)
                ? false
                : throw new ArgumentException($"'{path}' ends neither in {Npz} nor in {Safetensors}; the ending says how to store it.", nameof(path)));
    }
}
