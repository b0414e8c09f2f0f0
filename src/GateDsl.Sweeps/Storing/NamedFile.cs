namespace GateDsl.Sweeps;

/// <summary>Files whose place the caller says: a plan, a table.</summary>
internal static class NamedFile
{
    /// <summary>Writes it whole or not at all; a device or a pipe is written to as it is.</summary>
    /// <param name="what">With its article, as in <c>The table</c>.</param>
    /// <param name="path">Its place.</param>
    /// <param name="write">Writes its content.</param>
    /// <exception cref="IOException">It cannot be written; the message names the place and the reason.</exception>
    public static void Write(string what, string path, Action<Stream> write)
    {
        try
        {
            if (IsDevice(path))
            {
                using FileStream stream = new(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
                write(stream);
            }
            else if (Directory.Exists(path))
            {
                throw new IOException("it is a folder");
            }
            else
            {
                WholeFile.Write(path, write);
            }
        }
        catch (Exception exception) when (Disk.IsError(exception))
        {
            throw new IOException($"{what} cannot be written to {path}: {Disk.Explain(exception)}", exception);
        }
    }

    /// <summary>The path with all links followed, of a file that need not be there.</summary>
    /// <exception cref="IOException">Links lead around in a circle.</exception>
    public static string Follow(string path)
    {
        string full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        if (Path.GetDirectoryName(full) is not { } parent)
        {
            return full;
        }

        string place = Path.Combine(Follow(parent), Path.GetFileName(full));
        FileInfo file = new(place);
        return file.LinkTarget is null ? place : file.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? place;
    }

    /// <summary>Whether a path leads into a folder, or is the folder.</summary>
    public static bool IsWithin(string path, string folder)
    {
        string place = Follow(path);
        string root = Follow(folder);
        return place == root || place.StartsWith(Path.EndsInDirectorySeparator(root) ? root : root + Path.DirectorySeparatorChar, StringComparison.Ordinal);
    }

    // What lies in /dev/shm are files in memory.
    private static bool IsDevice(string path)
    {
        string full = Path.GetFullPath(path);
        return !OperatingSystem.IsWindows() && File.Exists(full)
            && (full.StartsWith("/proc/", StringComparison.Ordinal)
                || (full.StartsWith("/dev/", StringComparison.Ordinal) && !full.StartsWith("/dev/shm/", StringComparison.Ordinal)));
    }
}
