using GateDsl.Identifying;

namespace GateDsl.Tests.Identifying;

/// <summary>Gates in the words a person would use; and whatever the words, they say the gate.</summary>
public sealed class GateWordingTests
{
    private const int Items = 4;

    [Theory]
    [InlineData("1111|1111|1111", "always on")]
    [InlineData("1111|0000|1111", "Context 0 or 2")]
    [InlineData("0000|1111|0000", "Context 1")]
    [InlineData("0000|0010|0000", "the single datapoint (Item 2, Context 1)")]
    [InlineData("0110|0110|0110", "Item 1 or 2")]
    [InlineData("0110|0000|0110", "Item 1 or 2 and Context 0 or 2")]
    [InlineData("0001|1111|0001", "item == 3 || context == 1")]
    [InlineData("1111|1111|1011", "item != 1 || context != 2")]
    [InlineData("0011|1100|0000", "(item >= 2 && context == 0) || (item < 2 && context == 1)")]
    public void AreShort(string gate, string expected)
    {
        GateWording wording = GateWording.Of(Space(3), Gate(gate));

        Assert.Equal(expected, wording.Description);
    }

    [Fact]
    public void SayExactlyTheGate()
    {
        Random random = new(1);
        IndexSpace space = Space(3);
        for (int trial = 0; trial < 300; trial++)
        {
            bool[] gate = [.. space.Points.Select(_ => random.Next(2) == 0)];
            if (!gate.Contains(true))
            {
                continue;
            }

            GateWording wording = GateWording.Of(space, gate);

            Assert.Equal(gate, space.Points.Select(wording.IsOn));
        }
    }

    [Fact]
    public void OfThreeIndicesToo()
    {
        int[][] points = [.. Enumerable.Range(0, 18).Select(n => new[] { n % 2, n / 2 % 3, n / 6 })];
        IdentificationData data = IdentificationData.Of(18);
        foreach (int i in new[] { 0, 1, 2 })
        {
            data = data.OneHot("Index" + i, i == 0 ? 2 : 3, [.. points.Select(point => point[i])]);
        }

        GateWording wording = GateWording.Of(IndexSpace.Of(data), [.. points.Select(point => point[0] == 1 && point[2] != 1)]);

        Assert.Equal("Index0 1 and Index2 0 or 2", wording.Description);
    }

    [Fact]
    public void CombinationsThatNoDatapointHasAreFree()
    {
        // Item 1 is not seen in context 1: that the gate is the context's is the simplest that fits.
        IdentificationData data = IdentificationData.Of(3).OneHot("Item", 2, [0, 1, 0]).OneHot("Context", 2, [0, 0, 1]);

        Assert.Equal("Context 0", GateWording.Of(IndexSpace.Of(data), [true, true, false]).Description);
    }

    /// <summary>Of every set of seven values, some of which may not matter: the condition as C# reads it.</summary>
    [Fact]
    public void ConditionsHoldWhereTheySayItInCSharp()
    {
        for (int set = 1; set < 127; set++)
        {
            foreach (int mattering in new[] { 127, 119, 94 })
            {
                bool[] allowed = [.. Enumerable.Range(0, 7).Select(value => (set >> value & 1) != 0)];
                bool[] seen = [.. Enumerable.Range(0, 7).Select(value => (mattering >> value & 1) != 0)];
                bool[] relevant = [.. allowed.Where((_, value) => seen[value])];
                if (!relevant.Contains(true) || !relevant.Contains(false))
                {
                    continue;
                }

                foreach (bool isNegated in new[] { false, true })
                {
                    string text = ValueText.CSharp("x", allowed, seen, isNegated);
                    bool[] read = [.. Enumerable.Range(0, 7).Select(value => Reads(text["x ".Length..], value))];
                    Assert.All(Enumerable.Range(0, 7).Where(value => seen[value]),
                        value => Assert.True(read[value] == (allowed[value] != isNegated), $"{text} at {value}"));
                    Assert.Equal(read, ValueText.Where(allowed, seen, isNegated));
                }
            }
        }
    }

    /// <summary>Of every set of seven values, some of which no datapoint has: it is written with the fewest numbers, of several ways by the plainest.</summary>
    [Fact]
    public void ConditionsHaveTheFewestNumbers()
    {
        foreach (int mattering in new[] { 127, 119, 94, 62 })
        {
            int[] values = [.. Enumerable.Range(0, 7).Where(value => (mattering >> value & 1) != 0)];
            for (int set = 1; set < 127; set++)
            {
                int[] isIn = [.. values.Where(value => (set >> value & 1) != 0)];
                int[] isOut = [.. values.Except(isIn)];
                if (isIn.Length == 0 || isOut.Length == 0)
                {
                    continue;
                }

                string?[] ways =
                [
                    isIn.Length == 1 ? $"x == {isIn[0]}" : null,
                    isOut.Length == 1 ? $"x != {isOut[0]}" : null,
                    isIn.Max() < isOut.Min() ? $"x < {isOut.Min()}" : null,
                    isIn.Min() > isOut.Max() ? $"x >= {isIn.Min()}" : null,
                    $"x is {string.Join(" or ", isIn)}",
                    $"x is not ({string.Join(" or ", isOut)})",
                    isIn.Length > 3 && !isOut.Any(value => value > isIn.Min() && value < isIn.Max()) ? $"x is >= {isIn.Min()} and <= {isIn.Max()}" : null,
                ];
                string expected = ways.OfType<string>().MinBy(way => way.Count(char.IsAsciiDigit))!;
                bool[] allowed = [.. Enumerable.Range(0, 7).Select(value => (set >> value & 1) != 0)];
                bool[] seen = [.. Enumerable.Range(0, 7).Select(values.Contains)];
                IndexSpace space = IndexSpace.Of(IdentificationData.Of(values.Length).OneHot("X", 7, values));

                Assert.Equal(expected, ValueText.CSharp("x", allowed, seen, isNegated: false));
                Assert.Equal(expected, ValueText.CSharp("x", [.. allowed.Select(value => !value)], seen, isNegated: true));
                Assert.Equal(expected.Count(char.IsAsciiDigit), ValueText.Cost(new Box([allowed]), space));
                Assert.Equal(isIn, ValueText.Values(allowed, seen));
            }
        }
    }

    /// <summary>A range has two constants, however many values are in it: of four in the middle it says least.</summary>
    [Theory]
    [InlineData("00111100", "x is >= 2 and <= 5")]
    [InlineData("00111000", "x is 2 or 3 or 4")]
    [InlineData("01111110", "x is not (0 or 7)")]
    [InlineData("001111101101", "x is not (0 or 1 or 7 or 10)")]
    public void ManyValuesInARowAreARange(string allowed, string expected) => Assert.Equal(
        expected, ValueText.CSharp("x", [.. allowed.Select(c => c == '1')], [.. allowed.Select(_ => true)], isNegated: false));

    /// <summary>Up to twelve values are listed, of all indices together; more are a rule.</summary>
    [Theory]
    [InlineData(12, false, "Item 0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20 or 22")]
    [InlineData(13, false, "item is 0 or 2 or 4 or 6 or 8 or 10 or 12 or 14 or 16 or 18 or 20 or 22 or 24")]
    [InlineData(11, true, "Item 0, 2, 4, 6, 8, 10, 12, 14, 16, 18 or 20 and Context 1")]
    [InlineData(12, true, "item is 0 or 2 or 4 or 6 or 8 or 10 or 12 or 14 or 16 or 18 or 20 or 22 && context == 1")]
    public void UpToTwelveValuesAreListed(int values, bool isInOneContext, string expected)
    {
        IndexSpace space = IndexSpace.Of(IdentificationData.Of(2 * 27)
            .OneHot("Item", 27, [.. Enumerable.Range(0, 2 * 27).Select(n => n % 27)])
                .OneHot("Context", 2, [.. Enumerable.Range(0, 2 * 27).Select(n => n / 27)]));

        GateWording wording =
            GateWording.Of(space, [.. space.Points.Select(point => point[0] % 2 == 0 && point[0] < 2 * values && (!isInOneContext || point[1] == 1))]);

        Assert.Equal(values + (isInOneContext ? 1 : 0) <= 12, wording.ActiveIn is not null);
        Assert.Equal(expected, wording.Description);
    }

    /// <summary>What can be listed is, also where what is left out would be said with fewer numbers.</summary>
    [Fact]
    public void TwoEndsOfAnIndexAreListed()
    {
        IndexSpace space = IndexSpace.Of(IdentificationData.Of(8).OneHot("Item", 8, [.. Enumerable.Range(0, 8)]));

        Assert.Equal("Item 0, 1, 6 or 7", GateWording.Of(space, [true, true, false, false, false, false, true, true]).Description);
    }

    /// <summary>Of one index a single value is that value; of three it takes all of them to be a datapoint.</summary>
    [Fact]
    public void ASingleDatapointIsOneOfSeveralIndices()
    {
        IndexSpace one = IndexSpace.Of(IdentificationData.Of(3).OneHot("Item", 3, [0, 1, 2]));
        IndexSpace three = IndexSpace.Of(IdentificationData.Of(8)
            .OneHot("A", 2, [0, 1, 0, 1, 0, 1, 0, 1]).OneHot("B", 2, [0, 0, 1, 1, 0, 0, 1, 1]).OneHot("C", 2, [0, 0, 0, 0, 1, 1, 1, 1]));

        Assert.Equal("Item 1", GateWording.Of(one, [false, true, false]).Description);
        Assert.Equal("A 1 and C 0", GateWording.Of(three, [.. three.Points.Select(point => point[0] == 1 && point[2] == 0)]).Description);
        Assert.Equal("the single datapoint (A 1, B 0, C 0)", GateWording.Of(three, [.. three.Points.Select((_, n) => n == 1)]).Description);
    }

    /// <summary>Parameters are called like indices, escaped where that is a word of C#.</summary>
    [Fact]
    public void ParametersAreNoKeywords()
    {
        IndexSpace space = IndexSpace.Of(IdentificationData.Of(4).OneHot("Int", 2, [0, 1, 0, 1]).OneHot("InTo", 2, [0, 0, 1, 1]));

        GateWording wording = GateWording.Of(space, [true, true, true, false]);

        Assert.Equal("int @int, int inTo", wording.Parameters());
        Assert.Contains("@int ", wording.RuleBody(), StringComparison.Ordinal);
        Assert.DoesNotContain("@inTo", wording.RuleBody(), StringComparison.Ordinal);
    }

    /// <summary>Boxes grow from some of many combinations only; they contain all of them still.</summary>
    [Fact]
    public void OfManyCombinationsOfThreeIndicesAllAreSaid()
    {
        int[] size = [.. Enumerable.Range(0, 6 * 6 * 6)];
        IndexSpace space = IndexSpace.Of(IdentificationData.Of(size.Length)
            .OneHot("A", 6, [.. size.Select(n => n % 6)]).OneHot("B", 6, [.. size.Select(n => n / 6 % 6)]).OneHot("C", 6, [.. size.Select(n => n / 36)]));
        for (int seed = 0; seed < 3; seed++)
        {
            Random random = new(seed);
            bool[] gate = [.. space.Points.Select(_ => random.Next(10) > 0)];

            Assert.Equal(gate, space.Points.Select(GateWording.Of(space, gate).IsOn));
        }
    }

    /// <summary>
    /// Of a gate at random over many values not every choice of boxes can be tried: in the end it is said exactly, in boxes that are no dearer than
    /// those taken greedily.
    /// </summary>
    [Fact]
    public void OfManyValuesTheSearchEnds()
    {
        Random random = new(3);
        IndexSpace space = IndexSpace.Of(IdentificationData.Of(14 * 14)
            .OneHot("Item", 14, [.. Enumerable.Range(0, 14 * 14).Select(n => n % 14)])
                .OneHot("Context", 14, [.. Enumerable.Range(0, 14 * 14).Select(n => n / 14)]));
        bool[] gate = [.. space.Points.Select(_ => random.Next(2) == 0)];

        GateWording wording = GateWording.Of(space, gate);

        Assert.Equal(gate, space.Points.Select(wording.IsOn));
        Assert.True(wording.RuleBody().Count(char.IsAsciiDigit) < 2 * 14 * 14);
    }

    private static bool Reads(string condition, int value)
    {
        int[] numbers = [.. System.Text.RegularExpressions.Regex.Matches(condition, "[0-9]+")
            .Select(match => int.Parse(match.Value, System.Globalization.CultureInfo.InvariantCulture))];
        return System.Text.RegularExpressions.Regex.Replace(condition, "[0-9]+", "n").Replace("n or ", "", StringComparison.Ordinal) switch
        {
            "== n" => value == numbers[0],
            "!= n" => value != numbers[0],
            "< n" => value < numbers[0],
            ">= n" => value >= numbers[0],
            "is n" => numbers.Contains(value),
            "is not (n)" => !numbers.Contains(value),
            "is >= n and <= n" => value >= numbers[0] && value <= numbers[1],
            _ => throw new FormatException(condition),
        };
    }

    private static IndexSpace Space(int contexts) => IndexSpace.Of(IdentificationData.Of(Items * contexts)
        .OneHot("Item", Items, [.. Enumerable.Range(0, Items * contexts).Select(n => n % Items)])
        .OneHot("Context", contexts, [.. Enumerable.Range(0, Items * contexts).Select(n => n / Items)]));

    private static bool[] Gate(string rows) => [.. rows.Where(c => c != '|').Select(c => c == '1')];
}
