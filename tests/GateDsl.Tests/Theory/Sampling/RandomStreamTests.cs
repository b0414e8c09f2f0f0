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

    /// <summary>
    /// 2^64 is one more than a multiple of 3: of all words only the last has no partner and is drawn again, where a bound divides 2^64 none. The state makes
    /// the first word.
    /// </summary>
    [Theory]
    [InlineData(ulong.MaxValue, 3, true)]
    [InlineData(ulong.MaxValue - 1, 3, false)]
    [InlineData(ulong.MaxValue, 4, false)]
    [InlineData(ulong.MaxValue - 3, 4, false)]
    [InlineData(ulong.MaxValue, 1 << 30, false)]
    [InlineData(ulong.MaxValue, 7, true)]
    [InlineData(ulong.MaxValue - 1, 7, true)]
    [InlineData(ulong.MaxValue - 2, 7, false)]
    public void WordsBeyondTheLastWholeMultipleAreDrawnAgain(ulong word, int bound, bool isRepeated)
    {
        // With s0 = 0 the word is s3, rotated left by 23.
        ulong s3 = ulong.RotateRight(word, 23);
        RandomStream words = new(0, 0x123456789, 0x987654321, s3);
        Assert.Equal(word, words.NextBits());
        ulong next = words.NextBits();

        Assert.Equal((int)((isRepeated ? next : word) % (ulong)bound), new RandomStream(0, 0x123456789, 0x987654321, s3).NextBelow(bound));
    }

    /// <summary>Splitmix64 of the seed, xor FNV-1a over both bytes of every letter, is the seed of a stream without a name.</summary>
    [Theory]
    [InlineData("ItemToCommon")]
    [InlineData("Kontext\u00E4\u0394\u4E2D")]
    public void BothBytesOfALetterCount(string name)
    {
        ulong hash = 14695981039346656037;
        foreach (byte part in System.Text.Encoding.Unicode.GetBytes(name))
        {
            hash = (hash ^ part) * 1099511628211;
        }

        ulong mixed = 42UL + 11400714819323198485;
        mixed = (mixed ^ (mixed >> 30)) * 13787848793156543929;
        mixed = (mixed ^ (mixed >> 27)) * 10723151780598845931;
        mixed ^= mixed >> 31;

        Assert.Equal(new RandomStream(mixed ^ hash).NextBits(), new RandomStream(42, name).NextBits());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-3)]
    public void ABoundBelowOneIsRefused(int bound) => Assert.Throws<ArgumentOutOfRangeException>(() => new RandomStream(0).NextBelow(bound));

    [Fact]
    public void TheAllZeroStateIsRefused() => Assert.Throws<ArgumentException>(() => new RandomStream(0, 0, 0, 0));
}
