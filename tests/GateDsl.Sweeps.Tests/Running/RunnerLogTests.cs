namespace GateDsl.Sweeps.Tests.Running;

/// <summary>Whether a runner is taken for dead.</summary>
public sealed class RunnerLogTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    /// <summary>Of this machine the process says it; of another one a lock does, where the system has them.</summary>
    [Fact]
    public void AProcessThatIsThereMayLive()
    {
        ResultsFolder folder = new(_folder.Path);
        Directory.CreateDirectory(folder.Runners);
        using RunnerLog log = RunnerLog.Create(folder);
        string[] words = log.Name.Split('-');
        Assert.Equal([$"{log.Name}.log"], Directory.GetFiles(folder.Runners).Select(path => Path.GetFileName(path)));

        Assert.True(RunnerLog.MayLive(log.Name));
        Assert.False(RunnerLog.MayLive($"{words[0]}-2147483000-{words[2]}"));
        Assert.Equal(OperatingSystem.IsMacOS(), RunnerLog.MayLive($"another-{words[1]}-{words[2]}"));
    }
}
