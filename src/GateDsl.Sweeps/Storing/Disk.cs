namespace GateDsl.Sweeps;

/// <summary>What goes wrong with disks.</summary>
internal static class Disk
{
    /// <summary>Whether the error says that there is no room left, on the disk or for the user.</summary>
    public static bool IsFull(Exception? exception) => exception switch
    {
        null => false,
        AggregateException several => several.InnerExceptions.Any(IsFull),
        IOException when OperatingSystem.IsWindows() && (exception.HResult & 0xFFFF) is 0x70 or 0x27 => true,
        IOException when OperatingSystem.IsMacOS() && exception.HResult is 28 or 69 => true,
        IOException when !OperatingSystem.IsWindows() && !OperatingSystem.IsMacOS() && exception.HResult is 28 or 122 => true,
        _ => IsFull(exception.InnerException),
    };

    /// <summary>Whether a file or folder could not be read or written.</summary>
    public static bool IsError(Exception exception) => exception is IOException or UnauthorizedAccessException;

    /// <summary>What went wrong, without the path, which the caller may not know: files are written beside their place.</summary>
    public static string Explain(Exception exception) =>
        IsFull(exception) ? "there is no space left on the disk."
        : exception is DirectoryNotFoundException or FileNotFoundException ? "there is no such folder."
        : exception is UnauthorizedAccessException ? "it must not be written."
        : exception.Message.Split(" : '")[0].ReplaceLineEndings(" ").TrimEnd('.') + ".";

    /// <summary>Deletes what may not be there.</summary>
    public static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception exception) when (IsError(exception))
        {
            // What cannot be deleted is in nobody's way.
        }
    }

    /// <summary>Deletes a folder that may not be there.</summary>
    public static void TryDeleteFolder(string path)
    {
        try
        {
            Directory.Delete(path, recursive: true);
        }
        catch (Exception exception) when (IsError(exception))
        {
            // What cannot be deleted is in nobody's way.
        }
    }
}
