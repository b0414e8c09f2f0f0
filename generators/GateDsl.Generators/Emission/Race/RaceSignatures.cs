using GateDsl.Generators.Planning;

namespace GateDsl.Generators.Emission;

/// <summary>How the members of Race are called, whether a network has a race or says why it has none.</summary>
internal static class RaceSignatures
{
    public const string ForTwin = """
        static Race ForTwin(
            Dataset data,
            double sigma,
            global::GateDsl.TwinPrediction prediction = global::GateDsl.TwinPrediction.RepresentativeUnits,
            ulong seed = 0,
            int draws = 8)
        """;

    public const string Integrate = """
        global::GateDsl.RaceLog Integrate(
            int epochs,
            double stepSize,
            global::GateDsl.LossScale lossScale = global::GateDsl.LossScale.Sum,
            global::GateDsl.Reduction reduction = global::GateDsl.Reduction.Exact)
        """;

    public const string IntegrateOptions = "global::GateDsl.RaceLog Integrate(global::GateDsl.TrainingOptions options, Dataset? test = null)";

    public const string Modes =
        "static global::System.Collections.Generic.IReadOnlyList<global::GateDsl.PathwayMode> Modes(Dataset data, double sigma, double? unitsPerPathway = null)";

    public const string Expect = ExpectOf + "double sigma, double? unitsPerPathway = null" + Draws;

    public const string ExpectByModule =
        ExpectOf + "double sigma, global::System.Collections.Generic.IReadOnlyDictionary<string, double> unitsPerPathway" + Draws;

    public const string ExpectOfInitializer = ExpectOf + "global::GateDsl.IInitializer initializer" + Draws;

    private const string ExpectOf = "static Race Expect(Dataset data, ";

    private const string Draws = ", int? draws = null, ulong seed = 0)";

    public static string From(NetworkPlan network) => $"static Race From({Literals.Identifier(network.Type.Name)} network, Dataset data)";

    /// <summary>Where races of a network start.</summary>
    public static string[] Starts(NetworkPlan network) => [From(network), Expect, ExpectByModule, ExpectOfInitializer];
}
