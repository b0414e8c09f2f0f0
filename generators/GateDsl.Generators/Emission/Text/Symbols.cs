using GateDsl.Generators.Emission.Maps;
using GateDsl.Generators.Model;
using GateDsl.Generators.Planning;

namespace GateDsl.Generators.Emission;

/// <summary>What the generated code computes, as the papers have it, and every letter in which these files are written.</summary>
internal static class Symbols
{
    private const int Column = 12;

    public static void Write(CodeWriter code, CompilationPlan compilation)
    {
        StatisticsPlan? statistics = compilation.Network.Statistics;
        code.Write("""
            // What is computed, with the numbers of P1, Make Haste Slowly (ICLR 2025); P2 is The Neural Race Reduction (ICML 2022):
            //   h_t = g_t sum over the sources s of t of g_ts W_ts h_s                                          (1)
            """);
        WriteLoss(code, compilation.Network);
        if (statistics is not null)
        {
            code.Write("""
                //   tau dW_ts/dt = sum over paths p through the edge of W_after^T E(p) W_before^T                   (3)
                //   E(p) = Syx(p) - sum over paths j into the same output of W_j Sx(j, p)                           (4)
                """);
        }

        code.Write("""
            //   W_ts += eta D_ts,  D_ts = sum over datapoints of g_ts e_t h_s^T,                                (3, by datapoints)
            //                 e_s = g_s sum over the targets t of s of g_ts W_ts^T e_t
            """);
        if (compilation.Race is not null)
        {
            code.Write("""
                //   tau dq/dt = sum over pathways p through its edges of (product of the other q along p) e(p),
                //                 e(p) = s(p) - sum over pathways j of C(p, j) a(j), for each mode                  (6)
                """);
        }

        code.Write("//").Write("// Letters, small for what the code holds, capital in formulas:");
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

    private static IEnumerable<(string Letters, string Meaning)> Letters(CompilationPlan compilation, StatisticsPlan? statistics)
    {
        yield return ("s, t, k, n", "source and target of an edge, each a layer or a copy of a bank; which copy; a datapoint");
        yield return ("x, y, i", "inputs; targets (yhat: predictions); the indices of a datapoint, in the order of their declaration");
        yield return ("g, on", $"gates, of layers g_t and of edges g_ts; the datapoints at which one is {(compilation.Network.GateInputs.Count > 0 ? "not 0" : "1")}, for copy k of a bank on.Bank[k]");
        yield return ("w, h", "weights W_ts, target x source (training by statistics has some transposed); activations" + (IsRectified(compilation.Network) || compilation.Twin is not null ? ", before or behind the rectification" : ""));
        yield return ("e", $"errors -dL/dh{(HasSquaredOnly(compilation.Network) ? ": y - h" : "")} at outputs, carried back to hidden layers");
        yield return ("d, c, eta", "where steps are added: D, summed over blocks with c = 1, then W += eta D; of one block at once W, with c the step size eta");
        yield return ("L, tau, T", "the loss; the time constant of training, 1/eta epochs for sums over datapoints; double or float, and ^T transposed");
        if (statistics is null)
        {
            yield break;
        }

        yield return ("p, j", "paths: W_p the product of their weights, W_before of those before an edge, W_after of those behind it, g_p of the gates");
        yield return ("s", "correlations, sums over datapoints: Syx(p) of g_p y x_p^T, Sx(j, p) of g_j x_j x_p^T g_p, x_p the input where p starts");
        yield return ("f", "maps F, each the sum of the W_p of the paths that share input, module and gate");
        yield return ("b", "their errors B: E(p) at outputs, from there carried back");
        foreach ((string, string) row in LayoutWords.Of(statistics.Layout).Letters)
        {
            yield return row;
        }

        if (compilation.Reduced is not null || compilation.Race is not null)
        {
            yield return ("Z, Q", "of a hidden module: its weights [incoming, outgoing^T]; an orthonormal basis of their columns");
        }

        if (compilation.Race is not null)
        {
            yield return ("q, a", "in the race, by mode: the scalar q of all edges into, or out of, a module; a(p), their product along a pathway: its strength");
            yield return ("e(p), s(p)", "what a(p) has still to learn; the singular values of Syx(p), what there is to learn");
            yield return ("C(p, j), m", "overlaps of modes, (U_p^T U_j)_kl (V_j^T Sx(j, p) V_p)_lk with Syx(p) = U_p S V_p^T; the modes themselves");
        }
    }
}
