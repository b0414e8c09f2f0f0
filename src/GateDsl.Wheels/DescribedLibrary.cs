using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace GateDsl.Wheels;

/// <summary>What a library says of itself.</summary>
/// <param name="Version">Of GateDsl.</param>
/// <param name="All">Networks and twins.</param>
internal sealed record DescribedLibrary(string Version, IReadOnlyList<DescribedNetwork> All)
{
    /// <summary>The networks that are declared, without twins.</summary>
    public IReadOnlyList<DescribedNetwork> Networks => [.. All.Where(network => network.TwinOf is null)];

    /// <summary>The twin of a network; null: it has none.</summary>
    public DescribedNetwork? TwinOf(DescribedNetwork network) => All.FirstOrDefault(twin => twin.TwinOf == network.Name);

    /// <summary>Loads a library and asks it.</summary>
    /// <param name="library">Linked for this system.</param>
    /// <exception cref="SettingException">It cannot be loaded here, or has no networks.</exception>
    public static unsafe DescribedLibrary Of(string library)
    {
        const string Function = "gatedsl_description";
        if (!NativeLibrary.TryLoad(Path.GetFullPath(library), out nint handle))
        {
            throw new SettingException($"{library} cannot be loaded here; publish on the system that it is for.");
        }

        if (!NativeLibrary.TryGetExport(handle, Function, out nint function))
        {
            throw new SettingException(
                $"{library} has no function {Function}: there is no gated network in the project that can be exported, a class with [GatedNetwork] that is public.");
        }

        return Parse(Marshal.PtrToStringUTF8(((delegate* unmanaged<nint>)function)())!);
    }

    /// <summary>Reads what <c>gatedsl_description</c> returns.</summary>
    public static DescribedLibrary Parse(string json) =>
        JsonSerializer.Deserialize<Written>(json) is { Networks: { } networks, Version: { } version }
            ? new DescribedLibrary(version, networks)
            : throw new SettingException("The library describes nothing.");

    private sealed record Written(
        [property: JsonPropertyName("version")] string? Version,
        [property: JsonPropertyName("networks")] DescribedNetwork[]? Networks);
}
