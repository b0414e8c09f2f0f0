using System.Numerics.Tensors;
using GateDsl;

namespace Paper.Fig4;

/// <summary>The hidden layer at every datapoint, computed from the weights: datapoints x units.</summary>
internal static class HiddenActivations
{
    public static double[,] Of(ThreeContexts.ReluTwin network, ContextTask task)
    {
        double[,] hidden = new double[task.Count, network.ItemToHidden1.Lengths[0]];
        for (int n = 0; n < task.Count; n++)
        {
            for (int unit = 0; unit < hidden.GetLength(1); unit++)
            {
                hidden[n, unit] = Math.Max(0, network.ItemToHidden1[unit, task.Items[n]] + network.ContextToHidden1[unit, task.Contexts[n]]);
            }
        }

        return hidden;
    }

    /// <summary>The common pathway's units, then those of each pair of contexts, which are 0 outside their contexts.</summary>
    public static double[,] Of(ThreeContexts network, ContextTask task)
    {
        int units = (int)network.ItemToCommon.Lengths[0];
        int[][] pairs = [[0, 1], [0, 2], [1, 2]];
        double[,] hidden = new double[task.Count, units * (1 + pairs.Length)];
        for (int n = 0; n < task.Count; n++)
        {
            for (int unit = 0; unit < units; unit++)
            {
                hidden[n, unit] = network.ItemToCommon[unit, task.Items[n]] + network.ContextToCommon[unit, task.Contexts[n]];
            }

            for (int pair = 0; pair < pairs.Length; pair++)
            {
                if (!pairs[pair].Contains(task.Contexts[n]))
                {
                    continue;
                }

                TensorSpan<double> weights = network.ItemToPairs[pair];
                for (int unit = 0; unit < units; unit++)
                {
                    hidden[n, (units * (1 + pair)) + unit] = weights[unit, task.Items[n]];
                }
            }
        }

        return hidden;
    }
}
