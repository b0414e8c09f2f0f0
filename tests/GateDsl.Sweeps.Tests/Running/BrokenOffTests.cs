namespace GateDsl.Sweeps.Tests.Running;

/// <summary>Runs that end their process, and never get done.</summary>
public sealed class BrokenOffTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [UnixFact]
    public void CountsNamesAndAtLastSkipsThem()
    {
        Plan("--set", "how=falls,well");
        Assert.DoesNotContain("broke off", Status().Output);
        Assert.NotEqual(0, Run().Code);
        Assert.Contains("missing: 2\nbroke off: 1 of the missing, begun once and never ended; --list names them\n", Status().Output);

        // The other run comes first now. A single death or two may be the machine's, so the run is tried again.
        Assert.NotEqual(0, Run("--skip-failed").Code);
        Assert.NotEqual(0, Run("--skip-failed").Code);
        Assert.Contains("done: 1 of 2\nrunning: 0\nfailed: 0\nmissing: 1\nbroke off: 1 of the missing, begun up to 3 times", Status().Output);
        string line = Assert.Single(Probe.Run(_folder.Path, "status", "--list").Well().Output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Matches("^run 0 .*how=falls.* broke off: begun 3 times, and the process ended with it$", line);

        Ended skipped = Run("--skip-failed").Well();
        Assert.Equal("Share 0 of 1: 1 done, 1 broke off 3 times or more and skipped.", skipped.Output.TrimEnd());
        Assert.NotEqual(0, Run().Code);
        Assert.Equal(3, Probe.Run(_folder.Path, "collect").Code);
    }

    [Fact]
    public void TakesNoProcessThatARunEndedForAShareThatIsDone()
    {
        Plan("--set", "how=exits,well");
        Ended ended = Run();
        ended.InOneLine(3, "ended the process", "run 0 (x=1 milliseconds=1 how=exits");
        Assert.Contains("done: 0 of 2\nrunning: 0\nfailed: 0\nmissing: 2\nbroke off: 1 of the missing, begun once and never ended", Status().Output);

        // The other one comes first now.
        Assert.Equal(3, Run().Code);
        Assert.Contains("done: 1 of 2", Status().Output);
    }

    [Fact]
    public void SaysHowManyFailedWhereTheyAreSkipped()
    {
        Plan("--set", "how=well,throws", "--seeds", "0..3");
        Assert.Equal(3, Run().Code);
        Assert.Equal("Share 0 of 1: 4 done, 4 failed and skipped.", Run("--skip-failed").Well().Output.TrimEnd());
        File.Delete(_folder["results/runs/000/000000.json"]);
        Assert.Contains("1 done, 0 failed, 0 done by others, of 1, 4 failed and skipped.", Run("--skip-failed").Well().Output);
    }

    [Fact]
    public void KeepsNoPlaceForFilesThatWereNeverWrittenAndARowWithoutResults()
    {
        Plan("--set", "how=nothing,well");
        Run().Well();
        Assert.False(Directory.Exists(_folder["results/files/000/000000"]));
        string[] lines = System.Text.Encoding.UTF8.GetString(Probe.Table(_folder.Path)).Split('\n');
        Assert.EndsWith(",seed,third,odd,\"fifth, maybe\"", lines[0]);
        Assert.EndsWith(",0,,,", lines[1]);
    }

    [Fact]
    public void RefusesResultsThatAreNoneOrCannotBeToldApart()
    {
        Plan("--set", "how=null,cases");
        Ended ended = Run();
        Assert.Equal(3, ended.Code);
        Assert.Contains("returned null", ended.Error);
        Assert.Contains("'Loss', but for the case", ended.Error);
    }

    [Fact]
    public void TreatsAResultThatWasEditedAsThePageSays()
    {
        Plan("--seeds", "0..1");
        byte[] undisturbed = Probe.UndisturbedTable(_folder.Path);
        Run().Well();
        string file = _folder["results/runs/000/000001.json"];
        File.WriteAllText(file, File.ReadAllText(file).Replace("\"third\":\"0.6", "\"third\":\"0.7", StringComparison.Ordinal));
        Assert.Contains("done: 2 of 2", Status().Output);
        Probe.Run(_folder.Path, "collect").InOneLine(2, "000001.json", "'run' sets it aside");
        Assert.Contains("run 1 was not whole", Run().Well().Error);
        Assert.Equal(undisturbed, Probe.Table(_folder.Path));
    }

    private void Plan(params string[] settings) => Probe.Run(_folder.Path, ["plan", "probe", .. settings]).Well();

    private Ended Run(params string[] options) => Probe.Run(_folder.Path, ["run", .. options]);

    private Ended Status() => Probe.Run(_folder.Path, "status").Well();
}
