using GateDsl.Commanding;

namespace GateDsl.Tool.Running;

/// <summary>
/// Where an answer is to be written. It is looked at before the work, which may take minutes: what can be known of it then is said then.
/// </summary>
internal static class OutPlace
{
    /// <summary>A file can be there, as far as can be told without writing it.</summary>
    /// <param name="file">As the user named it; its folders need not be there.</param>
    /// <exception cref="UnwritableException">It is a folder, a file is in its way, or its folder cannot be written.</exception>
    public static void RequireFile(string file) => Guard(file, () =>
    {
        string path = WholeFile.Resolved(file);
        if (Path.EndsInDirectorySeparator(file) || Directory.Exists(path))
        {
            throw new IOException("it is a folder; expected a file");
        }

        // A pipe is not to be opened before there is something to write.
        if (!File.Exists(path))
        {
            RequireRoom(Path.GetDirectoryName(path)!, file);
        }
    });

    /// <summary>The same of a folder.</summary>
    /// <param name="folder">As the user named it; neither it nor those above it need be there.</param>
    /// <exception cref="UnwritableException">It is a file, a file is in its way, or it cannot be written.</exception>
    public static void RequireFolder(string folder) => Guard(folder, () =>
    {
        string path = Path.GetFullPath(folder);
        if (File.Exists(Path.TrimEndingDirectorySeparator(path)))
        {
            throw new IOException("it is a file; expected a folder");
        }

        RequireRoom(path, folder);
    });

    /// <summary>Does it, and says of whatever keeps it from being written that this does.</summary>
    /// <param name="place">As the user named it.</param>
    /// <param name="write">Looks, or writes.</param>
    /// <exception cref="UnwritableException">It cannot be written.</exception>
    public static void Guard(string place, Action write)
    {
        try
        {
            write();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw new UnwritableException(place, exception);
        }
    }

    // What is written has another name first, so a file is made and taken away where it would stand.
    private static void RequireRoom(string folder, string place)
    {
        string there = folder;
        while (!Directory.Exists(there) && Path.GetDirectoryName(there) is { } above)
        {
            if (File.Exists(there))
            {
                throw new IOException($"{(Path.IsPathRooted(place) ? there : Path.GetRelativePath(".", there))} is a file; expected a folder");
            }

            there = above;
        }

        string trial = Path.Combine(there, "." + Path.GetRandomFileName());
        new FileStream(trial, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose).Dispose();
    }
}
