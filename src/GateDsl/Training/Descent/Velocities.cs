using System.Numerics;

namespace GateDsl;

/// <summary>
/// Moves weights by their steps D, minus the gradient of the Sum loss, as the options say. Velocities are kept with the sign of D, U = -V:
/// U = mu U + (s D - lambda W), W = W + eta f U, with s the scale of the loss.
/// </summary>
/// <typeparam name="T">Float or double.</typeparam>
internal sealed class Velocities<T>
    where T : struct, INumber<T>
{
    private readonly DescentOptions _update;

    /// <param name="update">Momentum, decay, factors.</param>
    /// <param name="weights">The weights, in the order of the network's edges.</param>
    public Velocities(DescentOptions update, EdgeMatrix<T>[] weights)
    {
        _update = update;
        All = update.Momentum == 0 ? [] : [.. weights.Select(edge => new T[edge.Values.Length])];
    }

    /// <summary>U of every edge, standing as its weights do; none without momentum.</summary>
    public T[][] All { get; }

    /// <summary>One update.</summary>
    /// <param name="weights">W.</param>
    /// <param name="steps">D, standing as the weights do.</param>
    /// <param name="eta">The step size.</param>
    /// <param name="scale">What the Sum loss over the batch is multiplied with.</param>
    public void Move(EdgeMatrix<T>[] weights, EdgeMatrix<T>[] steps, double eta, double scale)
    {
        for (int edge = 0; edge < weights.Length; edge++)
        {
            double factor = _update.Factors[edge];
            if (factor == 0)
            {
                continue;
            }

            DescentKernels.Move(
                weights[edge].Values,
                steps[edge].Values,
                All.Length == 0 ? [] : All[edge],
                T.CreateTruncating(eta * factor),
                T.CreateTruncating(scale),
                T.CreateTruncating(_update.Decay),
                T.CreateTruncating(_update.Momentum),
                _update.IsNesterov);
        }
    }
}
