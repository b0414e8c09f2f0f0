namespace GateDsl.Tests.Training.Descent;

public sealed class MiniBatchesTests
{
    /// <summary>From an implementation of the documented shuffle in another language.</summary>
    [Theory]
    [InlineData(1, 5UL, 0, new[] { 0 })]
    [InlineData(8, 0UL, 0, new[] { 7, 1, 3, 5, 0, 4, 2, 6 })]
    [InlineData(8, 0UL, 1, new[] { 0, 4, 6, 3, 2, 5, 1, 7 })]
    [InlineData(10, 12345678901234567890UL, 7, new[] { 9, 7, 8, 6, 0, 4, 2, 5, 3, 1 })]
    [InlineData(6, 1UL, int.MaxValue, new[] { 4, 3, 2, 5, 1, 0 })]
    [InlineData(0, 1UL, 0, new int[0])]
    public void TheOrderIsTheSameOnEveryMachine(int datapoints, ulong seed, int epoch, int[] order) =>
        Assert.Equal(order, MiniBatches.Order(datapoints, seed, epoch));

    [Fact]
    public void EveryDatapointComesOnceInEveryEpoch()
    {
        for (int epoch = 0; epoch < 50; epoch++)
        {
            Assert.Equal(Enumerable.Range(0, 97), MiniBatches.Order(97, 3, epoch).Order());
        }
    }

    [Fact]
    public void EveryPlaceIsAsLikelyForEveryDatapoint()
    {
        // 6,000 orders of 6: each place has each datapoint 1,000 times, give or take 5 standard deviations of 29.
        int[,] counts = new int[6, 6];
        for (int epoch = 0; epoch < 6000; epoch++)
        {
            int[] order = MiniBatches.Order(6, 11, epoch);
            for (int place = 0; place < 6; place++)
            {
                counts[place, order[place]]++;
            }
        }

        Assert.All(counts.Cast<int>(), count => Assert.InRange(count, 856, 1144));
    }

    [Fact]
    public void NegativeNumbersAreRefused()
    {
        Assert.Equal("datapoints", Assert.Throws<ArgumentOutOfRangeException>(() => MiniBatches.Order(-1, 0, 0)).ParamName);
        Assert.Equal("epoch", Assert.Throws<ArgumentOutOfRangeException>(() => MiniBatches.Order(1, 0, -1)).ParamName);
    }
}
