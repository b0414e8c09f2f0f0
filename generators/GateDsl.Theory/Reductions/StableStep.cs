using GateDsl.Theory.LinearAlgebra;

namespace GateDsl.Theory.Reductions;

/// <summary>
/// The largest step size of descent that does not grow along the steepest direction of the loss: 2 / lambda_max of its Hessian (mathematics.md,
/// Exact reductions).
/// Infinity where the loss curves nowhere upwards.
/// </summary>
internal static class StableStep
{
    // Cube root of the machine epsilon: the step at which truncation and rounding of a central difference balance.
    private const double DifferenceScale = 6e-6;
    private const double Rough = 1e-5;
    private const int MostEstimates = 300;

    /// <summary>At any weights of any network, from differences of its gradient; on the scale of the loss whose gradient is given.</summary>
    /// <param name="weights">All weights in one array.</param>
    /// <param name="gradient">Writes the gradient at the weights, its first argument, into the second.</param>
    public static double Of(double[] weights, Action<double[], double[]> gradient)
    {
        double norm = Math.Sqrt(weights.Sum(weight => weight * weight));
        double distance = DifferenceScale * (norm > 0 ? norm : 1);
        double[] shifted = new double[weights.Length];
        double[] ahead = new double[weights.Length];
        double? largest = Lanczos.LargestEigenvalue(weights.Length, (direction, image) =>
        {
            GradientAt(direction, distance, ahead);
            GradientAt(direction, -distance, image);
            for (int i = 0; i < image.Length; i++)
            {
                image[i] = (ahead[i] - image[i]) / (2 * distance);
            }
        });
        return FromLargest(largest ?? throw NotSettled());

        void GradientAt(double[] direction, double along, double[] result)
        {
            for (int i = 0; i < shifted.Length; i++)
            {
                shifted[i] = weights[i] + (along * direction[i]);
            }

            gradient(shifted, result);
        }
    }

    /// <summary>At a state of the Gram reduction, on the Sum scale; exact derivatives. On the Mean scale multiply by N.</summary>
    public static double Of(GramReduction reduction)
    {
        GramHessian hessian = new(reduction);
        return FromLargest(Lanczos.LargestEigenvalue(hessian.Size, hessian.Apply) ?? throw NotSettled());
    }

    /// <summary>
    /// The same to about three digits, for a fraction of the work; null where it is not known after <paramref name="mostWork"/> multiply-adds.
    /// </summary>
    public static double? Estimate(GramReduction reduction, long mostWork)
    {
        GramHessian hessian = new(reduction);
        int steps = (int)Math.Min(MostEstimates, mostWork / Math.Max(1, hessian.WorkPerApply));
        return Lanczos.LargestEigenvalue(hessian.Size, hessian.Apply, Rough, steps) is { } largest ? FromLargest(largest) : null;
    }

    /// <summary>
    /// The largest stable step with momentum and decay, from the one of plain descent, 2 / h with h the largest curvature: the quadratic h w^2 / 2
    /// contracts below 2 (1 + mu) / h for heavy ball and below 2 (1 + mu) / ((1 + 2 mu) h) for Nesterov. Decay adds lambda to every curvature, and a
    /// factor f multiplies them by at most the largest one.
    /// </summary>
    /// <param name="plain">2 / h on the scale of the loss that is descended; NaN: not known.</param>
    /// <param name="momentum">mu.</param>
    /// <param name="isNesterov">Whether weights move by G + mu V.</param>
    /// <param name="decay">lambda.</param>
    /// <param name="factor">The largest step factor of an edge.</param>
    public static double Under(double plain, double momentum, bool isNesterov, double decay, double factor = 1) =>
        2 * (1 + momentum) / ((isNesterov ? 1 + (2 * momentum) : 1) * factor * ((2 / plain) + decay));

    private static InvalidOperationException NotSettled() => new("The largest curvature of the loss did not settle.");

    private static double FromLargest(double eigenvalue) => eigenvalue > 0 ? 2 / eigenvalue : double.PositiveInfinity;
}
