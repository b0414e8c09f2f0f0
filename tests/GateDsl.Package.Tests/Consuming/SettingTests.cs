namespace GateDsl.Package.Tests.Consuming;

/// <summary>Projects of every setting build from the packed files without a warning, and run.</summary>
[Collection(Packed.Name)]
public sealed class SettingTests(Packed packed, BuiltConsumers consumers) : IClassFixture<BuiltConsumers>
{
    public static TheoryData<string> Programs => [.. Consumer.All.Where(one => one.Files.ContainsKey("Program.cs")).Select(one => one.Name)];

    [Theory]
    [MemberData(nameof(Programs))]
    public void AProjectBuildsWithoutWarningAndRuns(string name)
    {
        Assert.Empty(consumers.Said(name));

        CommandRun run = packed.Dotnet(consumers.FolderOf(name), "exec", consumers.Assembly(name)).Succeeded();

        Assert.Contains("They agree.", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void GeneratedFilesCanBeReadInAFolderWithSpaces() => Assert.NotEmpty(
        Directory.EnumerateFiles(Path.Combine(consumers.FolderOf("EmittedFiles"), "what the compiler wrote"), "*.g.cs", SearchOption.AllDirectories));

    [Fact]
    public void AFaultIsNamedByItsIdWithAPageThatHelps()
    {
        string[] said = consumers.Said(Consumer.Faulty);

        Assert.False(File.Exists(consumers.Assembly(Consumer.Faulty)));
        Assert.Contains(said, line => line.Contains("Network.cs(", StringComparison.Ordinal)
            && line.Contains("error GDSL", StringComparison.Ordinal)
            && line.Contains("Itme", StringComparison.Ordinal)
            && line.Contains("https://github.com/gatedsl/gatedsl/blob/main/docs/diagnostics/GDSL", StringComparison.Ordinal));
        Assert.DoesNotContain(said, line => line.Contains("CS9248", StringComparison.Ordinal));
    }
}
