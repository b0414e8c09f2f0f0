namespace GateDsl.Numerics.Tests.Training;

/// <summary>What the units of a layer do, against sums written out.</summary>
public sealed class ActivationTests
{
    private static readonly int[] Items = [0, 3, 1];
    private static readonly int[] Contexts = [2, 0, 1];

    [Fact]
    public void ALayerSumsTheColumnsOfItsInputs()
    {
        (Trainee network, Trainee.Dataset data) = Create();
        double[,] common = network.Activations(data, nameof(network.Common));

        Assert.Equal((60, 3), (common.GetLength(0), common.GetLength(1)));
        for (int n = 0; n < 3; n++)
        {
            Assert.Equal(network.ItemToCommon[17, Items[n]] + network.ContextToCommon[17, Contexts[n]], common[17, n], 1e-15);
        }
    }

    [Fact]
    public void ABankHasItsCopiesOneAfterTheOtherAndZerosWhereTheyAreOff()
    {
        (Trainee network, Trainee.Dataset data) = Create();
        network.Activations(TrainingData.Of(9, 1), nameof(network.Pairs));
        double[,] pairs = network.Activations(data, nameof(network.Pairs));

        Assert.Equal((150, 3), (pairs.GetLength(0), pairs.GetLength(1)));
        int[][] contexts = [[0, 1], [0, 2], [1, 2]];
        for (int copy = 0; copy < 3; copy++)
        {
            double[,] alone = network.Activations(data, $"Pairs[{copy}]");
            for (int n = 0; n < 3; n++)
            {
                double expected = contexts[copy].Contains(Contexts[n]) ? network.ItemToPairs[copy][31, Items[n]] : 0;
                Assert.Equal(expected, pairs[(copy * 50) + 31, n]);
                Assert.Equal(expected, alone[31, n]);
            }
        }
    }

    [Fact]
    public void AnOutputIsPredictedAndATwinsLayerIsRectified()
    {
        (Trainee network, Trainee.Dataset data) = Create();
        double[] predicted = new double[15];
        network.Predict(data, predicted);
        Trainee.ReluTwin twin = new(Gaussian.WithSigma(0.3), 6);
        bool[,] gates = twin.Gates(data);

        Assert.Equal(predicted[(2 * 5) + 4], network.Activations(data, "Properties")[4, 2]);
        double[,] hidden = twin.Activations(data, "Hidden1");
        Assert.All(Enumerable.Range(0, 27), i => Assert.Equal(gates[i / 3, i % 3], hidden[i / 3, i % 3] > 0));
    }

    [Theory]
    [InlineData("Item")]
    [InlineData("Pairs[3]")]
    [InlineData("common")]
    public void ALayerThatIsNotThereIsNamed(string layer)
    {
        (Trainee network, Trainee.Dataset data) = Create();
        ArgumentException refused = Assert.Throws<ArgumentException>(() => network.Activations(data, layer));

        Assert.Equal("layer", refused.ParamName);
        Assert.Contains($"'{layer}' is none of the network's layers that compute: Common, Pairs[0], Pairs[1], Pairs[2], Properties.",
            refused.Message, StringComparison.Ordinal);
    }

    private static (Trainee Network, Trainee.Dataset Data) Create() =>
        (new(Gaussian.WithSigma(0.3), 6), Trainee.Dataset.Create(Items, Contexts, new double[15]));
}
