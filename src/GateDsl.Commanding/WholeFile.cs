namespace GateDsl.Commanding;

/// <summary>
/// A file that is there whole, or as it was before: written beside its place, then renamed. A link stays a link, to the new content; the
/// permissions of a file that is replaced stay. What is no file on a disk, a pipe or a device, is written to directly.
/// </summary>
public static class WholeFile
{
    // As many as systems follow, of all on the way.
    private const int MostLinks = 40;

    /// <summary>Writes it.</summary>
    /// <param name="file">Its path; its folder is made where it is not there.</param>
    /// <param name="content">All of it.</param>
    /// <exception cref="IOException">The disk is full, or the folder cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder or the file must not be written.</exception>
    public static void Write(string file, ReadOnlySpan<byte> content)
    {
        string path = Resolved(file);
        Directory.CreateDirectory(Path.GetDirectoryName(path) ?? path);
        if (File.Exists(path))
        {
            // Opened once: a pipe waits here for its reader, to whom the first writer that closes is the end of the file.
            using FileStream stream = new(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
            if (!stream.CanSeek || IsDevice(path))
            {
                stream.Write(content);
                return;
            }
        }

        byte[] bytes = content.ToArray();
        StagedFile.Write(path, stream => stream.Write(bytes));
    }

    /// <summary>The path at the end of all links, of a file that need not be there.</summary>
    /// <param name="file">A path.</param>
    /// <exception cref="IOException">Links lead around in a circle, or to where nothing can be.</exception>
    public static string Resolved(string file)
    {
        int links = MostLinks;
        return Resolved(file, ref links);
    }

    private static string Resolved(string file, ref int links)
    {
        string path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(file));
        if (Path.GetDirectoryName(path) is not { } folder)
        {
            return path;
        }

        string place = Path.Combine(Resolved(folder, ref links), Path.GetFileName(path));
        return TargetOf(new FileInfo(place)) is not { } target ? place
            : links-- > 0 ? Resolved(target, ref links)
            : throw new IOException($"{file}: links lead around in a circle.");
    }

    // Null where it is no link.
    private static string? TargetOf(FileSystemInfo entry) =>
        entry.LinkTarget is null ? null : entry.ResolveLinkTarget(returnFinalTarget: true)?.FullName;

    // What is in /dev can be sought in, and is not to be replaced either.
    private static bool IsDevice(string path) =>
        !OperatingSystem.IsWindows() && (path.StartsWith("/dev/", StringComparison.Ordinal) || path.StartsWith("/proc/", StringComparison.Ordinal));
}
