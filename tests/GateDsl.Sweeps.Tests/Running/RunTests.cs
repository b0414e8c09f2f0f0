namespace GateDsl.Sweeps.Tests.Running;

public sealed class RunTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(7)]
    [InlineData(16)]
    public void GivesTheSameTableInAnyNumberOfShares(int shares)
    {
        Plan("--set", "x=0.5,1..9/8", "--set", "file=true", "--set", "kilobytes=1", "--seeds", "0..21");
        byte[] undisturbed = Probe.UndisturbedTable(_folder.Path);
        foreach (int share in Enumerable.Range(0, shares).Reverse())
        {
            Run("--index", $"{share}", "--of", $"{shares}", "--cores", share % 2 == 0 ? "1" : "3").Well();
        }

        Assert.Equal(undisturbed, Probe.Table(_folder.Path));
        Assert.Equal(198, Directory.GetFiles(_folder["results/files"], "noise.bin", SearchOption.AllDirectories).Length);
        Assert.Equal("All runs of share 0 of 3 are done.", Run("--of", "3").Well().Output.TrimEnd());
    }

    [Fact]
    public void RecordsRunsThatFailAndDoesTheOthers()
    {
        Plan("--set", "how=throws,well,clashes", "--seeds", "0..3");
        Ended ended = Run("--retries", "1");
        Assert.Equal(3, ended.Code);
        Assert.Contains("4 done, 8 failed", ended.Output);

        Ended status = Probe.Run(_folder.Path, "status").Well();
        Assert.Contains("done: 4 of 12\n", status.Output);
        Assert.Contains("failed: 8\n", status.Output);
        Assert.Contains("after 2 attempts: InvalidOperationException: It was told to throw, in two lines.", status.Output);
        Assert.Contains("'x'", status.Output + Probe.Run(_folder.Path, "status", "--list").Output);

        Assert.Equal(0, Run("--skip-failed").Code);
        Assert.Equal(3, Run().Code);
        Assert.Contains("after 3 attempts", Probe.Run(_folder.Path, "status").Output);
    }

    [Fact]
    public void TriesAgainAsOftenAsItWasTold()
    {
        Plan("--set", "how=twice", "--seeds", "0..3");
        Assert.Equal(3, Run().Code);
        Run("--retries", "1").Well();
        Assert.Empty(Directory.GetFiles(_folder["results/runs"], "*.failed.json", SearchOption.AllDirectories));
    }

    [Fact]
    public void LetsARunThatKillsItsProcessHoldUpNoOther()
    {
        Plan("--set", "how=dies,well", "--seeds", "0..2");
        int deaths = 0;
        while (Run() is { Code: not 0 })
        {
            deaths++;
            Assert.True(deaths <= 3, "A run that kills its process was not tried after its checkpoint.");
        }

        // Three runs died, each at the first try. The fourth process does what nobody began before it comes back to them.
        Assert.Equal(3, deaths);
        string[] begun = [.. Directory.GetFiles(_folder["results/runners"]).Select(log => string.Concat(
            File.ReadAllLines(log).Where(line => line.StartsWith("begin", StringComparison.Ordinal)).Select(line => line.Split(' ')[1])))];
        Assert.Equal(["0", "1", "2", "345012"], begun.Order(StringComparer.Ordinal));
        Assert.Empty(Directory.GetDirectories(_folder["results/checkpoints"]));
        Assert.Contains("done: 6 of 6", Probe.Run(_folder.Path, "status").Output);
    }

    [Fact]
    public void DoesNoRunTwiceWhenTwoRunnersWorkAtOnce()
    {
        Plan("--set", "milliseconds=5", "--seeds", "0..199");
        byte[] undisturbed = Probe.UndisturbedTable(_folder.Path);
        System.Diagnostics.Process[] runners = [.. Enumerable.Range(0, 2).Select(_ => Probe.Start(_folder.Path, "run", "--cores", "2"))];
        Assert.All(runners, runner => Probe.End(runner).Well());
        Assert.Equal(undisturbed, Probe.Table(_folder.Path));

        string[] lines = [.. Directory.GetFiles(_folder["results/runners"]).SelectMany(File.ReadAllLines)
            .Where(line => line.StartsWith("done ", StringComparison.Ordinal))];
        Assert.Equal(200, lines.Select(line => line.Split(' ')[1]).Distinct().Count());
        Assert.Equal(200, lines.Length);
    }

    [Fact]
    public void RefusesTheResultsOfAnotherPlan()
    {
        Plan("--seeds", "0..1");
        Run().Well();
        Plan("--seeds", "0..2", "--force");
        Run().InOneLine(2, "another plan");
        Probe.Run(_folder.Path, "status").InOneLine(2, "another plan");
        Probe.Run(_folder.Path, "collect").InOneLine(2, "another plan");
        Probe.Run(_folder.Path, "script", "slurm", "--of", "2").InOneLine(2, "another plan");

        // Also where somebody copied a file over.
        Run("--results", "others").Well();
        File.Copy(_folder["results/runs/000/000001.json"], _folder["others/runs/000/000001.json"], overwrite: true);
        Probe.Run(_folder.Path, "collect", "--results", "others").InOneLine(2, "run 1", "another plan");
    }

    [Fact]
    public void SetsAFileAsideThatIsNotWhole()
    {
        Plan("--seeds", "0..9");
        byte[] undisturbed = Probe.UndisturbedTable(_folder.Path);
        Run().Well();
        string half = _folder["results/runs/000/000003.json"];
        byte[] whole = File.ReadAllBytes(half);
        for (int length = 0; length < whole.Length; length += 37)
        {
            File.WriteAllBytes(half, whole[..length]);
            Probe.Run(_folder.Path, "collect").InOneLine(2, "000003.json");
            if (length > 0 && length < 100)
            {
                break;
            }
        }

        File.WriteAllText(_folder["results/runs/000/000004.json.part"], "another tool's");
        Ended ended = Run().Well();
        Assert.Contains("run 3", ended.Error);
        Assert.Single(Directory.GetFiles(_folder["results/broken"]));
        Assert.Equal(undisturbed, Probe.Table(_folder.Path));
    }

    [Fact]
    public void SaysWhatAResultsFolderIsNot()
    {
        Plan("--seeds", "0..1");
        File.WriteAllText(_folder["file"], "");
        Run("--results", "file/results").InOneLine(1, "file/results");
    }

    [Fact]
    public void KeepsCheckpointsOfTwoSweepsApartWhereTheyShareAFolder()
    {
        foreach (string x in (string[])["1", "2"])
        {
            Plan("--set", "how=dies", "--set", $"x={x}");
            Assert.NotEqual(0, Run("--results", $"results{x}", "--checkpoints", "kept").Code);
        }

        Assert.Equal(2, Directory.GetFiles(_folder["kept"], "died", SearchOption.AllDirectories).Length);
        Run("--results", "results2", "--checkpoints", "kept").Well();
        Assert.Single(Directory.GetFiles(_folder["kept"], "died", SearchOption.AllDirectories));
    }

    [Fact]
    public void RefusesAnotherVersionOfTheProgram()
    {
        Plan("--seeds", "0..1");
        Probe.Run(_folder.Path, new Dictionary<string, string> { ["PROBE_VERSION"] = "2.0" }, "run").InOneLine(2, "probe 1.0", "probe 2.0");
    }

    private void Plan(params string[] settings) => Probe.Run(_folder.Path, ["plan", "probe", .. settings]).Well();

    private Ended Run(params string[] options) => Probe.Run(_folder.Path, ["run", .. options]);
}
