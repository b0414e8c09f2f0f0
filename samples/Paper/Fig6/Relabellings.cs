using System.Numerics;
using GateDsl;

namespace Paper.Fig6;

/// <summary>
/// The names of objects and contexts that may change without changing the task: where all contexts have one structure, any two contexts, and any two
/// branches below a node of the hierarchy. Initial weights know no names and descent keeps none apart, so a network whose objects and contexts are
/// renamed is another training, as likely as the first. What a network is expected to represent is the same under all of these names; a single one
/// breaks the symmetry its own way.
/// </summary>
internal sealed class Relabellings
{
    private readonly int[,] _kinds;
    private readonly int _kindCount;

    private Relabellings(ContextTask task)
    {
        _kinds = new int[task.Count, task.Count];
        for (int n = 0; n < task.Count; n++)
        {
            for (int m = 0; m < task.Count; m++)
            {
                // Steps up the hierarchy until both objects are below one node: with that and with whether the contexts are one, any pair can become any other.
                int steps = BitOperations.Log2(2 * (uint)(task.Items[n] ^ task.Items[m]) | 1);
                _kinds[n, m] = (2 * steps) + (task.Contexts[n] == task.Contexts[m] ? 0 : 1);
                _kindCount = Math.Max(_kindCount, _kinds[n, m] + 1);
            }
        }
    }

    /// <summary>Those of a task; null where its contexts have different structures, as then names matter.</summary>
    public static Relabellings? Of(ContextTask task) => task.Structure == ContextStructure.Same ? new Relabellings(task) : null;

    /// <summary>The mean of a kernel over the datapoints under all names: that over the pairs which names take into each other.</summary>
    public double[,] Mean(double[,] kernel)
    {
        double[] sums = new double[_kindCount];
        int[] counts = new int[_kindCount];
        for (int n = 0; n < kernel.GetLength(0); n++)
        {
            for (int m = 0; m < kernel.GetLength(1); m++)
            {
                sums[_kinds[n, m]] += kernel[n, m];
                counts[_kinds[n, m]]++;
            }
        }

        double[,] mean = new double[kernel.GetLength(0), kernel.GetLength(1)];
        for (int n = 0; n < mean.GetLength(0); n++)
        {
            for (int m = 0; m < mean.GetLength(1); m++)
            {
                mean[n, m] = sums[_kinds[n, m]] / counts[_kinds[n, m]];
            }
        }

        return mean;
    }
}
