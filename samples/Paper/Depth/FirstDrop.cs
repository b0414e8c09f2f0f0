using GateDsl;
using MathNet.Numerics.LinearAlgebra;

namespace Paper.Depth;

/// <summary>When the loss first falls, and what a formula says of it.</summary>
/// <param name="task">The task.</param>
internal sealed class FirstDrop(ContextTask task)
{
    private readonly double _strength = StrengthOf(task);

    /// <summary>The loss half-way between its start and the level at which it rests first: where a first drop is dated.</summary>
    public double Level { get; } = RestLevels.HalfWay(0.5 * task.Targets.Sum(value => value * value), RestLevels.Of(task))[0];

    /// <summary>The epoch at which a loss, one per epoch, falls to the level; null: it does not.</summary>
    public double? In(double[] loss) => LevelCrossing.Epochs(loss, [Level]) is [double epoch] ? epoch : null;

    /// <summary>The mean over networks; null where one of them does not come to the level.</summary>
    public double? MeanIn(IEnumerable<double[]> losses)
    {
        double?[] epochs = [.. losses.Select(In)];
        return epochs.Contains(null) ? null : epochs.Average();
    }

    /// <summary>
    /// t = |theta0|^(2-L) / (L (L-2) h*) in epochs, for a network of L weight matrices, at least 3, that is homogeneous in its weights: the time in
    /// which the part theta0 of them that points where the loss falls fastest grows without bound.
    /// </summary>
    /// <remarks>
    /// h* is the largest of sum over datapoints of y.f(x) over weights of norm 1: s L^(-L/2) where no input and no target is negative, s the largest
    /// singular value of Y X^T. One layer multiplies lengths by sigma sqrt(H/2), as half of the units are on; theta0 is L matrices of that norm.
    /// </remarks>
    public double? Formula(int hiddenLayers, double size)
    {
        int matrices = hiddenLayers + 1;
        if (matrices < 3)
        {
            return null;
        }

        double norm = Math.Sqrt(matrices) * size / Math.Sqrt(2);
        double steepest = _strength * Math.Pow(matrices, -matrices / 2.0);
        return Math.Pow(norm, 2 - matrices) / (matrices * (matrices - 2) * steepest) / DepthSettings.StepSize;
    }

    private static double StrengthOf(ContextTask task)
    {
        Matrix<double> inputs = Matrix<double>.Build.Dense(task.Count, task.ObjectCount + task.ContextCount);
        for (int n = 0; n < task.Count; n++)
        {
            inputs[n, task.Items[n]] = inputs[n, task.ObjectCount + task.Contexts[n]] = 1;
        }

        Matrix<double> targets = Matrix<double>.Build.DenseOfRowMajor(task.Count, task.TargetWidth, task.Targets);
        return targets.TransposeThisAndMultiply(inputs).L2Norm();
    }
}
