using GateDsl.Sweeps.Probe;
using YamlDotNet.RepresentationModel;

namespace GateDsl.Sweeps.Tests.Scripts;

public sealed class ScriptTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public ScriptTests() => Probe.Run(_folder.Path, "plan", "probe", "--seeds", "0..9").Well();

    public void Dispose() => _folder.Dispose();

    [UnixFact]
    public void PrintsAJobScriptThatBashReadsAndThatRuns()
    {
        string script = Probe.Run(
            _folder.Path,
            ["script", "slurm", "--of", "4", "--results", "a 'strange' $folder", "--time", "1-12:30", "--memory", "4g", "--cores", "2", "--mail",
                "me@example.org",
                "--module", "dotnet/10", "--sbatch=--partition=long", "--at-once", "2", "--retries", "1", "--checkpoints", "kept"]).Well().Output;
        File.WriteAllText(_folder["job"], script);
        Assert.Equal("", Probe.RunOther(_folder.Path, "bash", "-n", "job").Well().Error);
        string[] directives =
            [.. script.Split('\n').Where(line => line.StartsWith("#SBATCH ", StringComparison.Ordinal)).Select(line => line["#SBATCH ".Length..])];
        foreach (string expected in (string[])["--array=0-3%2", "--ntasks=1", "--cpus-per-task=2", "--time=1-12:30", "--mem=4G",
            "--mail-user=me@example.org", "--partition=long"])
        {
            Assert.Contains(expected, directives);
        }

        // What sbatch does with it, but for the modules, which are not there.
        File.WriteAllText(_folder["modules"], "module() { echo \"loaded $2\"; }; export -f module\n");
        for (int task = 0; task < 4; task++)
        {
            Ended ended = Probe.RunOther(_folder.Path, "bash", "-c", $". ./modules; SLURM_ARRAY_TASK_ID={task} bash job").Well();
            Assert.StartsWith("loaded dotnet/10\n", ended.Output);
        }

        Assert.Contains("done: 10 of 10", Probe.Run(_folder.Path, "status", "--results", "a 'strange' $folder").Output);
    }

    [Theory]
    [InlineData(null, "60")]
    [InlineData("2:00:00", "60")]
    [InlineData("4", "60")]
    [InlineData("3", "45")]
    [InlineData("2", "30")]
    [InlineData("1", "15")]
    [InlineData("0:10", "15")]
    public void TellsATaskToStopWhenMostOfItsTimeIsUp(string? time, string seconds)
    {
        string script = Probe.Run(_folder.Path, ["script", "slurm", "--of", "2", .. time is null ? (string[])[] : ["--time", time]]).Well().Output;
        Assert.Contains($"\n#SBATCH --signal=B:TERM@{seconds}\n", script);
    }

    /// <summary>sbatch puts the job's number in place of %A, and % in place of %%.</summary>
    [UnixFact]
    public void NamesAFolderThatHasAPercentSign()
    {
        string script = Probe.Run(_folder.Path, "script", "slurm", "--of", "2", "--results", "50%A").Well().Output;
        Assert.Contains("/50%%A/logs/%A_%a.log\n", script);
    }

    [Fact]
    public void LetsWhatIsSaidByHandComeLast()
    {
        string script = Probe.Run(_folder.Path, "script", "slurm", "--of", "2", "--sbatch=--signal=B:TERM@300").Well().Output;
        Assert.EndsWith("--signal=B:TERM@300", script.Split('\n').Last(line => line.StartsWith("#SBATCH", StringComparison.Ordinal)));
    }

    [Fact]
    public void PrintsAManifestThatTheSchemaTakes()
    {
        string schema = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Scripts", "job-schema.yaml"));
        string plain = Probe.Run(_folder.Path, "script", "kubernetes", "--of", "4").Well().Output;
        Assert.Empty(Schema.Check(schema, plain));

        string full = Probe.Run(
            _folder.Path,
            ["script", "kubernetes", "--of", "4", "--time", "2:00:00", "--memory", "500M", "--cores", "2", "--image", "registry.example.org/sweep:1",
                "--claim", "data",
                "--mount", "/mnt/$results", "--command", "/app/sweep --fast", "--at-once", "3"]).Well().Output;
        Assert.Empty(Schema.Check(schema, full));
        YamlNode spec = Schema.Load(full)["spec"];
        Assert.Equal(("4", "3", "7200"), (Text(spec["completions"]), Text(spec["parallelism"]), Text(spec["template"]["spec"]["activeDeadlineSeconds"])));
        YamlNode container = spec["template"]["spec"]["containers"][0];
        Assert.Equal(["/app/sweep", "--fast"], ((YamlSequenceNode)container["command"]).Select(Text));
        Assert.Equal(
            ["run", "--plan", "/mnt/$$results/plan.json", "--results", "/mnt/$$results", "--of", "4", "--cores", "2", "--index", "$(JOB_COMPLETION_INDEX)"],
            ((YamlSequenceNode)container["args"]).Select(Text));
        Assert.Equal("500Mi", Text(container["resources"]["limits"]["memory"]));

        // The check itself finds what is wrong.
        Assert.NotEmpty(Schema.Check(schema, full.Replace("completionMode", "completionmode")));
        Assert.NotEmpty(Schema.Check(schema, full.Replace("Never", "Always")));
        Assert.NotEmpty(Schema.Check(schema, full.Replace("cpu: \"2\"", "cpu: 2")));
    }

    [UnixFact]
    public void PrintsALineForParallelThatBashReads()
    {
        foreach (string cores in (string[])["1", "4"])
        {
            File.WriteAllText(_folder["line"],
                Probe.Run(_folder.Path, "script", "parallel", "--of", "4", "--results", "it's here", "--cores", cores).Well().Output);
            Assert.Equal("", Probe.RunOther(_folder.Path, "bash", "-n", "line").Well().Error);
        }
    }

    [ParallelFact]
    public void PrintsALineThatParallelRuns()
    {
        File.WriteAllText(_folder["line"], Probe.Run(_folder.Path, "script", "parallel", "--of", "4", "--results", "it's here").Well().Output);
        Probe.RunOther(_folder.Path, "bash", "line").Well();
        Assert.Contains("done: 10 of 10", Probe.Run(_folder.Path, "status", "--results", "it's here").Output);
    }

    [Theory]
    [InlineData("slurm", "--of")]
    [InlineData("slurm --of 0", "--of 0")]
    [InlineData("slurm --of 4 --time soon", "--time soon")]
    [InlineData("slurm --of 4 --time 0", "--time 0")]
    [InlineData("slurm --of 4 --memory much", "--memory much")]
    [InlineData("slurm --of 4 --cores 0", "--cores 0")]
    [InlineData("slurm --of 4 --image it", "'--image'")]
    [InlineData("kubernetes --of 4 --submit", "'--submit'")]
    [InlineData("kubernetes --of 4 --mount here", "--mount here")]
    [InlineData("parallel --of 4 --time 30", "'--time'")]
    [InlineData("condor --of 4", "condor")]
    public void SaysInOneLineWhatIsWrong(string arguments, string word) =>
        Call.Of(ProbeProgram.Create(),
            ["script", .. arguments.Split(' '),
                .. arguments.Contains("condor") ? (string[])[] : ["--plan", _folder["plan.json"], "--results", _folder["results"]]])
            .InOneLine(2, word);

    [UnixFact]
    public void SaysSoWhereThereIsNoSbatch() =>
        Probe.Run(_folder.Path, new Dictionary<string, string> { ["PATH"] = _folder.Path }, "script", "slurm", "--of", "4", "--submit")
            .InOneLine(2, "no sbatch");

    private static string Text(YamlNode node) => ((YamlScalarNode)node).Value!;
}
