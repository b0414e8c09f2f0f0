using System.Runtime.InteropServices;

namespace GateDsl.Samples.Writing;

/// <summary>Lets two folders change places in one step, where the system knows how to.</summary>
internal static class FolderExchange
{
    private const int AtCurrentFolder = -100;
    private const uint Exchange = 2;

    /// <summary>False: nothing has changed, it must be done in two steps.</summary>
    public static bool TryExchange(string first, string second)
    {
        try
        {
            return OperatingSystem.IsLinux() && Rename(AtCurrentFolder, first, AtCurrentFolder, second, Exchange) == 0;
        }
        catch (Exception exception) when (exception is DllNotFoundException or EntryPointNotFoundException)
        {
            return false;
        }
    }

    [DllImport("libc", EntryPoint = "renameat2")]
    private static extern int Rename(
        int firstFolder, [MarshalAs(UnmanagedType.LPUTF8Str)] string first, int secondFolder, [MarshalAs(UnmanagedType.LPUTF8Str)] string second, uint flags);
}
