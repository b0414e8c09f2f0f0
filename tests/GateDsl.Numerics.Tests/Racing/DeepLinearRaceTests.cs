using GateDsl.Numerics.Tests.Racing.Networks;

namespace GateDsl.Numerics.Tests.Racing;

/// <summary>Eq. 7 against training on the deep linear task, from balanced weights that are aligned with the modes.</summary>
public sealed class DeepLinearRaceTests
{
    private const double Start = 1e-3;
    private const double Time = 12;

    private static readonly double[] SingularValues = [Math.Sqrt(7), Math.Sqrt(3), 1, 1];

    [Fact]
    public void ModesFollowEq7AndHalvingTheStepHalvesTheDistance()
    {
        double coarse = Distance(stepSize: 4e-4);
        double fine = Distance(stepSize: 2e-4);
        Assert.InRange(coarse, 0, 1e-3);
        Assert.InRange(coarse / fine, 1.9, 2.1);
    }

    [Fact]
    public void TheRaceInClosedFormIsEq7()
    {
        HierarchyTask task = HierarchyTask.Create();
        DeepLinear.Dataset data = DeepLinear.Dataset.Create(task.Items, task.Targets);
        RaceLog log = DeepLinear.Race.From(Aligned(task), data).Integrate(1500, 0.01, reduction: Reduction.ClosedForm);
        for (int k = 0; k < 4; k++)
        {
            ModeCurve curve = new(SingularValues[k], 1, Start);
            for (int epoch = 0; epoch < 1500; epoch += 50)
            {
                Assert.Equal(curve.At(0.01 * epoch), log.ModeStrengths["Code"][epoch, k], 1e-12);
            }
        }
    }

    [Fact]
    public void TheFlowOfEq6IsTheLimitOfItsSteps()
    {
        HierarchyTask task = HierarchyTask.Create();
        DeepLinear.Dataset data = DeepLinear.Dataset.Create(task.Items, task.Targets);
        double[] flow = DeepLinear.Race.From(Aligned(task), data).Integrate(600, 0.02, reduction: Reduction.ModesFlow).Loss;
        double coarse = DistanceTo(1);
        Assert.InRange(coarse, 1e-6, 0.05);
        Assert.InRange(DistanceTo(2) / coarse, 0.45, 0.55);

        double DistanceTo(int parts)
        {
            double[] steps = DeepLinear.Race.From(Aligned(task), data).Integrate(600 * parts, 0.02 / parts, reduction: Reduction.Modes).Loss;
            return flow.Select((loss, epoch) => Math.Abs(loss - steps[epoch * parts])).Max() / flow[0];
        }
    }

    /// <summary>Largest distance between a trained mode and Eq. 7, relative to the mode's end.</summary>
    private static double Distance(double stepSize)
    {
        HierarchyTask task = HierarchyTask.Create();
        DeepLinear.Dataset data = DeepLinear.Dataset.Create(task.Items, task.Targets);
        DeepLinear network = Aligned(task);
        double[,] u = Haar.Images(task.Targets, 7);
        ModeCurve[] curves = [.. SingularValues.Select(s => new ModeCurve(s, 1, Start))];
        int epochs = (int)Math.Round(Time / stepSize);
        double largest = 0;
        for (int epoch = 0; epoch < epochs; epoch++)
        {
            if (epoch % (epochs / 60) == 0)
            {
                double[] strengths = Strengths(network, u);
                largest = Math.Max(largest, strengths.Select((b, k) => Math.Abs(b - curves[k].At(stepSize * epoch)) / SingularValues[k]).Max());
            }

            network.Step(data, stepSize);
        }

        return largest;
    }

    private static double[] Strengths(DeepLinear network, double[,] u)
    {
        double[] strengths = new double[4];
        for (int k = 0; k < 4; k++)
        {
            for (int h = 0; h < 64; h++)
            {
                double inward = 0;
                double outward = 0;
                for (int i = 0; i < 4; i++)
                {
                    inward += network.ThingToCode[h, i] * Haar.Four[i, k];
                }

                for (int o = 0; o < 7; o++)
                {
                    outward += network.CodeToProperties[o, h] * u[o, k];
                }

                strengths[k] += inward * outward;
            }
        }

        return strengths;
    }

    /// <summary>One hidden unit per mode: W1 = sqrt(a0) V^T, W2 = U sqrt(a0).</summary>
    private static DeepLinear Aligned(HierarchyTask task)
    {
        DeepLinear network = new(Gaussian.WithSigma(1), seed: 1);
        double[,] u = Haar.Images(task.Targets, 7);
        for (int h = 0; h < 64; h++)
        {
            for (int i = 0; i < 4; i++)
            {
                network.ThingToCode[h, i] = h < 4 ? Math.Sqrt(Start) * Haar.Four[i, h] : 0;
            }

            for (int o = 0; o < 7; o++)
            {
                network.CodeToProperties[o, h] = h < 4 ? Math.Sqrt(Start) * u[o, h] : 0;
            }
        }

        return network;
    }
}
