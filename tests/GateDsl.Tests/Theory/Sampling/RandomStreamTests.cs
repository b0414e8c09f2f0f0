using GateDsl.Theory.Sampling;

namespace GateDsl.Tests.Theory.Sampling;

public sealed class RandomStreamTests
{
    [Fact]
    public void XoshiroGivesThePublishedSequenceOfState1234()
    {
        RandomStream stream = new(1, 2, 3, 4);
        ulong[] expected =
        [
            41943041, 58720359, 3588806011781223, 3591011842654386, 9228616714210784205, 9973669472204895162, 14011001112246962877,
            12406186145184390807, 15849039046786891736, 10450023813501588000,
        ];
        Assert.Equal(expected, expected.Select(_ => stream.NextBits()));
    }

    [Fact]
    public void SplitmixGivesThePublishedSequenceOfSeed1234567()
    {
        ulong state = 1234567;
        ulong[] expected =
        [
            6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431, 16408922859458223821,
        ];
        Assert.Equal(expected, expected.Select(_ => RandomStream.SplitMix(ref state)));
    }

    [Fact]
    public void SeedsAndNamesGiveTheRecordedBits()
    {
        RandomStream unnamed = new(0);
        ulong[] first = [0x53175D61490B23DF, 0x61DA6F3DC380D507, 0x5C0FDF91EC9A7BFC, 0x02EEBF8C3BBE5E1A];
        Assert.Equal(first, first.Select(_ => unnamed.NextBits()));

        RandomStream named = new(42, "ItemToCommon");
        ulong[] second = [0x8264B05E503532B2, 0x82856B1D6682ED60, 0x090CE6ABC076A752, 0x7942FE084B02B30B];
        Assert.Equal(second, second.Select(_ => named.NextBits()));
    }

    [Fact]
    public void NamesAndSeedsThatDifferGiveOtherStreams()
    {
        ulong[] firsts = new[]
        {
            new RandomStream(1).NextBits(), new RandomStream(2).NextBits(), new RandomStream(1, "A").NextBits(), new RandomStream(2, "A").NextBits(),
            new RandomStream(1, "B").NextBits(), new RandomStream(1, "Ā").NextBits(), new RandomStream(1, "").NextBits(),
        };
        Assert.Equal(firsts.Length, firsts.Distinct().Count());
    }

    [Fact]
    public void UnitDrawsLieInTheHalfOpenInterval()
    {
        Assert.Equal(0, RandomStream.ToUnit(0x7FF));
        Assert.Equal(1 - (1.0 / (1L << 53)), RandomStream.ToUnit(ulong.MaxValue));
    }

    [Fact]
    public void BoundedDrawsAreUniform()
    {
        RandomStream stream = new(5);
        int[] counts = new int[7];
        const int Draws = 70_000;
        for (int i = 0; i < Draws; i++)
        {
            counts[stream.NextBelow(7)]++;
        }

        // Chi-square with 6 degrees of freedom: beyond 22.5 with probability 0.001.
        double chiSquare = counts.Sum(count => (count - 10_000.0) * (count - 10_000.0) / 10_000);
        Assert.InRange(chiSquare, 0, 22.5);
        Assert.Equal(0, stream.NextBelow(1));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-3)]
    public void ABoundBelowOneIsRefused(int bound) => Assert.Throws<ArgumentOutOfRangeException>(() => new RandomStream(0).NextBelow(bound));

    [Fact]
    public void TheAllZeroStateIsRefused() => Assert.Throws<ArgumentException>(() => new RandomStream(0, 0, 0, 0));
}
