namespace GateDsl.Sweeps;

/// <summary>Files that are there whole or not at all: written beside, flushed to the disk, renamed.</summary>
internal static class WholeFile
{
    /// <summary>Writes a file, over one that may be there.</summary>
    /// <param name="path">Where it ends up.</param>
    /// <param name="write">Writes its content.</param>
    public static void Write(string path, Action<Stream> write)
    {
        string full = Path.GetFullPath(path);
        string beside = Path.Combine(Path.GetDirectoryName(full)!, $".{Path.GetFileName(full)}.{Path.GetRandomFileName()}.tmp");
        Write(full, beside, write);
    }

    /// <summary>Writes a file that nobody else writes meanwhile: the first one stays, whoever's it is.</summary>
    public static void WriteFirst(string path, ReadOnlySpan<byte> content)
    {
        string beside = $"{path}.{Path.GetRandomFileName()}.tmp";
        try
        {
            using (FileStream stream = new(beside, FileMode.CreateNew, FileAccess.Write, FileShare.Read))
            {
                stream.Write(content);
                stream.Flush(flushToDisk: true);
            }

            File.Move(beside, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            // Somebody was first.
        }
        finally
        {
            Disk.TryDelete(beside);
        }
    }

    /// <summary>Writes a file by way of another on the same disk.</summary>
    public static void Write(string path, string beside, Action<Stream> write)
    {
        try
        {
            using (FileStream stream = new(beside, FileMode.Create, FileAccess.Write, FileShare.Read))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            Rename(beside, path);
        }
        catch
        {
            Disk.TryDelete(beside);
            throw;
        }
    }

    /// <summary>Makes the content of a file that others wrote safe from a power cut.</summary>
    public static void Flush(string path)
    {
        using FileStream stream = new(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        stream.Flush(flushToDisk: true);
    }

    private static void Rename(string from, string to)
    {
        try
        {
            File.Move(from, to, overwrite: true);
        }
        catch (IOException exception) when (exception is DirectoryNotFoundException or FileNotFoundException)
        {
            // A folder is made when its first file comes, not looked for at every one. Where another thread makes it just now, the file is said to be missing.
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Move(from, to, overwrite: true);
        }
    }
}
