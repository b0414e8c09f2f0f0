namespace GateDsl.Sweeps.Tests;

/// <summary>A disk with room for little, mounted in a folder.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly string _folder;

    public SmallDisk(string folder, string size)
    {
        _folder = folder;
        Directory.CreateDirectory(folder);
        Probe.RunOther("/", "mount", "-t", "tmpfs", "-o", $"size={size}", "tmpfs", folder).Well();
    }

    /// <summary>Why there can be none; null: there can.</summary>
    public static string? WhyNot()
    {
        if (!OperatingSystem.IsLinux() || Environment.UserName != "root")
        {
            return "Mounting a small disk takes root on Linux.";
        }

        using TemporaryFolder folder = new();
        bool mounts = Probe.RunOther("/", "mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", folder.Path).Code == 0;
        return mounts && Probe.RunOther("/", "umount", folder.Path).Code == 0 ? null : "This machine lets nobody mount a small disk.";
    }

    /// <summary>Gives it more room.</summary>
    public void Grow(string size) => Probe.RunOther("/", "mount", "-o", $"remount,size={size}", _folder).Well();

    public void Dispose() => Probe.RunOther("/", "umount", "--lazy", _folder);
}
