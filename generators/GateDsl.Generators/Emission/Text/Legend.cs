using GateDsl.Generators.Model;
using GateDsl.Generators.Planning;

namespace GateDsl.Generators.Emission;

/// <summary>What the generated code computes, as the papers have it, and every letter in which these files are written.</summary>
internal static class Legend
{
    private const int Column = 12;

    public static void Write(CodeWriter code, CompilationPlan compilation)
    {
        StatisticsPlan? statistics = compilation.Network.Statistics;
        code.Write("""
            // What is computed, numbered as in P1 (Make Haste Slowly, ICLR 2025), sums for its averages; P2: Neural Race Reduction (ICML 2022):
            //   h_t = g_t sum over the sources s of t of g_ts W_ts h_s                                          (1)
            """);
        WriteLoss(code, compilation.Network);
        if (statistics is not null)
        {
            code.Write("""
                //   tau dW_ts/dt = sum over paths p through the edge of W_after^T E(p) W_before^T,                  (3)
                //                 E(p) = Syx(p) - sum over paths j into the same output of W_j Sx(j, p)
                //   Syx(p) = sum over datapoints of g_p y x_p^T, Sx(j, p) = that of g_j x_j x_p^T g_p               (4)
                """);
        }

        code.Write("""
            //   D_ts = -dL/dW_ts = sum over datapoints of g_ts e_t h_s^T, plain descent W_ts += eta D_ts,       (3, by datapoints)
            //                 e_s = g_s sum over the targets t of s of g_ts W_ts^T e_t
            """);
        if (compilation.Race is not null)
        {
            code.Write("""
                //   W_ts = R_t q R_s^T, the columns of R orthonormal: U_p at an output, V_p at the inputs of p, stacked, one R in each hidden module (5)
                //   tau dq/dt = sum over pathways p through its edges of (product of the other q along p) e(p), mode by mode,
                //                 e(p) = S(p) - sum over pathways j of C(p, j) a(j), with all modes of j            (6)
                //   tau da/dt = 2 a (s - d a) for one mode by itself, balanced, one hidden layer; s and d: its S(p) and C(p, p)         (7)
                """);
        }

        code.Write("//").Write($"// Letters ({(statistics is null ? "w of the code is W" : "w, f, b of the code are W, F, B")} in formulas):");
        foreach ((string letters, string meaning) in Letters(compilation, statistics))
        {
            code.Write($"//   {letters.PadRight(Column)}{meaning}");
        }
    }

    private static void WriteLoss(CodeWriter code, NetworkPlan network)
    {
        if (HasSquaredOnly(network))
        {
            code.Write("//   L   = 1/2 sum over outputs and datapoints where they are on of |y - h|^2                        (2)");
            return;
        }

        code.Write("//   L   = sum over outputs and datapoints where they are on of their losses (2), e = -dL/dh:");
        foreach (OutputPlan output in network.Outputs)
        {
            code.Write($"//         {output.Name}: {Losses.Of(output.Loss).Formula}, e = {Losses.Of(output.Loss).Error}");
        }
    }

    private static bool HasSquaredOnly(NetworkPlan network) => network.Outputs.All(output => output.Loss == LossModel.Squared);

    private static bool IsRectified(NetworkPlan network) => network.Modules.Any(module => module.IsSelfGated);

    /// <summary>Only what this network's files contain.</summary>
    private static IEnumerable<(string Letters, string Meaning)> Letters(CompilationPlan compilation, StatisticsPlan? statistics)
    {
        NetworkPlan network = compilation.Network;
        bool hasRace = compilation.Race is not null;
        bool isRectified = IsRectified(network) || compilation.Twin is not null;
        bool hasBanks = network.Modules.Any(module => module.Copy is not null);
        bool hasTables = compilation.Description.HasTables;
        yield return hasBanks
            ? ("s, t, k", "source and target of an edge: inputs, with h_s = x_s, or modules: a hidden layer, copy k of a bank, or an output")
            : ("s, t", "source and target of an edge: inputs, with h_s = x_s, or modules: hidden layers and outputs");
        yield return ("n", "a datapoint; a block is some of them");
        yield return (
            hasTables ? "x, y, i" : "x, y",
            $"inputs, their entries are features; targets (their predictions yhat are h at outputs){(hasTables ? "; the indices of a datapoint in declared order" : "")}");
        yield return (
            "g, on",
            $"gates, of modules g_t and of edges g_ts{(isRectified ? $" (of a self-gated unit 1 or {Slope(compilation)})" : "")}; the datapoints at which one is "
            + $"{(network.GateInputs.Count > 0 ? "not 0" : "1")}{(hasBanks ? ", by copy on.Bank[k]" : "")}");
        yield return (
            "w, h",
            $"weights W_ts, target x source{(statistics is null ? "" : " (training by statistics has some transposed)")}; activations"
            + (isRectified ? " (self-gated units are gated where they stand)" : "") + (HasLeak(compilation) ? ", leak(a, h) = h where h > 0, else a h" : ""));
        yield return ("e", $"errors: at outputs -dL/dh{(HasSquaredOnly(network) ? " = y - h" : "")}, at a hidden module s g_s times -dL/dh_s, as above");
        yield return (
            "d, c, eta",
            $"c D is added to d: in plain descent {(statistics is null ? "over one block" : "by statistics or over one block")} d is W itself and c is eta; "
            + "else d is a sum, c is 1 or the scale of the loss, and W moves when the sum is complete. eta: the step size times that scale");
        yield return statistics is null
            ? ("L, T", "the loss; ^T transposed")
            : ("L, tau, T", "the loss; the time constant of training, 1/eta epochs as Syx and Sx are sums; double or float, and ^T transposed");
        yield return ("AtOnce", "at methods: compiled in full before their first call");
        if (compilation.Narrow is not null || hasRace || compilation.BatchRace is not null)
        {
            yield return ("Z, Q", "of a hidden module: its weights [incoming, outgoing^T]; an orthonormal basis of their columns");
        }

        if (statistics is null)
        {
            yield break;
        }

        yield return (
            "p, j",
            $"paths{(hasRace ? ", and in (6) pathways, the inputs and the outputs of each stacked" : "")}. W_p is the product of the weights of p, W_before of those before an edge, "
            + "W_after of those behind it, g_p of the gates");
        yield return ("Syx, Sx", "the effective correlations (4), x_p the input where p starts");
        yield return ("f, b", "maps F, each the sum of the W_p of paths with one input, module and gate; their errors B, E(p) at outputs, carried back");
        foreach ((string, string) row in LayoutWords.Of(statistics.Layout).Letters)
        {
            yield return row;
        }

        if (hasRace)
        {
            yield return ("q, a(p)",
                "for each mode, a pair of singular vectors of Syx(p): one scalar for all edges into, or out of, a module (the papers' B_e); the product of the q along p, the strength (B_p)");
            yield return ("e(p), S(p)",
                "for each mode: what a(p) has still to learn, the diagonal of U_p^T E(p) V_p; the singular values, Syx(p) = U_p S(p) V_p^T");
            yield return ("C(p, j)",
                "overlaps of modes: U_p^T U_j times (V_j^T Sx(j, p) V_p)^T, entry by entry (the papers' D(j, p), where all paths share their vectors)");
        }
    }

    private static IEnumerable<ModulePlan> SelfGated(CompilationPlan compilation) =>
        compilation.Network.Modules.Concat(compilation.Twin?.Modules.AsEnumerable() ?? []).Where(module => module.IsSelfGated);

    private static bool HasLeak(CompilationPlan compilation) => SelfGated(compilation).Any(module => module.Slope > 0);

    /// <summary>What multiplies a self-gated unit that is off, for all of them.</summary>
    private static string Slope(CompilationPlan compilation) =>
        string.Join(" or ", SelfGated(compilation).Select(module => module.Slope).Distinct().OrderBy(slope => slope).Select(Literals.Number));
}
