using Digits;
using GateDsl.Samples.Handwriting;

namespace GateDsl.Samples.Tests.Digits;

/// <summary>The images as the sample reads them, and what the encoders and decoders make of them.</summary>
public sealed class ImagesTests
{
    private static readonly Images Training = Images.Load().Training;
    private static readonly Images HeldOut = Images.Load().HeldOut;

    [Fact]
    public void AllImagesAreThereOnce()
    {
        Assert.Equal(1437, Training.Count);
        Assert.Equal(360, HeldOut.Count);

        // Digits 0 to 9 in the 1,797 images, as their source counts them.
        int[] counts = [178, 182, 177, 183, 181, 182, 181, 179, 174, 180];
        Assert.Equal(counts, Enumerable.Range(0, 10).Select(digit => Training.Labels.Concat(HeldOut.Labels).Count(label => label == digit)));

        // Shuffled: neither part is the run of its labels in the file, which begins 0 1 2 ... 9 0 1 2.
        Assert.NotEqual(Enumerable.Range(0, 10), Training.Labels.Take(10));
    }

    [Fact]
    public void PixelsAreCentredOverTheTrainingImagesAndHaveOneStandardDeviation()
    {
        for (int pixel = 0; pixel < 64; pixel++)
        {
            Assert.Equal(0, Enumerable.Range(0, Training.Count).Average(image => (double)Training.Pixels[(image * 64) + pixel]), 1e-5);
        }

        Assert.Equal(1, Math.Sqrt(Training.Pixels.Average(value => (double)value * value)), 1e-5);
    }

    [Fact]
    public void APermutationHoldsEveryPlaceOnceAndFollowsItsNameAndSeed()
    {
        int[] order = Permutation.Draw("pixels[3]", 64, seed: 0);

        Assert.Equal(Enumerable.Range(0, 64), order.Order());
        Assert.Equal(order, Permutation.Draw("pixels[3]", 64, seed: 0));
        Assert.NotEqual(order, Permutation.Draw("pixels[4]", 64, seed: 0));
        Assert.NotEqual(order, Permutation.Draw("pixels[3]", 64, seed: 1));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(10)]
    public void TrainedPairsAndTheOthersAreAllPairs(int perEncoder)
    {
        (int, int)[] trained = Routes.TrainedPairs(perEncoder);
        (int, int)[] all = [.. trained, .. Routes.OtherPairs(perEncoder)];

        Assert.Equal(10 * perEncoder, trained.Length);
        Assert.Equal(100, all.Distinct().Count());
        Assert.Contains((9, (9 + perEncoder - 1) % 10), trained);
    }

    /// <summary>A network of zeros answers the same everywhere: with the means of the targets, the commonest digit of the training images.</summary>
    [Fact]
    public void ANetworkThatSaysNothingAnswersTheCommonestDigit()
    {
        int commonest = Enumerable.Range(0, 10).MaxBy(digit => Training.Labels.Count(label => label == digit));
        RoutedDigits network = new(Gaussian.WithSigma(0), seed: 1);

        Assert.Equal(
            HeldOut.Labels.Count(label => label == commonest) / 360.0, new Routes(Training).Accuracy(network, HeldOut, [(3, 5), (9, 0)]), 1e-12);
    }

    /// <summary>The loss of zeros is half the variance of the targets: 1/2 (1 - sum of squared shares), whichever the pairs.</summary>
    [Fact]
    public void TargetsAreCentredOneHot()
    {
        double[] shares = [.. Enumerable.Range(0, 10).Select(digit => Training.Labels.Count(label => label == digit) / 1437.0)];
        RoutedDigits network = new(Gaussian.WithSigma(0), seed: 1);

        double loss = network.Loss(new Routes(Training).Data(Training, [(0, 1), (7, 3)]), LossScale.Mean);

        Assert.Equal(0.5 * (1 - shares.Sum(share => share * share)), loss, 1e-5);
    }
}
