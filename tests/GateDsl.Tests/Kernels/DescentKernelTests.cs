using System.Numerics;

namespace GateDsl.Tests.Kernels;

/// <summary>Updates of weights against their definition, one weight at a time, at all lengths around those of vector registers.</summary>
public sealed class DescentKernelTests
{
    public static TheoryData<int> Lengths => [0, 1, 3, 4, 5, 7, 8, 9, 15, 16, 17, 31, 33];

    [Theory]
    [MemberData(nameof(Lengths))]
    public void WeightsMoveByTheirDefinition(int length)
    {
        foreach (bool hasVelocity in (bool[])[false, true])
        {
            foreach (bool isNesterov in (bool[])[false, true])
            {
                Check<double>(length, hasVelocity, isNesterov, 1e-14);
                Check<float>(length, hasVelocity, isNesterov, 1e-5);
            }
        }
    }

    /// <summary>A step is added between two updates, as the batch method does.</summary>
    [Theory]
    [MemberData(nameof(Lengths))]
    public void RollingIsTheSameDescentWithTheStepAddedToTheVelocity(int length)
    {
        Random random = new(length);
        double[] Draw() => [.. Enumerable.Range(0, length).Select(_ => (2 * random.NextDouble()) - 1)];
        double[] w = Draw(), u = [.. w.Select(weight => -0.3 * weight)], weights = [.. w], velocities = new double[length];
        double[] left = new double[length];
        for (int update = 0; update < 4; update++)
        {
            double[] d = Draw();
            for (int i = 0; i < length; i++)
            {
                velocities[i] = (0.6 * velocities[i]) + (0.7 * d[i]) - (0.3 * weights[i]);
                weights[i] += 0.1 * velocities[i];
                u[i] += 0.7 * d[i];
                left[i] = (0.6 * velocities[i]) - (0.3 * weights[i]);
            }

            DescentKernels.Roll<double>(w, u, 0.1, 0.3, 0.6);
            for (int i = 0; i < length; i++)
            {
                Assert.Equal(weights[i], w[i], 1e-14);
                Assert.Equal(left[i], u[i], 1e-14);
            }
        }
    }

    [Fact]
    public void ArraysOfOtherLengthsAreRefused()
    {
        Assert.Throws<ArgumentException>(() => DescentKernels.Move<double>(new double[5], new double[4], [], 1, 1, 0, 0, false));
        Assert.Throws<ArgumentException>(() => DescentKernels.Move<double>(new double[5], new double[5], new double[4], 1, 1, 0, 0.9, false));
        Assert.Throws<ArgumentException>(() => DescentKernels.Roll<double>(new double[5], new double[4], 1, 0, 0.9));
    }

    private static void Check<T>(int length, bool hasVelocity, bool isNesterov, double tolerance)
        where T : struct, IFloatingPointIeee754<T>
    {
        Random random = new(length);
        (T[] w, T[] d, T[] u) = (Draw(), Draw(), Draw());
        const double Eta = 0.1, Scale = 0.7, Decay = 0.3, Momentum = 0.6;
        double[] weights = Doubles(w), steps = Doubles(d), velocities = Doubles(u);
        for (int i = 0; i < length; i++)
        {
            double gradient = (Scale * steps[i]) - (Decay * weights[i]);
            double velocity = (Momentum * velocities[i]) + gradient;
            velocities[i] = hasVelocity ? velocity : velocities[i];
            weights[i] += Eta * (!hasVelocity ? gradient : isNesterov ? gradient + (Momentum * velocity) : velocity);
        }

        DescentKernels.Move(w, d, hasVelocity ? u.AsSpan() : [], Number(Eta), Number(Scale), Number(Decay), Number(Momentum), isNesterov);
        for (int i = 0; i < length; i++)
        {
            Assert.Equal(weights[i], double.CreateChecked(w[i]), tolerance);
            Assert.Equal(velocities[i], double.CreateChecked(u[i]), tolerance);
        }

        T[] Draw() => [.. Enumerable.Range(0, length).Select(_ => Number((2 * random.NextDouble()) - 1))];

        static T Number(double value) => T.CreateTruncating(value);

        static double[] Doubles(T[] values) => [.. values.Select(value => double.CreateChecked(value))];
    }
}
