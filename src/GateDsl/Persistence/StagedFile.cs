using System.IO.Enumeration;
using System.Security.Cryptography;
using System.Text;

namespace GateDsl;

/// <summary>
/// A file that is there whole, or as it was before: written beside its place under a name that nobody else has, flushed to the disk, then renamed.
/// Who writes the same file at the same time does the same; the last one's stays, whole. What a process left that was killed is taken away by the
/// next one that writes this file.
/// </summary>
internal static class StagedFile
{
    private const string Unfinished = ".unfinished";

    /// <summary>Bytes of a name that others can be made of: file systems allow 255.</summary>
    private const int LongestStem = 200;

    /// <summary>Times that another process may take a file away that was just made and is not locked yet.</summary>
    private const int MostAttempts = 5;

    /// <param name="path">Where to; its folder must be there. A link stays a link, to the new content.</param>
    /// <param name="write">Writes all of it.</param>
    /// <exception cref="IOException">The disk is full, or the folder is not there.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder or the file must not be written.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        string place = Path.GetFullPath(path);
        FileInfo link = new(place);
        place = link.LinkTarget is null ? place : link.ResolveLinkTarget(returnFinalTarget: true)!.FullName;
        string folder = Path.GetDirectoryName(place) ?? place, stem = Stem(Path.GetFileName(place));
        bool isDone = false;
        for (int attempt = 1; !isDone; attempt++)
        {
            string staged = Path.Combine(folder, stem + Path.GetRandomFileName() + Unfinished);
            try
            {
                isDone = TryWrite(staged, place, write, isLast: attempt == MostAttempts);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException
                && exception.Message.Contains(staged, StringComparison.Ordinal))
            {
                throw OfPlace(exception, exception.Message.Replace(staged, path, StringComparison.Ordinal));
            }
        }

        Tidy(folder, stem);
    }

    // What the system says, of the file that was asked for: nobody gave the other name.
    private static Exception OfPlace(Exception exception, string message) => exception switch
    {
        UnauthorizedAccessException => new UnauthorizedAccessException(message, exception),
        DirectoryNotFoundException => new DirectoryNotFoundException(message, exception),
        _ => new IOException(message, exception) { HResult = exception.HResult },
    };

    // Hidden, and not too long for what is added.
    private static string Stem(string name)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(name);
        return $".{(bytes.Length <= LongestStem ? name : Convert.ToHexString(SHA256.HashData(bytes)))}.";
    }

    // False: taken for one that was left, by somebody who was quicker than the lock.
    private static bool TryWrite(string staged, string place, Action<Stream> write, bool isLast)
    {
        FileStream stream;
        try
        {
            stream = new(staged, FileMode.CreateNew, FileAccess.Write, FileShare.Delete);
        }
        catch (IOException) when (!isLast && Directory.Exists(Path.GetDirectoryName(staged)))
        {
            TryDelete(staged);
            return false;
        }

        try
        {
            // Renamed before it is closed, so that it is never unlocked under this name.
            using (stream)
            {
                write(stream);
                stream.Flush(flushToDisk: true);
                if (!OperatingSystem.IsWindows() && File.Exists(place))
                {
                    File.SetUnixFileMode(staged, File.GetUnixFileMode(place));
                }

                File.Move(staged, place, overwrite: true);
                return true;
            }
        }
        catch (FileNotFoundException) when (!isLast)
        {
            return false;
        }
        catch
        {
            TryDelete(staged);
            throw;
        }
    }

    private static void Tidy(string folder, string stem)
    {
        try
        {
            EnumerationOptions hiddenToo = new() { AttributesToSkip = FileAttributes.None };
            foreach (string left in new FileSystemEnumerable<string>(folder, (ref entry) => entry.ToFullPath(), hiddenToo)
            {
                ShouldIncludePredicate = (ref entry) => !entry.IsDirectory && entry.FileName.StartsWith(stem) && entry.FileName.EndsWith(Unfinished),
            })
            {
                TakeAway(left);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A folder that can be written, but not read: what is left there is in nobody's way.
        }
    }

    // Whoever still writes it holds a lock on it.
    private static void TakeAway(string left)
    {
        try
        {
            new FileStream(left, FileMode.Open, FileAccess.Read, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose).Dispose();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Somebody writes it, or has taken it away.
        }
    }

    private static void TryDelete(string file)
    {
        try
        {
            File.Delete(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Why it could not be written is said; that it cannot be taken away either adds nothing.
        }
    }
}
