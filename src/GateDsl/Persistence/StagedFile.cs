namespace GateDsl;

/// <summary>A file that is there whole, or as it was before: written beside its place, flushed to the disk, then renamed.</summary>
internal static class StagedFile
{
    private const string Unfinished = ".unfinished";

    /// <param name="path">Where to; its folder must be there. A link stays a link, to the new content.</param>
    /// <param name="write">Writes all of it.</param>
    /// <exception cref="IOException">The disk is full, or the folder is not there.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder or the file must not be written.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        string place = Path.GetFullPath(path);
        FileInfo link = new(place);
        place = link.LinkTarget is null ? place : link.ResolveLinkTarget(returnFinalTarget: true)!.FullName;
        string staged = place + Unfinished;
        try
        {
            using (FileStream stream = new(staged, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            if (!OperatingSystem.IsWindows() && File.Exists(place))
            {
                File.SetUnixFileMode(staged, File.GetUnixFileMode(place));
            }

            File.Move(staged, place, overwrite: true);
        }
        finally
        {
            File.Delete(staged);
        }
    }
}
