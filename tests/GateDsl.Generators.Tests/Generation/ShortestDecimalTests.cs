using System.Globalization;
using GateDsl.Generators.Model;

namespace GateDsl.Generators.Tests.Generation;

/// <summary>Numbers as text: read back, and against the format "R" of .NET, which .NET Framework does not have.</summary>
public class ShortestDecimalTests
{
    [Theory]
    [InlineData(0.0, "0")]
    [InlineData(-0.0, "-0")]
    [InlineData(0.1, "0.1")]
    [InlineData(0.1 + 0.2, "0.30000000000000004")]
    [InlineData(-1.5, "-1.5")]
    [InlineData(1e22, "1E+22")]
    [InlineData(1e23, "1E+23")]
    [InlineData(123456789012345680.0, "1.2345678901234568E+17")]
    [InlineData(1234567890123456.0, "1234567890123456")]
    [InlineData(100000000000000.0, "100000000000000")]
    [InlineData(1e15, "1000000000000000")]
    [InlineData(1e17, "1E+17")]
    [InlineData(0.0001, "0.0001")]
    [InlineData(0.00001, "1E-05")]
    [InlineData(5E-324, "5E-324")]
    [InlineData(double.MaxValue, "1.7976931348623157E+308")]
    [InlineData(2.2250738585072014E-308, "2.2250738585072014E-308")]
    [InlineData(9007199254740993.0, "9007199254740992")]
    [InlineData(0.84551240822557006, "0.8455124082255701")]
    [InlineData(4.1045368012983762E-289, "4.1045368012983762E-289")]
    [InlineData(double.NaN, "NaN")]
    [InlineData(double.NegativeInfinity, "-Infinity")]
    public void ANumberIsWrittenWithTheFewestDigitsThatAreReadBackAsIt(double number, string text) => Assert.Equal(text, ShortestDecimal.Of(number));

    [Fact]
    public void RandomNumbersAreReadBack()
    {
        Random random = new(1);
        for (int n = 0; n < 50_000; n++)
        {
            IsReadBack(BitConverter.Int64BitsToDouble(random.NextInt64()));
            IsReadBack(random.Next(-100_000, 100_000) / 1000.0);
            IsReadBack(random.NextDouble());
        }
    }

    [Fact]
    public void PowersAndTheirNeighboursAreReadBack()
    {
        for (double power = double.Epsilon; power <= double.MaxValue; power *= 2)
        {
            Assert.All([power, Math.BitIncrement(power), Math.BitDecrement(power)], IsReadBack);
        }

        for (int exponent = -323; exponent < 309; exponent++)
        {
            double power = double.Parse($"1e{exponent}", CultureInfo.InvariantCulture);
            Assert.All([power, Math.BitIncrement(power), Math.BitDecrement(power)], IsReadBack);
        }
    }

    private static void IsReadBack(double number)
    {
        string text = ShortestDecimal.Of(number);
        Assert.Equal(number, double.Parse(text, CultureInfo.InvariantCulture));
        string dotNet = number.ToString("R", CultureInfo.InvariantCulture);

        // .NET rounds some powers of two to a decimal that is read back as their neighbour.
        if (double.Parse(dotNet, CultureInfo.InvariantCulture) == number)
        {
            Assert.Equal(dotNet, text);
        }
    }
}
