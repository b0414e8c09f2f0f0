using System.Text.Json.Nodes;

namespace GateDsl.Sweeps.Tests.Planning;

public sealed class PlanTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string File => _folder["plan.json"];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("margin=0.4,1.2", "0.4,1.2")]
    [InlineData("margin=0.1..0.5:0.1", "0.1,0.2,0.3,0.4,0.5")]
    [InlineData("margin=0.5..0.1:-0.2", "0.5,0.3,0.1")]
    [InlineData("margin=0..1/5", "0,0.25,0.5,0.75,1")]
    [InlineData("margin=1e-3..1/4log", "0.001,0.01,0.1,1")]
    [InlineData("margin=1e-5..2e-5:5e-6,1", "1E-05,1.5E-05,2E-05,1")]
    [InlineData("width=1..4,10,20..40:10", "1,2,3,4,10,20,30,40")]
    [InlineData("width=1..9/5", "1,3,5,7,9")]
    [InlineData("kind=different,same", "different,same")]
    [InlineData("bias=true,false", "true,false")]
    public void PlansTheValuesThatASettingStandsFor(string setting, string expected)
    {
        Call.Of(Call.Program(), "plan", "grid", "--set", setting, "--out", File).Well();
        string name = setting.Split('=')[0];
        JsonNode planned = JsonNode.Parse(System.IO.File.ReadAllText(File))!["parameters"]!.AsArray().Single(parameter => (string?)parameter!["name"] == name)!;
        Assert.Equal(expected, string.Join(',', planned["values"]!.AsArray().Select(value => value!.ToString())));
    }

    [Fact]
    public void OrdersRunsByParametersAndThenSeeds()
    {
        Call.Of(Call.Program(), "plan", "grid", "--set", "margin=0.4,1.2", "--set", "kind=same,different", "--seeds", "3,7..8", "--out", File).Well();
        (Plan plan, _) = PlanFile.Read(Call.Program(), File);
        Assert.Equal(12, plan.Count);
        (double, string, ulong)[] runs =
            [.. Enumerable.Range(0, 12).Select(run => (plan.PointOf(run).Get(Call.Margin), plan.PointOf(run).Get(Call.Kind), plan.SeedOf(run)))];
        Assert.Equal(
            from margin in (double[])[0.4, 1.2]
            from kind in (string[])["same", "different"]
            from seed in (ulong[])[3, 7, 8]
            select (margin, kind, seed),
            runs);
    }

    [Fact]
    public void CountsOneRunAsOne() => Assert.Contains(": 1 run (1 seed), ", Call.Of(Call.Program(), "plan", "bare", "--out", File).Well().Output);

    [Fact]
    public void WritesTheSameBytesAgain()
    {
        Call.Of(Call.Program(), "plan", "grid", "--seeds", "0..9", "--out", File).Well();
        byte[] first = System.IO.File.ReadAllBytes(File);
        Call.Of(Call.Program(), "plan", "grid", "--seeds", "0..9", "--out", File).Well();
        Assert.Equal(first, System.IO.File.ReadAllBytes(File));
    }

    [Theory]
    [InlineData("plan", "'grid'", "bare")]
    [InlineData("plan nothing", "'nothing'", "grid, bare")]
    [InlineData("nothing", "'nothing'", "collect")]
    [InlineData("", "plan, run")]
    [InlineData("script", "slurm, kubernetes, parallel")]
    [InlineData("script condor", "'condor'", "slurm, kubernetes, parallel")]
    [InlineData("plan grid 2", "'plan grid'", "'2'", "'plan grid --help'")]
    [InlineData("script slurm --of 2 2", "'script slurm --help'")]
    [InlineData("script slurm --of many", "--of many", "whole number")]
    [InlineData("run --of", "--of", "says no N")]
    [InlineData("run --index 1e3", "--index 1e3", "whole number")]
    [InlineData("plan grid --set depth=3", "'depth'", "margin, width, kind, bias")]
    [InlineData("plan bare --set depth=3", "'depth'", "no parameters")]
    [InlineData("plan grid --set margin", "--set margin=0.4")]
    [InlineData("plan grid --set margin=", "'margin'", "empty")]
    [InlineData("plan grid --set margin=1,,2", "'margin'", "empty")]
    [InlineData("plan grid --set margin=2.5", "'margin'", "2.5", "from 0 to 2")]
    [InlineData("plan grid --set margin=NaN", "'margin'", "NaN")]
    [InlineData("plan grid --set margin=wide", "'margin'", "wide")]
    [InlineData("plan grid --set margin=0..1", "'margin'", "step")]
    [InlineData("plan grid --set margin=1..0:0.1", "'margin'", "empty")]
    [InlineData("plan grid --set margin=0..1:0", "'margin'", "empty")]
    [InlineData("plan grid --set margin=0..1:1e-12", "'margin'", "more than")]
    [InlineData("plan grid --set margin=0..1/1", "'margin'", "needs a number of points from 2")]
    [InlineData("plan grid --set margin=0..1/5log", "'margin'", "positive")]
    [InlineData("plan grid --set margin=1,1.0", "'margin'", "twice")]
    [InlineData("plan grid --set margin=1 --set margin=2", "'margin'", "twice")]
    [InlineData("plan grid --set width=1.5", "'width'", "whole")]
    [InlineData("plan grid --set width=1..10/4,99999999999", "'width'", "99999999999")]
    [InlineData("plan grid --set width=1..2/3", "'width'", "whole")]
    [InlineData("plan grid --set width=0", "'width'", "from 1 to 100")]
    [InlineData("plan grid --set kind=similar", "'kind'", "same, different")]
    [InlineData("plan grid --set bias=yes", "'bias'", "true or false")]
    [InlineData("plan grid --set margin=1,2 --set width=1,100", "margin=2 width=100", "too wide")]
    [InlineData("plan grid --seeds 9..0", "empty")]
    [InlineData("plan grid --seeds -1", "'-1'")]
    [InlineData("plan grid --seeds 1,0..2", "twice")]
    [InlineData("plan grid --seeds 0..18446744073709551615", "more than")]
    [InlineData("plan grid --seeds 0..99999999 --set width=1..100", "more than")]
    [InlineData("plan grid --sets margin=1", "'--sets'")]
    [InlineData("run --index 4 --of 4", "--index 4", "0 to 3")]
    [InlineData("run --index -1", "--index -1")]
    [InlineData("run --of 0", "--of 0")]
    [InlineData("run --cores 0", "--cores 0")]
    [InlineData("run --retries -1", "--retries -1")]
    [InlineData("run --plan nowhere.json", "nowhere.json", "no such file")]
    [InlineData("collect --index 3", "'--index'")]
    public void SaysInOneLineWhatIsWrong(string arguments, params string[] words) =>
        Call.Of(Call.Program(), arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .InOneLine(2, words.Select(word => word == "'grid'" ? "grid" : word).ToArray());

    [Fact]
    public void RefusesAPlanThatCannotBeWritten() =>
        Call.Of(Call.Program(), "plan", "grid", "--out", _folder["nowhere/plan.json"]).InOneLine(1, "nowhere/plan.json: there is no such folder");

    [Theory]
    [InlineData("0.4", "0.5", "fingerprint")]
    [InlineData("\"seeds\": \"0\"", "\"seeds\": \"1\"", "fingerprint")]
    [InlineData("\"version\": \"1\"", "\"version\": \"2\"", "fingerprint")]
    [InlineData("\"fingerprint\"", "\"note\": 1, \"fingerprint\"", "fingerprint")]
    [InlineData("}\n", "", "half")]
    [InlineData("\"fingerprint\"", "\"print\"", "no plan")]
    public void RefusesAPlanThatWasChanged(string what, string by, string word)
    {
        Call.Of(Call.Program(), "plan", "grid", "--out", File).Well();
        string text = System.IO.File.ReadAllText(File);
        int at = text.LastIndexOf(what, StringComparison.Ordinal);
        System.IO.File.WriteAllText(File, text[..at] + by + text[(at + what.Length)..]);
        Call.Of(Call.Program(), "run", "--plan", File, "--results", _folder["results"]).InOneLine(2, File, word);
        Assert.False(Directory.Exists(_folder["results"]));
    }

    [Fact]
    public void TakesAPlanWhoseLinesWereBrokenDifferently()
    {
        Call.Of(Call.Program(), "plan", "grid", "--out", File).Well();
        System.IO.File.WriteAllText(File, JsonNode.Parse(System.IO.File.ReadAllText(File))!.ToJsonString());
        Call.Of(Call.Program(), "status", "--plan", File, "--results", _folder["results"]).Well();
    }

    [Fact]
    public void RefusesAPlanOfAnotherVersion()
    {
        Call.Of(Call.Program("1"), "plan", "grid", "--out", File).Well();
        Call.Of(Call.Program("2"), "run", "--plan", File, "--results", _folder["results"]).InOneLine(2, "called 1", "called 2");
    }

    [Fact]
    public void RefusesAPlanOfAnExperimentThatHasChanged()
    {
        Call.Of(Call.Program(), "plan", "grid", "--out", File).Well();
        SweepProgram changed = new("called", "1")
        {
            new Experiment("grid", "A grid.", [Call.Margin, Call.Width], _ => new Dictionary<string, double>()),
        };
        Call.Of(changed, "run", "--plan", File, "--results", _folder["results"]).InOneLine(2, "'grid'", "other parameters");
    }
}
