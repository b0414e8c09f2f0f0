namespace GateDsl.Tool.Tests.Support;

/// <summary>A folder of its own for a test, gone with it.</summary>
public sealed class TestFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("gatedsl-tool-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
