namespace GateDsl.Package.Tests.Support;

/// <summary>A test that compiles to native code, which needs a C compiler to link with.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NativeFactAttribute : FactAttribute
{
    public NativeFactAttribute()
    {
        if (Linker is null)
        {
            Skip = "There is no clang and no gcc to link with.";
        }
    }

    /// <summary>The C compiler of this machine; null: none, or a system on which the SDK looks for its own.</summary>
    public static string? Linker { get; } = new[] { "clang", "gcc" }.FirstOrDefault(IsOnPath);

    private static bool IsOnPath(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator).Any(folder => folder.Length > 0 && File.Exists(Path.Combine(folder, program)));
}
