namespace GateDsl.Sweeps.Tests.Planning;

/// <summary>A mistake in what a program declares is a line and an exit code, whatever the program is told to do.</summary>
public sealed class DeclarationTests : IDisposable
{
    private static readonly Func<SweepRun, IReadOnlyDictionary<string, double>> Nothing = _ => new Dictionary<string, double>();

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<Func<SweepProgram>, string[]> Faults => new()
    {
        { () => With(Parameter.Number("step size", 0, "")), ["'step size'", "letters"] },
        { () => With(Parameter.Number("2d", 0, "")), ["'2d'"] },
        { () => With(Parameter.Number("größe", 0, "")), ["'größe'"] },
        { () => With(Parameter.Number(null!, 0, "")), ["''"] },
        { () => With(Parameter.Integer("seed", 0, "")), ["'seed'", "column"] },
        { () => With(Parameter.Flag("Run", false, "")), ["'Run'", "column"] },
        { () => With(Parameter.Number("margin", 3, "", most: 2)), ["'margin'", "is 3", "at most 2"] },
        { () => With(Parameter.Integer("width", 3, "", least: 5, most: 2)), ["'width'", "is 3"] },
        { () => With(Parameter.Choice("kind", ["a", "a"], "")), ["'kind'", "distinct"] },
        { () => With(Parameter.Choice("kind", ["a", null!], "")), ["'kind'", "words"] },
        { () => With(Parameter.Choice("kind", [], "")), ["'kind'", "no choices"] },
        { () => With(Parameter.Choice("kind", null!, "")), ["'kind'", "no choices"] },
        { () => With(Call.Margin, Call.Margin), ["two parameters", "'margin'"] },
        { () => With(Parameter.Number("t", 0, ""), Parameter.Number("T", 0, "")), ["'t' and 'T'", "case"] },
        { () => With(Call.Margin, null!), ["'grid'", "null"] },
        { () => new SweepProgram("called", "1") { new Experiment("Grid", "", [], Nothing) }, ["'Grid'", "small letters"] },
        { () => new SweepProgram("called", "1") { new Experiment("grid", "", [], null!) }, ["'grid'", "function"] },
        { () => new SweepProgram("called", "1") { new Experiment("grid", "", [], Nothing), new Experiment("grid", "", [], Nothing) },
            ["two experiments", "'grid'"] },
        { () => new SweepProgram("called", "1"), ["no experiments"] },
        { () => new SweepProgram("called", " ") { new Experiment("grid", "", [], Nothing) }, ["version"] },
    };

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Faults))]
    public void SaysInOneLineWhatAProgramDeclaresWrongly(Func<SweepProgram> declare, string[] words)
    {
        foreach (string command in (string[])["--help", "plan", "status"])
        {
            Call.Of(declare(), command).InOneLine(2, ["called", .. words]);
        }
    }

    [Fact]
    public void TakesNamesWithLettersOfBothCases()
    {
        Parameter<int> length = Parameter.Integer("L", 4, "Side of the lattice.", least: 1);
        Parameter<double> temperature = Parameter.Number("T_c", 2.27, "Temperature.", least: 0);
        double seen = 0;
        SweepProgram program = With(run =>
        {
            seen += run.Get(length) * run.Get(temperature);
            return new Dictionary<string, double> { ["Energy"] = run.Get(length) };
        }, length, temperature);
        string[] places = ["--plan", _folder["plan.json"], "--results", _folder["results"]];
        Call.Of(program, "plan", "grid", "--set", "L=4,8", "--set", "T_c=0.5", "--out", _folder["plan.json"]).Well();
        Call.Of(program, ["run", .. places]).Well();
        Assert.Equal(6, seen);
        Call.Of(program, ["collect", "--out", _folder["all.csv"], .. places]).Well();
        Assert.Equal("run,L,T_c,seed,Energy\n0,4,0.5,0,4\n1,8,0.5,0,8\n", File.ReadAllText(_folder["all.csv"]));
        Call.Of(program, "plan", "grid", "--set", "l=4", "--out", _folder["plan.json"]).InOneLine(2, "'l'", "L, T_c");
    }

    [Fact]
    public void SaysInOneLineWhereTheProgramsOwnCheckFails()
    {
        SweepProgram program = new("called", "1")
        {
            new Experiment("grid", "", [Call.Width], Nothing) { WhyNot = point => point.Get(Call.Margin) > 1 ? "too far" : null },
        };
        Call.Of(program, "plan", "grid", "--out", _folder["plan.json"]).InOneLine(2, "WhyNot", "'grid'", "width=10", "'margin'");
    }

    [Theory]
    [InlineData("plan", "grid", "--out", "")]
    [InlineData("run", "--plan", " ", "--cores", "1")]
    [InlineData("status", "--results", "")]
    [InlineData("collect", "--out", "")]
    [InlineData("collect", "--resources", "")]
    [InlineData("run", "--checkpoints", "")]
    public void SaysInOneLineThatAPlaceIsEmpty(params string[] arguments) => Call.Of(Call.Program(), arguments).InOneLine(2, "is empty");

    private static SweepProgram With(params Parameter[] parameters) => With(Nothing, parameters);

    private static SweepProgram With(Func<SweepRun, IReadOnlyDictionary<string, double>> run, params Parameter[] parameters) =>
        new("called", "1") { new Experiment("grid", "A grid.", parameters, run) };
}
