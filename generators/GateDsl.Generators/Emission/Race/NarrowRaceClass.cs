using GateDsl.Generators.Planning;

namespace GateDsl.Generators.Emission;

/// <summary>The nested class NarrowRace: the narrow network of the race, and Eq. 6 for its edges.</summary>
internal static class NarrowRaceClass
{
    private const string Runtime = "global::GateDsl.CompilerServices";

    public static void Write(CodeWriter code, CompilationPlan compilation, RacePlan race)
    {
        string units = $"Compiled.{compilation.Widths.Race}";
        string statistics = compilation.Network.Scalar == "double" ? "Statistics" : "RaceStatistics";
        string bases = compilation.Network.Statistics!.DenseInputs.Count > 0 ? ", false" : "";
        code.Summary("Eq. 6 for all modes, on the narrow network: q and tau dq/dt by module and side, a(p) and e(p) by pathway.");
        code.Write($"private sealed class NarrowRace(Dataset data, {Runtime}.StartWeights start)");
        code.Block($"    : {Runtime}.RaceSystem(Race.Problem(data), {units}, new Compiled.{MapTrainingClass.Name}<double>({units}, data.{statistics}{bases}), start)", () =>
        {
            code.Summary("a(p), the product of the q along pathway p.");
            Statements.Write(
                code, "protected override void SetStrengths", "SetStrengths", $"{Runtime}.ModeSystem modes, double[][] q, double[][] a", "modes, q, a",
                race.Pathways.Select((pathway, p) => Strength(race, pathway, p)));
            code.Line().Summary(
                "Eq. 6: tau dq/dt = sum over pathways p through its edges of e(p) times the other q along p.");
            Statements.Write(
                code, "protected override void AddRates", "AddRates", $"{Runtime}.ModeSystem modes, double[][] q, double[][] e, double[][] rates",
                "modes, q, e, rates",
                race.Pathways.SelectMany((pathway, p) => pathway.Edges.Select(edge => Rate(race, pathway, p, edge))));
        });
    }

    private static Statement Strength(RacePlan race, PathwayPlan pathway, int p)
    {
        string along = string.Join(", ", pathway.Edges.Select(edge => Scalar("q", race, edge)));
        return new Statement($"a[{p}] = modes.Strength({along});    // {NameOf(pathway)}", pathway.Edges.Count);
    }

    private static Statement Rate(RacePlan race, PathwayPlan pathway, int p, string edge)
    {
        string others = string.Concat(pathway.Edges.Where(other => other != edge).Select(other => ", " + Scalar("q", race, other)));
        return new Statement($"modes.AddRate({Scalar("rates", race, edge)}, e[{p}]{others});    // {edge}", 1 + pathway.Edges.Count);
    }

    private static string NameOf(PathwayPlan pathway) => pathway.Name.Length == 0 ? "direct paths" : pathway.Name;

    private static string Scalar(string array, RacePlan race, string edge) => $"{array}[{race.Edges.PlaceOf(edge)}]";
}
