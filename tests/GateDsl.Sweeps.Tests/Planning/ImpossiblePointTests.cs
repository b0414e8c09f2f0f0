namespace GateDsl.Sweeps.Tests.Planning;

public sealed class ImpossiblePointTests : IDisposable
{
    private static readonly Parameter<int> K = Parameter.Integer("k", 1, "Few.", 1, 100);
    private static readonly Parameter<int> M = Parameter.Integer("m", 7, "Many.", 1, 100);

    private readonly TemporaryFolder _folder = new();

    private string File => _folder["plan.json"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void RefusesAGridThatHoldsThemAndSaysHowMany()
    {
        Plan("1..7").InOneLine(2, "21 of 49 points", "k=2 m=1: k is more than m", "--skip-impossible");
        Assert.False(System.IO.File.Exists(File));
    }

    [Fact]
    public void PlansTheOthersWhereItIsToldTo()
    {
        Assert.Contains("84 runs (7 of k x 7 of m x 3 seeds, without 21 of 49 points, which have no answer)",
            Plan("1..7", "--seeds", "3..5", "--skip-impossible").Well().Output);
        (Plan plan, _) = PlanFile.Read(Program(), File);
        Assert.Equal(
            from k in Enumerable.Range(1, 7)
            from m in Enumerable.Range(k, 8 - k)
            from seed in (ulong[])[3, 4, 5]
            select (k, m, seed),
            Enumerable.Range(0, plan.Count).Select(run => (plan.PointOf(run).Get(K), plan.PointOf(run).Get(M), plan.SeedOf(run))));

        string[] places = ["--plan", File, "--results", _folder["results"]];
        Call.Of(Program(), ["run", .. places]).Well();
        Call.Of(Program(), ["collect", "--out", _folder["all.csv"], .. places]).Well();
        Assert.Equal(85, System.IO.File.ReadLines(_folder["all.csv"]).Count());
    }

    [Fact]
    public void PlansAGridWithoutThemAsEver()
    {
        Plan("7", "--skip-impossible").Well();
        byte[] told = System.IO.File.ReadAllBytes(File);
        Plan("7").Well();
        Assert.Equal(told, System.IO.File.ReadAllBytes(File));
    }

    [Fact]
    public void RefusesAGridOfNothingElse() =>
        Call.Of(Program(), "plan", "pair", "--set", "k=8,9", "--out", File, "--skip-impossible").InOneLine(2, "any of the 2 points", "k=8 m=7");

    [Theory]
    [InlineData("0..48")]
    [InlineData("3,1")]
    [InlineData("3,3")]
    [InlineData("49")]
    [InlineData("all")]
    [InlineData("")]
    public void RefusesAListOfPointsThatIsNone(string points)
    {
        // With a fingerprint that is right, as another version of the program might write it.
        Assert.True(PointList.Parse(points, 49) is null || points == "0..48");
        Plan("1..7", "--skip-impossible").Well();
        string text = System.IO.File.ReadAllText(File);
        int at = text.IndexOf("\"points\": \"", StringComparison.Ordinal) + "\"points\": \"".Length;
        System.IO.File.WriteAllText(File, text[..at] + points + text[text.IndexOf('"', at)..]);
        Call.Of(Program(), "status", "--plan", File, "--results", _folder["results"]).InOneLine(2, File, "changed");
    }

    [Fact]
    public void KeepsAnyListAsRanges()
    {
        Random random = new(4);
        for (int round = 0; round < 200; round++)
        {
            int count = random.Next(1, 60);
            int[] points = [.. Enumerable.Range(0, count).Where(_ => random.Next(3) > 0)];
            if (points.Length == 0)
            {
                continue;
            }

            string text = PointList.Of(points).ToString();
            PointList read = PointList.Parse(text, count)!;
            Assert.Equal(points, Enumerable.Range(0, read.Count).Select(i => read[i]));
            Assert.Equal(text, read.ToString());
        }
    }

    private static SweepProgram Program() => new("called", "1")
    {
        new Experiment("pair", "Has no answer where k is more than m.", [K, M], run => new Dictionary<string, double> { ["sum"] = run.Get(K) + run.Get(M) })
        {
            WhyNot = point => point.Get(K) > point.Get(M) ? "k is more than m." : null,
        },
    };

    private Ended Plan(string many, params string[] options) =>
        Call.Of(Program(), ["plan", "pair", "--set", "k=1..7", "--set", $"m={many}", "--out", File, .. options]);
}
