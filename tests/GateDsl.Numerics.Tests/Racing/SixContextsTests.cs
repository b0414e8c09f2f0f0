using System.Numerics.Tensors;
using GateDsl.Numerics.Tests.Racing.Networks;
using GateDsl.Tests;

namespace GateDsl.Numerics.Tests.Racing;

/// <summary>Six contexts, which no paper shows: reductions and training against an implementation of their own, and the ReLU network predicted.</summary>
public sealed class SixContextsTests
{
    private const int Contexts = 6;
    private const int Objects = 8;
    private const double Sigma = 0.005 / 700;
    private const double StepSize = 1e-3;

    private static readonly ContextTask Task = ContextTask.Create(Contexts, ContextStructure.Same, Objects);
    private static readonly SixContexts.Dataset Data = SixContexts.Dataset.Create(Task.Items, Task.Contexts, Task.Targets);

    [Fact]
    public void TheFirstEpochsAgreeWithPlainDescent() => CompareWithPlainDescent(40);

    [SlowFact]
    [Trait("Category", "Slow")]
    public void AllEpochsAgreeWithPlainDescent() => CompareWithPlainDescent(8001);

    [SlowFact]
    [Trait("Category", "Slow")]
    public void TheReluNetworkIsPredicted()
    {
        double[] relu = new SixContexts.ReluTwin(Gaussian.WithSigma(Sigma), seed: 1)
            .Train(Data, new TrainingOptions { Epochs = 8001, StepSize = StepSize }).Loss;
        double[] units = SixContexts.Race.ForTwin(Data, Sigma).Integrate(8001, StepSize).Loss;
        double[] wide = SixContexts.Race.Expect(Data, Sigma, 350).Integrate(8001, StepSize).Loss;
        Assert.InRange(Agreement.Between(relu, units).Rms, 0, 0.006);
        Assert.InRange(Agreement.Between(relu, wide).Rms, 0, 0.032);
    }

    private static void CompareWithPlainDescent(int epochs)
    {
        double[] expected = SixContexts.Race.Expect(Data, Sigma).Integrate(epochs, StepSize).Loss;
        PlainPathways plain = NewPlain();
        for (int pathway = 0; pathway <= Contexts; pathway++)
        {
            plain.AddExpected(100, Sigma, pathway == 0 ? [.. Items, .. ContextFeatures] : Items, IsOn(pathway));
        }

        AssertFollows(plain, expected);

        SixContexts network = new(Gaussian.WithSigma(Sigma), seed: 3);
        PlainPathways trained = NewPlain();
        trained.Add(
            [.. Columns(network.ItemToCommon), .. Columns(network.ContextToCommon)], Rows(network.CommonToProperties), [.. Items, .. ContextFeatures], IsOn(0));
        for (int k = 0; k < Contexts; k++)
        {
            trained.Add(Columns(network.ItemToOwn[k]), Rows(network.OwnToProperties[k]), Items, IsOn(k + 1));
        }

        double[] actual = SixContexts.Race.From(network, Data).Integrate(epochs, StepSize).Loss;
        double[] training = network.Train(Data, new TrainingOptions { Epochs = epochs, StepSize = StepSize }).Loss;
        AssertFollows(trained, actual, training);
    }

    private static void AssertFollows(PlainPathways plain, params double[][] losses)
    {
        double first = 0;
        for (int epoch = 0; epoch < losses[0].Length; epoch++)
        {
            double loss = plain.Step(StepSize);
            first = epoch == 0 ? loss : first;
            Assert.All(losses, curve => Assert.Equal(loss, curve[epoch], 1e-6 * Math.Max(loss, 1e-6 * first)));
        }
    }

    private static PlainPathways NewPlain() => new(
        [.. Enumerable.Range(0, Task.Items.Length).Select(n => Enumerable.Range(0, Objects + Contexts)
            .Select(i => i == Task.Items[n] || i == Objects + Task.Contexts[n] ? 1.0 : 0).ToArray())],
        [.. Task.Targets.Chunk(Task.Targets.Length / Task.Items.Length)]);

    /// <summary>Pathway 0 is the common one; the others miss one context each, in the order of the subsets: the last context first.</summary>
    private static bool[] IsOn(int pathway) => [.. Task.Contexts.Select(context => pathway == 0 || context != Contexts - pathway)];

    private static int[] Items => [.. Enumerable.Range(0, Objects)];

    private static int[] ContextFeatures => [.. Enumerable.Range(Objects, Contexts)];

    private static double[][] Rows(TensorSpan<double> weights)
    {
        double[][] rows = new double[(int)weights.Lengths[0]][];
        for (int i = 0; i < rows.Length; i++)
        {
            rows[i] = new double[(int)weights.Lengths[1]];
            for (int j = 0; j < rows[i].Length; j++)
            {
                rows[i][j] = weights[i, j];
            }
        }

        return rows;
    }

    private static double[][] Columns(TensorSpan<double> weights)
    {
        double[][] rows = Rows(weights);
        return [.. Enumerable.Range(0, rows[0].Length).Select(j => rows.Select(row => row[j]).ToArray())];
    }
}
