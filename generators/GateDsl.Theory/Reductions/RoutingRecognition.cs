using GateDsl.Theory.EffectiveData;
using GateDsl.Theory.LinearAlgebra;

namespace GateDsl.Theory.Reductions;

/// <summary>
/// P2's routing recognised in a problem: one pathway of two hidden layers, whose first edge has a block of columns for each of M domains and
/// whose last edges lead to M outputs; K of the outputs are trained with each domain, every pair on the same targets.
/// </summary>
/// <param name="Domains">M.</param>
/// <param name="Trained">K.</param>
/// <param name="Targets">What every trained pair answers, output units x items of a domain.</param>
internal sealed record RoutingRecognition(int Domains, int Trained, Matrix Targets)
{
    /// <summary>The task, or why it is not: a clause that names what differs.</summary>
    public static (RoutingRecognition? Task, string Why) Of(ReductionProblem problem)
    {
        int domains = problem.Outputs.Length;
        if (problem.Pathways.Length != 1 || problem.Pathways[0].Modules.Length != 2 || problem.Inputs.Length != 1
            || problem.Pathways[0].Outputs.Length != domains || problem.Inputs[0].Width % domains != 0
            || problem.Outputs.Any(output => output.Width != problem.Outputs[0].Width))
        {
            return (null, "the closed form of routing takes one input of equal parts per domain, two hidden layers, and an output per domain");
        }

        int items = problem.Inputs[0].Width / domains;
        int width = problem.Outputs[0].Width;
        int[,] counts = new int[domains, problem.Inputs[0].Width];
        Matrix targets = new(width, items);
        bool[] isKnown = new bool[items];
        for (int n = 0; n < problem.Count; n++)
        {
            double[] row = problem.Inputs[0].Values.Skip(n * problem.Inputs[0].Width).Take(problem.Inputs[0].Width).ToArray();
            int hot = Array.IndexOf(row, 1.0);
            if (hot < 0 || row.Count(x => x != 0) != 1)
            {
                return (null, "the inputs are not one-hot");
            }

            for (int k = 0; k < domains; k++)
            {
                if (!(problem.Outputs[k].Active?[n] ?? true) || !(problem.Pathways[0].Outputs[k].On?[n] ?? true)
                    || !(problem.Pathways[0].Inputs[0].On?[n] ?? true))
                {
                    continue;
                }

                counts[k, hot]++;
                for (int i = 0; i < width; i++)
                {
                    double target = problem.Outputs[k].Targets[(n * width) + i];
                    if (isKnown[hot % items] && target != targets[i, hot % items])
                    {
                        return (null, FormattableString.Invariant($"trained pairs have different targets, by {Math.Abs(target - targets[i, hot % items]):G3}"));
                    }

                    targets[i, hot % items] = target;
                }

                isKnown[hot % items] = true;
            }
        }

        return Trainings(counts, domains, items) is { } trained
            ? (new(domains, trained, targets), "")
            : (null, "not every domain is trained once on every item with the same number of outputs, and every output with as many domains");
    }

    // K; null: trainings are uneven.
    private static int? Trainings(int[,] counts, int domains, int items)
    {
        int On(int output, int domain) => counts[output, domain * items];
        int[] all = Enumerable.Range(0, domains).ToArray();
        int trained = all.Sum(output => On(output, 0));
        bool isEven = all.All(output => all.Sum(domain => On(output, domain)) == trained)
            && all.All(domain => all.Sum(output => On(output, domain)) == trained)
            && all.All(output => all.All(domain => On(output, domain) <= 1
                && Enumerable.Range(0, items).All(item => counts[output, (domain * items) + item] == On(output, domain))));
        return isEven && trained > 0 ? trained : null;
    }
}
