using System.Globalization;
using GateDsl.Theory.Sampling;

namespace GateDsl;

/// <summary>The order in which a training with batches goes through its datapoints.</summary>
public static class MiniBatches
{
    /// <summary>
    /// The order of one epoch: its batches are consecutive stretches of it, the last may be shorter. The same on every machine: a Fisher-Yates
    /// shuffle of 0 .. N-1 from the end, whose swaps are drawn without bias from the product's generator, from the stream of the seed that is
    /// named after the epoch. Epochs are independent of each other, so that a training can be resumed at any of them.
    /// </summary>
    /// <param name="datapoints">Number of datapoints N, at least 0.</param>
    /// <param name="shuffleSeed"><see cref="TrainingOptions.ShuffleSeed"/>.</param>
    /// <param name="epoch">The epoch, from 0.</param>
    /// <returns>Every datapoint once.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number of datapoints or the epoch is negative.</exception>
    public static int[] Order(int datapoints, ulong shuffleSeed, int epoch)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(datapoints);
        ArgumentOutOfRangeException.ThrowIfNegative(epoch);
        int[] order = new int[datapoints];
        Fill(order, shuffleSeed, epoch);
        return order;
    }

    internal static void Fill(Span<int> order, ulong shuffleSeed, int epoch)
    {
        RandomStream stream = new(shuffleSeed, string.Create(CultureInfo.InvariantCulture, $"epoch {epoch}"));
        for (int n = 0; n < order.Length; n++)
        {
            order[n] = n;
        }

        for (int last = order.Length - 1; last > 0; last--)
        {
            int drawn = stream.NextBelow(last + 1);
            (order[drawn], order[last]) = (order[last], order[drawn]);
        }
    }
}
