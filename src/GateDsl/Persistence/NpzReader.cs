using System.IO.Compression;

namespace GateDsl;

/// <summary>The arrays of an archive of .npy files, plain or compressed, as numpy.savez and numpy.savez_compressed write it.</summary>
internal static class NpzReader
{
    private const string Ending = ".npy";

    /// <param name="archive">The open archive.</param>
    /// <param name="most">How many arrays it may have.</param>
    /// <exception cref="InvalidDataException">It is damaged, or holds something else.</exception>
    public static IReadOnlyList<FoundArray> Find(ZipArchive archive, int most)
    {
        if (archive.Entries.Count > most)
        {
            throw new InvalidDataException($"it holds {archive.Entries.Count} entries, and at most {most} are expected");
        }

        return [.. archive.Entries.Select(Find)];
    }

    private static FoundArray Find(ZipArchiveEntry entry)
    {
        if (!entry.FullName.EndsWith(Ending, StringComparison.Ordinal))
        {
            throw new InvalidDataException($"it holds '{entry.FullName}', which is no .npy file");
        }

        string name = entry.FullName[..^Ending.Length];
        using Stream stream = entry.Open();
        NpyHeader header = NpyHeader.Read(name, stream);
        return new FoundArray(
            name, header.Shape, header.TypeName, ElementTypes.FromNpy(header.TypeName), header.IsBigEndian, header.IsFortranOrder,
            () => Numbers(entry, header.Length));
    }

    private static Stream Numbers(ZipArchiveEntry entry, long start)
    {
        Stream stream = entry.Open();
        stream.ReadExactly(new byte[start]);
        return stream;
    }
}
