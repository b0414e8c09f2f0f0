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
            //   h_v = g_v sum over edges e into v of g_e W_e h_s(e)                                             (1)
            """);
        WriteLoss(code, compilation.Network);
        if (statistics is not null)
        {
            code.Write("""
                //   tau dW_e/dt = sum over paths p through e of W_after^T E(p) W_before^T                           (3)
                //   E(p) = Syx(p) - sum over paths j into the same output of W_j Sx(j, p)                           (4)
                """);
        }

        code.Write("//   W_e += eta D_e,  D_e = sum over datapoints of e_t(e) h_s(e)^T,  e_s(e) += W_e^T e_t(e)         (3, by datapoints)");
        if (compilation.Race is not null)
        {
            code.Write("""
                //   tau dq_e/dt = sum over pathways p through e of (product of the other q along p) e(p),
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
        if (network.Outputs.All(output => output.Loss == LossModel.Squared))
        {
            code.Write("//   L   = 1/2 sum over outputs and datapoints of |y - h|^2                                          (2)");
            return;
        }

        code.Write("//   L   = sum over outputs and datapoints of their losses, e = -dL/dh (2):");
        foreach (OutputPlan output in network.Outputs)
        {
            code.Write($"//         {output.Name}: {LossWords.Loss(output.Loss)}, e = {LossWords.Error(output.Loss)}");
        }
    }

    private static IEnumerable<(string Letters, string Meaning)> Letters(CompilationPlan compilation, StatisticsPlan? statistics)
    {
        yield return ("v, k, n", "a layer or a copy of a bank; which copy; a datapoint");
        yield return ("e, s, t", "an edge, its source s(e) and its target t(e)");
        yield return ("x, y, i", "inputs; targets; the indices of a datapoint, in the order of their declaration");
        yield return ("g, on", "gates; the datapoints at which one is 1");
        yield return ("w, h", "weights W_e, target x source; activations" + (compilation.Twin is null ? "" : ", before or behind the rectification"));
        yield return ("e, d, eta", "errors, carried back from y - h; where the steps D_e are added; the step size");
        yield return ("L, tau, T", "the loss; the time constant of training, 1 / (N eta) epochs of N datapoints; double or float, and ^T transposed");
        if (statistics is null)
        {
            yield break;
        }

        yield return ("p, j", "paths, W_p the product of their weights");
        yield return ("s", "correlations: Syx(p) = sum of g_p y x_p^T, Sx(j, p) = sum of g_j x_j x_p^T g_p");
        yield return ("f", "maps F, each the sum of the W_p of the paths that share input, module and gate");
        yield return ("b", "their errors B: E(p) at outputs, from there carried back");
        foreach ((string, string) row in LayoutWords.Of(statistics.Layout).Letters)
        {
            yield return row;
        }

        if (compilation.Reduced is not null)
        {
            yield return ("Z, Q", "of a hidden module: its weights [incoming, outgoing^T]; an orthonormal basis of their columns");
        }

        if (compilation.Race is not null)
        {
            yield return ("q, a", "in the race, for each mode: the scalar of an edge; the product of the q along a pathway, its strength");
            yield return ("e, s, C, m", "what a(p) has still to learn; singular values of Syx(p); overlaps of modes; the modes themselves");
        }
    }
}
