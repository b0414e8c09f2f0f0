using System.Numerics;

namespace GateDsl;

/// <summary>
/// Velocities of a heavy ball, standing where the network adds its steps: an update adds s D to what was left of them, moves the weights by
/// eta f U and leaves U = mu U - lambda W. The same descent as <see cref="Velocities{T}"/> without steps of its own, so that a large matrix has one
/// companion in the cache and not two.
/// </summary>
/// <typeparam name="T">Float or double.</typeparam>
internal sealed class RollingVelocities<T>
    where T : struct, INumber<T>
{
    private readonly DescentOptions _update;
    private readonly EdgeMatrix<T>[] _weights;

    /// <param name="update">Momentum without Nesterov; decay, factors.</param>
    /// <param name="weights">The weights, in the order of the network's edges.</param>
    /// <param name="steps">
    /// Where steps are added, in the same order: overwritten; until the training ends whoever needs them between two updates puts back what stood there.
    /// </param>
    public RollingVelocities(DescentOptions update, EdgeMatrix<T>[] weights, EdgeMatrix<T>[] steps)
    {
        (_update, _weights) = (update, weights);
        All = [.. steps.Select(edge => edge.Values)];
        T decay = T.CreateTruncating(update.Decay);
        for (int edge = 0; edge < All.Length; edge++)
        {
            // What a velocity of 0 leaves: the decay alone.
            for (int i = 0; i < All[edge].Length; i++)
            {
                All[edge][i] = -(decay * weights[edge].Values[i]);
            }
        }
    }

    /// <summary>What is left of U for the next update, by edge.</summary>
    public T[][] All { get; }

    /// <summary>Moves the weights, once the steps are added.</summary>
    /// <param name="eta">The step size.</param>
    public void Roll(double eta)
    {
        for (int edge = 0; edge < All.Length; edge++)
        {
            double factor = _update.Factors[edge];
            if (factor == 0)
            {
                // What is frozen gathers no velocity either.
                Array.Clear(All[edge]);
                continue;
            }

            DescentKernels.Roll<T>(
                _weights[edge].Values,
                All[edge],
                T.CreateTruncating(eta * factor),
                T.CreateTruncating(_update.Decay),
                T.CreateTruncating(_update.Momentum));
        }
    }
}
