using System.Text.Json.Nodes;

namespace GateDsl.Sweeps.Tests.Planning;

/// <summary>What a second plan, an edited copy or a table in the wrong place may do to results that are there.</summary>
public sealed class ReplacingTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public ReplacingTests()
    {
        Plan("0..2").Well();
        Probe.Run(_folder.Path, "run", "--of", "3").Well();
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void ReplacesNoPlanThatHasResults()
    {
        byte[] first = File.ReadAllBytes(_folder["plan.json"]);
        Plan("0..3").InOneLine(2, "1 result in", "--out", "--force", Path.Combine(_folder.Path, "results", "plan.json"));
        Assert.Equal(first, File.ReadAllBytes(_folder["plan.json"]));

        // The same plan is no other.
        Plan("0..2").Well();
        Plan("0..3", "--out", "more.json").Well();
        Plan("0..3", "--results", "elsewhere").Well();
    }

    [Fact]
    public void ReplacesItByForceAndLeavesAWayBack()
    {
        Plan("0..3", "--force").Well();
        Probe.Run(_folder.Path, "status").InOneLine(2, "another plan", "--results", "--plan", "plan.json");
        Assert.Contains("done: 1 of 3", Probe.Run(_folder.Path, "status", "--plan", "results/plan.json").Well().Output);
        Plan("0..2").Well();
        Assert.Contains("done: 1 of 3", Probe.Run(_folder.Path, "status").Well().Output);
    }

    [Fact]
    public void ReplacesNoPlanInAFolderOfResultsEvenByForce()
    {
        byte[] first = File.ReadAllBytes(_folder["results/plan.json"]);
        Plan("0..3", "--out", "results/plan.json", "--force").InOneLine(2, "folder of results");
        Plan("0..3", "--out", "results/plan.json", "--results", "others", "--force").InOneLine(2, "folder of results");
        Assert.Equal(first, File.ReadAllBytes(_folder["results/plan.json"]));
    }

    [Fact]
    public void NoticesThatThePlanOfTheResultsWasEdited()
    {
        string file = _folder["results/plan.json"];
        JsonNode edited = JsonNode.Parse(File.ReadAllText(file))!;
        edited["seeds"] = "0..1";
        File.WriteAllText(file, edited.ToJsonString());
        foreach (string command in (string[])["status", "collect", "run"])
        {
            Probe.Run(_folder.Path, command).InOneLine(2, "results/plan.json", "changed", "copy it there");
        }

        File.Copy(_folder["plan.json"], file, overwrite: true);
        Probe.Run(_folder.Path, "run").Well();
    }

    [Theory]
    [InlineData("run,x\n0,1\n")]
    [InlineData("")]
    [InlineData("{ \"format\": 1 }")]
    public void SaysThatAFileInItsPlaceIsNoPlan(string text)
    {
        File.WriteAllText(_folder["results/plan.json"], text);
        foreach (string command in (string[])["status", "collect", "run"])
        {
            Probe.Run(_folder.Path, command).InOneLine(2, "results/plan.json", "is no plan", "copy it there");
        }
    }

    [Fact]
    public void WritesNoTableOverWhatASweepIsMadeOf()
    {
        Probe.Run(_folder.Path, "run").Well();
        byte[] plan = File.ReadAllBytes(_folder["results/plan.json"]);
        Collect("--out", "plan.json").InOneLine(2, "is the plan");
        Collect("--out", "results/plan.json").InOneLine(2, "results folder");
        Collect("--out", "results/all.csv").InOneLine(2, "results folder");
        Collect("--out", "results").InOneLine(2, "results folder");
        Collect("--resources", "results/runs/000/000000.json").InOneLine(2, "results folder");
        Collect("--out", "all.csv", "--resources", "./all.csv").InOneLine(2, "two tables");
        Assert.Equal(plan, File.ReadAllBytes(_folder["results/plan.json"]));
        Assert.Equal(plan, File.ReadAllBytes(_folder["plan.json"]));
        Assert.False(File.Exists(_folder["all.csv"]));
    }

    [UnixFact]
    public void FollowsLinksToWhatASweepIsMadeOf()
    {
        Probe.Run(_folder.Path, "run").Well();
        File.CreateSymbolicLink(_folder["table.csv"], _folder["plan.json"]);
        Directory.CreateSymbolicLink(_folder["tables"], _folder["results"]);
        Collect("--out", "table.csv").InOneLine(2, "is the plan");
        Collect("--out", "tables/all.csv").InOneLine(2, "results folder");
    }

    [Theory]
    [InlineData("all.xlsx")]
    [InlineData("all.json")]
    public void WritesNoTableWithAnEndingThatSaysAnotherThing(string file)
    {
        Probe.Run(_folder.Path, "run").Well();
        Collect("--out", file).InOneLine(2, file, ".csv or .parquet");
        Collect("--resources", "times.parquet").InOneLine(2, "times.parquet", ".csv");
    }

    [Fact]
    public void NamesTheTableThatCannotBeWrittenAndWhy()
    {
        Probe.Run(_folder.Path, "run").Well();
        Ended ended = Collect("--out", "nowhere/all.csv");
        ended.InOneLine(1, "nowhere/all.csv: there is no such folder");
        Assert.DoesNotContain(".tmp", ended.Error, StringComparison.Ordinal);
        Directory.CreateDirectory(_folder["tables.csv"]);
        Collect("--out", "tables.csv").InOneLine(1, "tables.csv: it is a folder");
    }

    [UnixFact]
    public void WritesATableToAPipe()
    {
        Probe.Run(_folder.Path, "run").Well();
        byte[] table = Probe.Table(_folder.Path);
        Ended ended = Probe.RunOther(_folder.Path, "bash", "-c", $"{Probe.Path} collect --out /dev/stdout").Well();
        Assert.StartsWith(System.Text.Encoding.UTF8.GetString(table), ended.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void AddsSeedsByAPlanOfTheirOwn()
    {
        // As the page says: the rows of both tables are those of one sweep, but for their numbers.
        Probe.Run(_folder.Path, "run").Well();
        Plan("3..5", "--out", "more.json").Well();
        Probe.Run(_folder.Path, "run", "--plan", "more.json", "--results", "more").Well();
        Collect().Well();
        Collect("--plan", "more.json", "--results", "more", "--out", "more.csv").Well();
        Plan("0..5", "--out", "whole.json").Well();
        Probe.Run(_folder.Path, "run", "--plan", "whole.json", "--results", "whole").Well();
        Collect("--plan", "whole.json", "--results", "whole", "--out", "whole.csv").Well();

        string[] Rows(string file) => [.. File.ReadLines(_folder[file]).Skip(1).Select(line => line[(line.IndexOf(',') + 1)..])];
        Assert.Equal(Rows("whole.csv"), Rows("all.csv").Concat(Rows("more.csv")));
    }

    private Ended Plan(string seeds, params string[] options) => Probe.Run(_folder.Path, ["plan", "probe", "--seeds", seeds, .. options]);

    private Ended Collect(params string[] options) => Probe.Run(_folder.Path, ["collect", .. options]);
}
