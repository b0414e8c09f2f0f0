using System.Text.RegularExpressions;
using GateDsl.Identifying;

namespace GateDsl.Tests.Identifying.Wording;

/// <summary>
/// Rules of several terms: their order, their brackets, where they hold at values that no datapoint has, and whether a gate is said by where it is off.
/// </summary>
public sealed class RuleTextTests
{
    /// <summary>Terms that as many combinations are in stand in the order of their values, in whatever order datapoints come.</summary>
    [Fact]
    public void TermsHaveOneOrder()
    {
        int[] order = [.. Enumerable.Range(0, 9)];
        for (int seed = 0; seed < 20; seed++)
        {
            new Random(seed).Shuffle(order);
            IndexSpace space = Space(("Item", 3, n => n % 3), ("Context", 3, n => n / 3), order);

            GateWording wording = GateWording.Of(space, [.. space.Points.Select(point => point[0] == point[1])]);

            Assert.Equal("(item == 2 && context == 2) || (item == 1 && context == 1) || (item == 0 && context == 0)", wording.Description);
        }
    }

    /// <summary>Of several terms those of several conditions are in brackets.</summary>
    [Fact]
    public void ATermOfOneConditionHasNoBrackets()
    {
        IndexSpace space = Space(("Item", 4, n => n % 4), ("Context", 3, n => n / 4), [.. Enumerable.Range(0, 12)]);

        GateWording wording = GateWording.Of(space, [.. space.Points.Select(point => point[0] == 3 || (point[0] == 0 && point[1] == 1))]);

        Assert.Equal("item == 3 || (item is 0 or 3 && context == 1)", wording.Description);
    }

    /// <summary>At a value that no datapoint has a gate is on where its condition, as written, holds.</summary>
    [Fact]
    public void AtValuesThatNoDatapointHasARuleIsReadAsItIsWritten()
    {
        int[] seen = [0, 1, 2, 4];
        IndexSpace space = IndexSpace.Of(IdentificationData.Of(8).OneHot("Item", 5, [.. seen, .. seen]).OneHot("Context", 2, [0, 0, 0, 0, 1, 1, 1, 1]));

        GateWording crossed = GateWording.Of(space, [.. space.Points.Select(point => point[0] < 2 == (point[1] == 0))]);
        GateWording either = GateWording.Of(space, [.. space.Points.Select(point => point[0] >= 2 || point[1] == 1)]);

        Assert.Equal("(item >= 2 && context == 1) || (item < 2 && context == 0)", crossed.Description);
        Assert.Equal((false, true), (crossed.IsOn([3, 0]), crossed.IsOn([3, 1])));
        Assert.Equal("item >= 2 || context == 1", either.Description);
        Assert.Equal((true, true), (either.IsOn([3, 0]), either.IsOn([3, 1])));
    }

    /// <summary>The words of a long rule are those of its lines, with a space between them.</summary>
    [Fact]
    public void ALongRuleIsDescribedInOneLine()
    {
        const string Long = "AnItemWithAVeryLongNameIndeedIndeed";
        IndexSpace space = Space((Long, 3, n => n % 3), ("Context", 3, n => n / 3), [.. Enumerable.Range(0, 9)]);

        GateWording wording = GateWording.Of(space, [.. space.Points.Select(point => point[0] == point[1])]);

        string[] terms = [.. new[] { 2, 1, 0 }.Select(value => $"(a{Long[1..]} == {value} && context == {value})")];
        Assert.Equal(string.Join("\n|| ", terms), wording.RuleBody());
        Assert.Equal(string.Join(" || ", terms), wording.Description);
    }

    /// <summary>Three boxes of a number each are cheaper than one of four, though fewer boxes are only better where numbers are as many.</summary>
    [Fact]
    public void NumbersCountMoreThanBoxes()
    {
        int[][] inside = [[0, 1, 0, 0], [2, 0, 1, 0], [4, 0, 0, 1], [6, 1, 1, 1]];
        int[][] outside = [[1, 0, 0, 0], [3, 0, 0, 0], [5, 0, 0, 0], [7, 0, 0, 0]];
        int[][] points = [.. inside, .. outside];
        IndexSpace space = IndexSpace.Of(
            IdentificationData.Of(8).OneHot("A", 8, [.. points.Select(point => point[0])]).OneHot("B", 2, [.. points.Select(point => point[1])])
            .OneHot("C", 2, [.. points.Select(point => point[2])]).OneHot("D", 2, [.. points.Select(point => point[3])]));

        Box[] boxes = BoxCover.Of(space, inside, outside);

        Assert.Equal(["11111111|01|11|11", "11111111|11|01|11", "11111111|11|11|01"], boxes.Select(box => box.Key));
    }

    /// <summary>A rule says where a gate is on or where it is off: what takes fewer numbers, of as many what takes fewer terms, of equals the first.</summary>
    [Fact]
    public void ARuleSaysWhatTakesFewerNumbers()
    {
        HashSet<int> differences = [];
        for (int seed = 0; seed < 300; seed++)
        {
            Random random = new(seed);
            int[] present = [.. Enumerable.Range(0, 20).Where(_ => random.Next(4) > 0)];
            IndexSpace space = Space(("Item", 5, n => n % 5), ("Context", 4, n => n / 5), present);
            bool[] gate = [.. space.Points.Select(_ => random.Next(3) > 0)];
            int[][] on = space.Where(gate, isOn: true);
            int[][] off = space.Where(gate, isOn: false);
            if (on.Length == 0 || off.Length == 0 || BoxCover.Of(space, on, off) is not { Length: > 1 } plain)
            {
                continue;
            }

            Box[] negated = BoxCover.Of(space, off, on);
            string text = GateWording.Of(space, gate).RuleBody();

            int numbers = Regex.Count(text, "[0-9]+");
            (int Numbers, int Terms) whereOn = (Numbers(plain, space), plain.Length);
            (int Numbers, int Terms) whereOff = (Numbers(negated, space), negated.Length);
            Assert.Equal(Math.Min(whereOn.Numbers, whereOff.Numbers), numbers);
            bool isNegated = whereOff.CompareTo(whereOn) < 0;
            Assert.Equal((isNegated ? whereOff : whereOn).Terms, Terms(text, isNegated && whereOff.Terms > 1 ? " && " : isNegated ? "never" : " || "));
            differences.Add(Math.Sign(whereOff.Numbers - whereOn.Numbers) * (whereOff.Terms <= whereOn.Terms ? 1 : 2));
        }

        // Fewer numbers in fewer terms and in more of them, and the other way round.
        Assert.Superset(new HashSet<int> { -1, 1, 2 }, differences);
    }

    // Terms of several conditions are in brackets, of which "is not (" has some of its own.
    private static int Terms(string text, string separator)
    {
        int depth = 0;
        int terms = 1;
        string line = text.Replace('\n', ' ');
        for (int at = 0; at < line.Length; at++)
        {
            depth += line[at] == '(' ? 1 : line[at] == ')' ? -1 : 0;
            terms += depth == 0 && string.CompareOrdinal(line, at, separator, 0, separator.Length) == 0 ? 1 : 0;
        }

        return terms;
    }

    private static int Numbers(Box[] boxes, IndexSpace space) => boxes.Sum(box => box.Restricted(space).Sum(i =>
        Regex.Count(ValueText.CSharp("x", box.Allowed[i], space.Seen[i], isNegated: false), "[0-9]+")));

    private static IndexSpace Space(
        (string Name, int Size, Func<int, int> Value) first, (string Name, int Size, Func<int, int> Value) second, int[] points) => IndexSpace.Of(
        IdentificationData.Of(points.Length).OneHot(first.Name, first.Size, [.. points.Select(first.Value)])
            .OneHot(second.Name, second.Size, [.. points.Select(second.Value)]));
}
