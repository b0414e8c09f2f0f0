using System.Numerics.Tensors;
using GateDsl.Theory.Sampling;

namespace GateDsl;

/// <summary>
/// One mode of a linear path with two hidden layers, alone: input weights w1, hidden weights W, output weights w3, from N(0, sigma^2) (P1 §6;
/// derived). With p = w3^T W w1, one epoch of gradient descent on the Sum loss is
/// <para>w1 += eta (s - d p) W^T w3, W += eta (s - d p) w3 w1^T, w3 += eta (s - d p) W w1.</para>
/// No closed form is known from random weights, where the three are far from aligned; this integrates the equations.
/// </summary>
public sealed class ThreeLayerMode
{
    /// <summary>Where p is as near to s/d as this it has arrived.</summary>
    private const double Arrived = 1e-13;

    /// <summary>A mode.</summary>
    /// <param name="singularValue">s, positive and finite.</param>
    /// <param name="inputStrength">d, positive and finite.</param>
    /// <param name="firstUnits">Units of the first hidden layer, at least 1.</param>
    /// <param name="secondUnits">Units of the second hidden layer, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
    public ThreeLayerMode(double singularValue, double inputStrength, int firstUnits, int secondUnits)
    {
        SingularValue = Positive.Require(singularValue);
        InputStrength = Positive.Require(inputStrength);
        ArgumentOutOfRangeException.ThrowIfLessThan(firstUnits, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(secondUnits, 1);
        (FirstUnits, SecondUnits) = (firstUnits, secondUnits);
    }

    /// <summary>s.</summary>
    public double SingularValue { get; }

    /// <summary>d.</summary>
    public double InputStrength { get; }

    /// <summary>Units of the first hidden layer.</summary>
    public int FirstUnits { get; }

    /// <summary>Units of the second hidden layer.</summary>
    public int SecondUnits { get; }

    /// <summary>The strength p before each of <paramref name="epochs"/> epochs; it ends at s/d.</summary>
    /// <param name="sigma">Standard deviation of the initial weights, positive and finite.</param>
    /// <param name="stepSize">Step of gradient descent on the Sum loss.</param>
    /// <param name="epochs">Number of epochs, not negative.</param>
    /// <param name="seed">Of the draw of the weights.</param>
    /// <param name="cancellationToken">To stop it.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public double[] Strengths(double sigma, double stepSize, int epochs, ulong seed = 0, CancellationToken cancellationToken = default)
    {
        Positive.Require(sigma);
        Positive.Require(stepSize);
        ArgumentOutOfRangeException.ThrowIfNegative(epochs);
        double[] first = Draw(seed, nameof(first), FirstUnits, sigma);
        double[] hidden = Draw(seed, nameof(hidden), FirstUnits * SecondUnits, sigma);
        double[] last = Draw(seed, nameof(last), SecondUnits, sigma);
        double[] forward = new double[SecondUnits];
        double[] backward = new double[FirstUnits];
        double[] outer = new double[FirstUnits];
        double[] strengths = new double[epochs];
        double end = SingularValue / InputStrength;
        Pass(hidden, outer, forward, first, last, forward, backward);
        for (int epoch = 0; epoch < epochs; epoch++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            double strength = TensorPrimitives.Dot<double>(last, forward);
            strengths[epoch] = strength;
            if (Math.Abs(strength - end) < Arrived * end)
            {
                strengths.AsSpan(epoch).Fill(strength);
                break;
            }

            double pull = stepSize * (SingularValue - (InputStrength * strength));
            double[] lastBefore = (double[])last.Clone();
            TensorPrimitives.Multiply(first, pull, outer);
            TensorPrimitives.MultiplyAdd(backward, pull, first, first);
            TensorPrimitives.MultiplyAdd(forward, pull, last, last);
            Pass(hidden, outer, lastBefore, first, last, forward, backward);
        }

        return strengths;
    }

    /// <summary>
    /// One pass over W, which is too large to read thrice: W += left outer^T, then forward = W first and backward = W^T last. An outer vector
    /// of zeros leaves W as it is.
    /// </summary>
    private void Pass(double[] hidden, double[] outer, double[] left, double[] first, double[] last, double[] forward, double[] backward)
    {
        Array.Clear(backward);
        for (int unit = 0; unit < SecondUnits; unit++)
        {
            Span<double> row = hidden.AsSpan(unit * FirstUnits, FirstUnits);
            TensorPrimitives.MultiplyAdd(outer, left[unit], row, row);
            forward[unit] = TensorPrimitives.Dot<double>(row, first);
            TensorPrimitives.MultiplyAdd(row, last[unit], backward, backward);
        }
    }

    private static double[] Draw(ulong seed, string name, int count, double sigma)
    {
        double[] draws = new NormalSampler(seed, name).Draw(count);
        TensorPrimitives.Multiply(draws, sigma, draws);
        return draws;
    }
}
