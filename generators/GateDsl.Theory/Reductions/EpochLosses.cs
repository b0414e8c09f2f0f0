namespace GateDsl.Theory.Reductions;

/// <summary>The epochs of a reduction: the loss before each step, and an end where it leaves the range of doubles.</summary>
internal static class EpochLosses
{
    /// <param name="epochs">How many steps.</param>
    /// <param name="loss">The Sum loss at the present weights.</param>
    /// <param name="step">One full-batch step of descent.</param>
    /// <param name="observe">Sees every epoch before its step.</param>
    /// <returns>The losses before the steps.</returns>
    /// <exception cref="ReductionDivergedException">A loss is not finite.</exception>
    public static double[] Of(int epochs, Func<double> loss, Action step, Action<int>? observe)
    {
        double[] losses = new double[epochs];
        for (int epoch = 0; epoch < epochs; epoch++)
        {
            double before = loss();
            if (double.IsNaN(before) || double.IsInfinity(before))
            {
                throw new ReductionDivergedException(epoch);
            }

            losses[epoch] = before;
            observe?.Invoke(epoch);
            step();
        }

        return losses;
    }
}
