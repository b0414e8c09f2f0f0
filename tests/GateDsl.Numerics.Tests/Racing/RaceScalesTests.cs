using System.Numerics.Tensors;
using GateDsl.Numerics.Tests.Racing.Networks;
using MathNet.Numerics.LinearAlgebra;

namespace GateDsl.Numerics.Tests.Racing;

/// <summary>Losses on other data by their scale and their groups, closed forms from starts that are not alike, and starts far above their targets.</summary>
public sealed class RaceScalesTests
{
    private const int Items = 8;
    private const int Contexts = 3;
    private static readonly ContextTask Task = ContextTask.Create(Contexts, ContextStructure.Same);

    /// <summary>Twenty pairs are trained and all twenty-four tested: losses of groups add up, and a mean is over the datapoints that it is of.</summary>
    [Fact]
    public void TestLossesOfAnExpectationAreSumsOrMeansOverTheirOwnDatapoints()
    {
        int[] trained = [.. Enumerable.Range(0, Task.Count).Where(n => n is not (1 or 2 or 3 or 9))];
        ThreeContexts.Race race = ThreeContexts.Race.Expect(Of(trained), 0.02, draws: 0);
        ThreeContexts.Dataset test = Of([.. Enumerable.Range(0, Task.Count)]);
        TrainingOptions sums = new() { Epochs = 40, StepSize = 0.02, RecordEvery = 13, TestBy = ["Item"], LossScale = LossScale.Sum };
        RaceLog sum = race.Integrate(sums, test), mean = race.Integrate(sums with { StepSize = 0.02 * trained.Length, LossScale = LossScale.Mean }, test);
        RaceLog inside = race.Integrate(sums, Of(trained));

        Assert.Equal(Items, sum.TestLossBy.Count);
        for (int i = 0; i < sum.Epochs.Length; i++)
        {
            Assert.Equal(sum.TestLoss![i], sum.TestLossBy.Values.Sum(group => group[i]), 1e-9 * sum.TestLoss[0]);
            Assert.Equal(sum.Loss[i] / trained.Length, mean.Loss[i], 1e-9 * mean.Loss[0]);
            Assert.Equal(sum.TestLoss[i] / Task.Count, mean.TestLoss![i], 1e-9 * mean.TestLoss[0]);
            Assert.All(sum.TestLossBy, group => Assert.Equal(group.Value[i] / Contexts, mean.TestLossBy[group.Key][i], 1e-9 * mean.TestLoss[0]));
            Assert.Equal(sum.Loss[i], inside.TestLoss![i], 1e-9 * sum.Loss[0]);
        }

        Assert.True(sum.TestLoss![^1] > sum.Loss[^1]);
    }

    /// <summary>The form assumes one start for the common pathway and one for the others: those of actual weights are their means over modes.</summary>
    [Fact]
    public void TheClosedFormOfContextsStartsFromMeansOverModes()
    {
        ThreeContexts network = new(Gaussian.PerEdge(
        [
            ("ItemToCommon", 0.01), ("ContextToCommon", 0.01), ("CommonToProperties", 0.01),
            .. Enumerable.Range(0, 3).SelectMany(k => new[] { ($"ItemToOwn[{k}]", 0.002 * (k + 1)), ($"OwnToProperties[{k}]", 0.002 * (k + 1)) }),
        ]), seed: 3);
        ThreeContexts.Dataset data = Of([.. Enumerable.Range(0, Task.Count)]);
        double common = Starts(n => true, hasContexts: true, network.ItemToCommon, network.CommonToProperties, network.ContextToCommon).Average();
        double own = Enumerable.Range(0, 3).SelectMany(copy =>
        {
            // Copies are the pairs 0 1, 0 2 and 1 2 of contexts, so that each misses one.
            int missed = 2 - copy;
            return Starts(n => Task.Contexts[n] != missed, hasContexts: false, network.ItemToOwn[copy], network.OwnToProperties[copy], default);
        }).Average();
        double[] formula = ContextRace.Create(Contexts, Items, common, own).Losses(3000, 2e-3);
        RaceLog log = ThreeContexts.Race.From(network, data).Integrate(3000, 2e-3, reduction: Reduction.ClosedForm);

        Assert.True(Math.Abs((common / own) - 1) > 0.05, $"{common}, {own}");
        Assert.True(log.Loss[^1] < 0.5 * log.Loss[0], $"{log.Loss[^1]} of {log.Loss[0]}");
        Assert.All(Enumerable.Range(0, 3000), epoch => Assert.Equal(formula[epoch], log.Loss[epoch], 1e-9 * formula[0]));
    }

    /// <summary>A race whose losses fall from far above those of targets has not diverged.</summary>
    [Fact]
    public void AStartFarAboveItsTargetsIsFollowed()
    {
        Random random = new(2);
        double[] Numbers(int count) => [.. Enumerable.Range(0, count).Select(_ => (random.NextDouble() * 2) - 1)];
        ThreeWays.Dataset data = ThreeWays.Dataset.Create(Numbers(36), [0, 1, 2, 0, 1, 2, 0, 1, 2], Numbers(27));
        ThreeWays network = new(Gaussian.WithSigma(30), seed: 6);
        foreach (Reduction reduction in new[] { Reduction.Exact, Reduction.Modes })
        {
            RaceLog log = ThreeWays.Race.From(network, data).Integrate(5, 1e-12, LossScale.Mean, reduction);
            Assert.True(log.Loss[0] > 1e9 && log.Loss[^1] < log.Loss[0]);
        }
    }

    private static ThreeContexts.Dataset Of(int[] datapoints) => ThreeContexts.Dataset.Create(
        [.. datapoints.Select(n => Task.Items[n])], [.. datapoints.Select(n => Task.Contexts[n])],
            [.. datapoints.SelectMany(n => Task.Targets.AsSpan(n * Task.TargetWidth, Task.TargetWidth).ToArray())]);

    // A quarter of |W1 v + W2^T u|^2 for the singular vectors of the correlation, over the datapoints at which a pathway is on.
    private static double[] Starts(Func<int, bool> isOn, bool hasContexts, TensorSpan<double> items, TensorSpan<double> outgoing, TensorSpan<double> contexts)
    {
        Matrix<double> correlation = Matrix<double>.Build.Dense(Task.TargetWidth, Items + (hasContexts ? Contexts : 0));
        foreach (int n in Enumerable.Range(0, Task.Count).Where(isOn))
        {
            for (int o = 0; o < Task.TargetWidth; o++)
            {
                correlation[o, Task.Items[n]] += Task.Targets[(n * Task.TargetWidth) + o];
                if (hasContexts)
                {
                    correlation[o, Items + Task.Contexts[n]] += Task.Targets[(n * Task.TargetWidth) + o];
                }
            }
        }

        MathNet.Numerics.LinearAlgebra.Factorization.Svd<double> svd = correlation.Svd();
        double[] starts = new double[svd.S.Count(s => s > 1e-10 * svd.S[0])];
        for (int k = 0; k < starts.Length; k++)
        {
            for (int h = 0; h < (int)items.Lengths[0]; h++)
            {
                double sum = 0;
                for (int i = 0; i < correlation.ColumnCount; i++)
                {
                    sum += svd.VT[k, i] * (i < Items ? items[h, i] : contexts[h, i - Items]);
                }

                for (int o = 0; o < Task.TargetWidth; o++)
                {
                    sum += svd.U[o, k] * outgoing[o, h];
                }

                starts[k] += sum * sum / 4;
            }
        }

        return starts;
    }
}
