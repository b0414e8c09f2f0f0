namespace GateDsl.Wheels;

/// <summary>What Python calls the systems that libraries are built for.</summary>
internal static class PlatformTag
{
    private static readonly Dictionary<string, string> Platforms = new(StringComparer.Ordinal)
    {
        ["linux-x64"] = "linux_x86_64",
        ["linux-arm64"] = "linux_aarch64",
        ["linux-arm"] = "linux_armv7l",
        ["linux-musl-x64"] = "linux_x86_64",
        ["linux-musl-arm64"] = "linux_aarch64",
        ["osx-x64"] = "macosx_12_0_x86_64",
        ["osx-arm64"] = "macosx_12_0_arm64",
        ["win-x64"] = "win_amd64",
        ["win-arm64"] = "win_arm64",
    };

    /// <summary>
    /// The platform of a runtime identifier, linux_x86_64. Linux libraries are for systems like the one that linked them, so no manylinux is claimed.
    /// </summary>
    /// <exception cref="SettingException">There is none for it.</exception>
    public static string Of(string runtimeIdentifier) => Platforms.TryGetValue(runtimeIdentifier, out string? platform)
        ? platform
        : throw new SettingException(
            $"There is no Python platform for the runtime identifier '{runtimeIdentifier}'; known are {string.Join(", ", Platforms.Keys)}.");
}
