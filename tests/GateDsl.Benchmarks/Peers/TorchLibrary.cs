using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace GateDsl.Benchmarks.Peers;

/// <summary>Loads libtorch for one thread.</summary>
internal static class TorchLibrary
{
    /// <summary>The version of the C++ library that TorchSharp's own library asks for: GCC 13. Debian 12 has GCC 12.</summary>
    private const string NewestVersion = "GLIBCXX_3.4.32";

    /// <summary>Must run before anything else of TorchSharp.</summary>
    public static void Load()
    {
        if (OperatingSystem.IsLinux())
        {
            ForgiveOldSystem(Path.Combine(AppContext.BaseDirectory, "libLibTorchSharp.so"));
        }

        set_num_threads(1);
        set_num_interop_threads(1);
    }

    /// <summary>
    /// The library needs that version for one symbol, std::ios_base_library_init, which is there to be linked against and is called and
    /// relocated nowhere. The need is marked as weak in the copy beside this program; then the system's loader goes on without it.
    /// </summary>
    private static void ForgiveOldSystem(string library)
    {
        if (NativeLibrary.TryLoad(library, out _))
        {
            return;
        }

        byte[] image = File.ReadAllBytes(library);
        if (!ElfVersionNeeds.MarkWeak(image, NewestVersion))
        {
            throw new DllNotFoundException($"{library} cannot be loaded, and not for want of {NewestVersion}: try ldd on it.");
        }

        // A file that another process has loaded must not change under it.
        string marked = $"{library}.{Environment.ProcessId}";
        File.WriteAllBytes(marked, image);
        File.Move(marked, library, overwrite: true);
        NativeLibrary.Load(library);
    }
}
