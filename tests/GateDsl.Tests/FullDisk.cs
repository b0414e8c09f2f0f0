using System.Diagnostics;

namespace GateDsl.Tests;

/// <summary>A disk of its own with room for little, mounted in a folder, gone with the test.</summary>
internal sealed class FullDisk : IDisposable
{
    private const int Page = 4096;

    /// <param name="pages">Its size, in pages of 4 kB.</param>
    public FullDisk(int pages)
    {
        if (Call("mount", "-t", "tmpfs", "-o", $"size={pages * 4}k", "tmpfs", Folder) != 0)
        {
            throw new InvalidOperationException("The disk cannot be mounted.");
        }
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("full-disk-").FullName;

    private string Filler => Path.Combine(Folder, "filler");

    /// <summary>Why there can be none; null: there can.</summary>
    public static string? WhyNot()
    {
        if (!OperatingSystem.IsLinux() || Environment.UserName != "root")
        {
            return "Mounting a small disk takes root on Linux.";
        }

        try
        {
            using FullDisk disk = new(pages: 4);
            return null;
        }
        catch (InvalidOperationException)
        {
            return "This machine lets nobody mount a small disk.";
        }
    }

    /// <summary>Fills it up to so many pages.</summary>
    public void Fill(int pagesLeft)
    {
        File.Delete(Filler);
        using FileStream stream = new(Filler, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        try
        {
            while (true)
            {
                stream.Write(new byte[Page]);
            }
        }
        catch (IOException)
        {
            stream.SetLength(Math.Max(0, stream.Length - (pagesLeft * Page)));
        }
    }

    /// <summary>All files in it but what fills it, by path, with their bytes.</summary>
    public SortedDictionary<string, byte[]> Files()
    {
        SortedDictionary<string, byte[]> files = new(StringComparer.Ordinal);
        foreach (string file in Directory.EnumerateFiles(
            Folder, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None }))
        {
            if (file != Filler)
            {
                files.Add(Path.GetRelativePath(Folder, file), File.ReadAllBytes(file));
            }
        }

        return files;
    }

    public void Dispose()
    {
        _ = Call("umount", "--lazy", Folder);
        Directory.Delete(Folder, recursive: true);
    }

    private static int Call(string program, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode;
    }
}
