using System.Reflection;
using System.Runtime.InteropServices;

namespace GateDsl.Sweeps;

/// <summary>How this program is called again, on this machine or another one that sees the same files.</summary>
internal static class ProgramCommand
{
    /// <summary>Program and first arguments.</summary>
    public static IReadOnlyList<string> Find()
    {
        string process = Environment.ProcessPath ?? throw new WrongUseException("The system does not say where this program lies, so no script can call it.");
        bool isHost = Path.GetFileNameWithoutExtension(process).Equals("dotnet", StringComparison.OrdinalIgnoreCase);
        return isHost && AssemblyPath() is { Length: > 0 } assembly ? [process, assembly] : [process];
    }

    /// <summary>As a container has it unless told otherwise.</summary>
    public static IReadOnlyList<string> InContainer() => ["dotnet", $"/app/{Path.GetFileName(AssemblyPath())}"];

    /// <summary>The folder of the .NET that runs this, if it is not part of the program.</summary>
    public static string? FindRuntime()
    {
        string runtime = RuntimeEnvironment.GetRuntimeDirectory();
        string? root = Path.GetDirectoryName(Path.GetDirectoryName(Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(runtime))));
        return root is not null && Directory.Exists(Path.Combine(root, "shared")) ? root : null;
    }

    private static string AssemblyPath() => Environment.GetCommandLineArgs()[0] is { } path && path.EndsWith(".dll", StringComparison.OrdinalIgnoreCase)
        ? Path.GetFullPath(path)
        : $"{Assembly.GetEntryAssembly()?.GetName().Name ?? "program"}.dll";
}
