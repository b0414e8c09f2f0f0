namespace GateDsl.Package.Tests.Consuming;

/// <summary>All consumers in one solution, restored and built once.</summary>
public sealed class BuiltConsumers
{
    private readonly string _folder;
    private readonly string[] _lines;

    public BuiltConsumers(Packed packed)
    {
        ArgumentNullException.ThrowIfNull(packed);
        _folder = packed.NewFolder("consumers");
        foreach (Consumer consumer in Consumer.All)
        {
            consumer.Write(Path.Combine(_folder, consumer.Name), packed.Version);
        }

        File.WriteAllText(
            Path.Combine(_folder, "All.slnx"),
            $"<Solution>{string.Concat(Consumer.All.Select(consumer => $"<Project Path=\"{consumer.Name}/{consumer.Name}.csproj\" />"))}</Solution>");
        CommandRun build = packed.Dotnet(_folder, "build", "All.slnx", "-c", "Release", "-nologo", "-v", "q");
        _lines = [.. build.Output.Split('\n').Select(line => line.Trim()).Distinct()];
    }

    /// <summary>The assembly of a project; not there where it did not build.</summary>
    public string Assembly(string name) => Path.Combine(_folder, name, "bin", "Release", "net10.0", name + ".dll");

    /// <summary>The folder of a project.</summary>
    public string FolderOf(string name) => Path.Combine(_folder, name);

    /// <summary>What the build said of a project.</summary>
    public string[] Said(string name) => [.. _lines.Where(line => line.Contains(name + ".csproj", StringComparison.Ordinal))];
}
