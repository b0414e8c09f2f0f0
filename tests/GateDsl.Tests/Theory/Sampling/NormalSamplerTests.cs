using GateDsl.Theory.Sampling;

namespace GateDsl.Tests.Theory.Sampling;

public sealed class NormalSamplerTests
{
    /// <summary>Bits from a separate implementation of the same method in another language.</summary>
    public static TheoryData<ulong, string?, ulong[]> Golden => new()
    {
        { 0, null, [0xBFD15608681A6014, 0xBFF2848A702F5E22, 0xBFC14467F15AB38E, 0x3F9D403656420CB6] },
        { 1, null, [0x3FF19600E9ED227F, 0x3FF14EBF0DD06EC8, 0xBFCEB637B0D91F70, 0x3FE5F13B854FF758] },
        { ulong.MaxValue, null, [0xBFD9FA808E2E8A6D, 0xBFF49252F75A3064, 0x3FF4D0B4FACB414D, 0x3FDC746EC290E4C1] },
        { 7, "ItemToPairs[1]", [0xC001185CD2511044, 0xBFCABEF8CF811116, 0xBFC5DDBF14E8B963, 0xBFC2C67061F2AED9] },
    };

    [Theory]
    [MemberData(nameof(Golden))]
    public void DrawsHaveTheRecordedBits(ulong seed, string? name, ulong[] expected)
    {
        NormalSampler sampler = name is null ? new NormalSampler(seed) : new NormalSampler(seed, name);
        Assert.Equal(expected, sampler.Draw(expected.Length).Select(BitConverter.DoubleToUInt64Bits));
    }

    [Fact]
    public void AHundredThousandDrawsHaveTheRecordedChecksum()
    {
        // Passes the wedges 1,558 times and the tail 25 times.
        ulong checksum = 0;
        foreach (double draw in new NormalSampler(3).Draw(100_000))
        {
            checksum = (checksum * 0x100000001B3) ^ BitConverter.DoubleToUInt64Bits(draw);
        }

        Assert.Equal(0x0ED1F94ACA4CDFA2UL, checksum);
    }

    [Fact]
    public void DrawsFollowTheNormalDistribution()
    {
        const int Count = 1_000_000;
        double[] draws = new NormalSampler(11).Draw(Count);

        Assert.InRange(draws.Average(), -0.004, 0.004);
        Assert.InRange(draws.Average(x => x * x), 0.994, 1.006);
        Assert.InRange(draws.Average(x => x * x * x * x), 2.96, 3.04);

        // Kolmogorov-Smirnov: beyond 1.95 / sqrt(n) with probability 0.001.
        Array.Sort(draws);
        double distance = draws.Select((x, i) => Math.Max(Math.Abs(Cdf(x) - ((double)i / Count)), Math.Abs(Cdf(x) - ((i + 1.0) / Count)))).Max();
        Assert.InRange(distance, 0, 1.95 / Math.Sqrt(Count));

        // The tail beyond the ziggurat's base: 258 expected, four standard deviations either way.
        int tail = draws.Count(x => Math.Abs(x) > ZigguratTable.TailStart);
        Assert.InRange(tail, 258 - 64, 258 + 64);
    }

    [Fact]
    public void TheTailIsAsLongAsThatOfTheDistribution()
    {
        // Of about 5,200 draws beyond the base, the mean excess over it: f(r) / (1 - F(r)) - r. Its standard deviation is 0.003;
        // a tail that falls as exp(-x^2) instead of exp(-x^2/2) is shorter by 0.016, and changes so few draws that no checksum of 100,000 shows it.
        const double Start = ZigguratTable.TailStart;
        NormalSampler sampler = new(13);
        List<double> excess = [];
        for (int i = 0; i < 20_000_000; i++)
        {
            double size = Math.Abs(sampler.Next());
            if (size > Start)
            {
                excess.Add(size - Start);
            }
        }

        double expected = (Math.Exp(-0.5 * Start * Start) / Math.Sqrt(2 * Math.PI) / Cdf(-Start)) - Start;
        Assert.Equal(expected, excess.Average(), 0.012);
    }

    [Fact]
    public void ConsecutiveDrawsAreUncorrelated()
    {
        const int Count = 1_000_000;
        double[] draws = new NormalSampler(12).Draw(Count + 1);
        double product = Enumerable.Range(0, Count).Average(i => draws[i] * draws[i + 1]);
        double squares = Enumerable.Range(0, Count).Average(i => ((draws[i] * draws[i]) - 1) * ((draws[i + 1] * draws[i + 1]) - 1));
        Assert.InRange(product, -0.004, 0.004);
        Assert.InRange(squares, -0.008, 0.008);
    }

    [Fact]
    public void TheLayersCloseAtThePeakAndHaveEqualArea()
    {
        Assert.Equal(1, ZigguratTable.Density[255] + (AreaOf(0) / ZigguratTable.Edge[255]), 1e-13);
        for (int layer = 1; layer < ZigguratTable.Layers; layer++)
        {
            Assert.Equal(AreaOf(0), AreaOf(layer), 1e-14);
            Assert.Equal(Math.Exp(-0.5 * ZigguratTable.Edge[layer] * ZigguratTable.Edge[layer]), ZigguratTable.Density[layer], 1e-15);
        }

        double AreaOf(int layer) => ZigguratTable.Edge[layer] * (ZigguratTable.Density[layer + 1] - ZigguratTable.Density[layer]);
    }

    [Fact]
    public void PortableLogarithmAndExponentialAgreeWithTheSystemToAFewUnitsInTheLastPlace()
    {
        RandomStream stream = new(2);
        for (int i = 0; i < 10_000; i++)
        {
            double x = (stream.NextUnit() * 1400) - 700;
            Assert.Equal(1, PortableMath.Exp(x) / Math.Exp(x), 1e-15);
            double y = Math.Pow(10, (stream.NextUnit() * 600) - 300);
            Assert.Equal(Math.Log(y), PortableMath.Log(y), 1e-15 * Math.Max(1, Math.Abs(Math.Log(y))));
        }

        Assert.Equal(1, PortableMath.Exp(0));
        Assert.Equal(0, PortableMath.Log(1));
    }

    // Normal distribution function by the series of its integral, and by the continued fraction of the tail beyond 3.
    private static double Cdf(double x)
    {
        if (x > 3)
        {
            return 1 - Cdf(-x);
        }

        double density = Math.Exp(-0.5 * x * x) / Math.Sqrt(2 * Math.PI);
        if (x < -3)
        {
            double fraction = 0.0;
            for (int k = 60; k >= 1; k--)
            {
                fraction = k / (-x + fraction);
            }

            return density / (-x + fraction);
        }

        double term = x;
        double sum = x;
        for (int k = 1; k < 60; k++)
        {
            term *= x * x / ((2 * k) + 1);
            sum += term;
        }

        return 0.5 + (density * sum);
    }
}
