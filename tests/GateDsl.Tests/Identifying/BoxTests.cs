using System.Text.RegularExpressions;
using GateDsl.Identifying;

namespace GateDsl.Tests.Identifying;

/// <summary>The boxes that random gates are told by, against all boxes that there are.</summary>
public sealed class BoxTests
{
    private const int Rounds = 60;

    /// <summary>
    /// Of one and two indices they are all boxes that can take no further value; of three all that grow from a datapoint, by one index after the
    /// other in any order.
    /// </summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void TheyAreMaximalAndNoneThatGrowsIsMissing(int indices)
    {
        for (int seed = 0; seed < Rounds; seed++)
        {
            (IndexSpace space, bool[] gate) = Random(new Random(seed), indices);
            int[][] inside = space.Where(gate, isOn: true);
            int[][] outside = space.Where(gate, isOn: false);
            HashSet<string> maximal = [.. Maximal(space.Sizes, inside, outside).Select(Key)];

            string[] found = [.. MaximalBoxes.Of(space, inside, outside).Select(box => Key(box.Allowed))];

            Assert.All(found, box => Assert.Contains(box, maximal));
            Assert.Equal(found.Length, found.Distinct().Count());
            Assert.All(indices < 3 ? maximal : Grown(space.Sizes, inside, outside).Select(Key), box => Assert.Contains(box, found));
        }
    }

    /// <summary>
    /// Over two indices of many values: of every set of values of the first all values of the second that allow it, and of these all of the first.
    /// </summary>
    [Fact]
    public void OverTwoIndicesOfManyValuesNoneIsMissing()
    {
        const int First = 8, Second = 7;
        for (int seed = 0; seed < 6; seed++)
        {
            Random random = new(seed);
            bool[] gate = [.. Enumerable.Range(0, First * Second).Select(_ => random.Next(4) > 0)];
            IndexSpace space = IndexSpace.Of(IdentificationData.Of(First * Second)
                .OneHot("First", First, [.. Enumerable.Range(0, First * Second).Select(n => n % First)])
                    .OneHot("Second", Second, [.. Enumerable.Range(0, First * Second).Select(n => n / First)]));
            HashSet<string> expected = [];
            for (int set = 1; set < 1 << First; set++)
            {
                int[] rows = [.. Enumerable.Range(0, Second)
                    .Where(row => Enumerable.Range(0, First).All(value => (set >> value & 1) == 0 || gate[(row * First) + value]))];
                bool[] columns = [.. Enumerable.Range(0, First).Select(value => rows.All(row => gate[(row * First) + value]))];
                if (rows.Length > 0)
                {
                    expected.Add(Key([columns, [.. Enumerable.Range(0, Second).Select(rows.Contains)]]));
                }
            }

            string[] found = [.. MaximalBoxes.Of(space, space.Where(gate, isOn: true), space.Where(gate, isOn: false)).Select(box => Key(box.Allowed))];

            Assert.Equal(expected.Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
        }
    }

    /// <summary>No other boxes say the gate with fewer numbers, or with as many in fewer boxes; the one that most combinations are in stands first.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void NoOthersSayAGateWithFewerNumbers(int indices)
    {
        int several = 0;
        for (int seed = 0; seed < Rounds; seed++)
        {
            (IndexSpace space, bool[] gate) = Random(new Random(100 + seed), indices);
            int[][] inside = space.Where(gate, isOn: true);
            int[][] outside = space.Where(gate, isOn: false);

            bool[][][] found = [.. BoxCover.Of(space, inside, outside).Select(box => box.Allowed)];

            Assert.All(inside, point => Assert.Contains(found, box => Contains(box, point)));
            Assert.All(outside, point => Assert.DoesNotContain(found, box => Contains(box, point)));
            bool[][][] candidates = [.. indices < 3 ? Maximal(space.Sizes, inside, outside) : Grown(space.Sizes, inside, outside).DistinctBy(Key)];
            Assert.Equal(Cheapest(space, candidates, inside), (found.Sum(box => Numbers(space, box)), found.Length));
            int[] contained = [.. found.Select(box => inside.Count(point => Contains(box, point)))];
            Assert.Equal(contained.OrderDescending(), contained);
            several += contained.Distinct().Count() > 1 ? 1 : 0;
        }

        Assert.True(indices == 1 || several > 5, $"{several}");
    }

    // Numbers that its conditions write, as they are read.
    private static int Numbers(IndexSpace space, bool[][] box) => Enumerable.Range(0, box.Length)
        .Where(i => Enumerable.Range(0, box[i].Length).Any(value => space.Seen[i][value] && !box[i][value]))
        .Sum(i => Regex.Count(ValueText.CSharp("x", box[i], space.Seen[i], isNegated: false), "[0-9]+"));

    // Over all choices of candidates: the fewest numbers, and with them the fewest boxes.
    private static (int Numbers, int Boxes) Cheapest(IndexSpace space, bool[][][] candidates, int[][] inside)
    {
        int[] costs = [.. candidates.Select(box => Numbers(space, box))];
        (int, int) best = (int.MaxValue, 0);
        Choose([], 0);
        return best;

        void Choose(List<int> chosen, int cost)
        {
            if (best.CompareTo((cost, chosen.Count)) <= 0)
            {
                return;
            }

            int open = Array.FindIndex(inside, point => !chosen.Exists(box => Contains(candidates[box], point)));
            if (open < 0)
            {
                best = (cost, chosen.Count);
                return;
            }

            foreach (int box in Enumerable.Range(0, candidates.Length).Where(box => Contains(candidates[box], inside[open])))
            {
                Choose([.. chosen, box], cost + costs[box]);
            }
        }
    }

    // All products of sets of values that contain something inside and nothing outside, but those that lie in another one.
    private static List<bool[][]> Maximal(int[] sizes, int[][] inside, int[][] outside)
    {
        IEnumerable<bool[][]> all = sizes.Aggregate((IEnumerable<bool[][]>)[[]], (boxes, size) => boxes.SelectMany(box =>
            Enumerable.Range(1, (1 << size) - 1).Select(set => (bool[][])[.. box, [.. Enumerable.Range(0, size).Select(value => (set >> value & 1) != 0)]])));
        List<bool[][]> free = [.. all.Where(box => !outside.Any(point => Contains(box, point)) && inside.Any(point => Contains(box, point)))];
        return [.. free.Where(
            box => !free.Exists(other => other != box && box.Zip(other, (own, wide) => own.Zip(wide, (a, b) => !a || b).All(isIn => isIn)).All(isIn => isIn)))];
    }

    // From every combination inside: every value that can be taken of one index, then of another.
    private static IEnumerable<bool[][]> Grown(int[] sizes, int[][] inside, int[][] outside) =>
        from point in inside
        from order in Orders([.. Enumerable.Range(0, sizes.Length)])
        select order.Aggregate(
            (bool[][])[.. sizes.Select((size, i) => Enumerable.Range(0, size).Select(value => value == point[i]).ToArray())],
            (box, i) => [.. box.Select(
                (values, j) => j == i
                    ? [.. values.Select((_, value) => !outside.Any(other => other[i] == value && Contains(Whole(box, i), other)))]
                    : values)]);

    private static bool[][] Whole(bool[][] box, int index) => [.. box.Select((values, i) => i == index ? [.. values.Select(_ => true)] : values)];

    private static IEnumerable<int[]> Orders(int[] indices) => indices.Length == 0 ? [[]]
        : indices.SelectMany(first => Orders([.. indices.Where(i => i != first)]).Select(rest => (int[])[first, .. rest]));

    private static bool Contains(bool[][] box, int[] point) => point.Select((value, i) => box[i][value]).All(isIn => isIn);

    private static string Key(bool[][] box) => string.Join('|', box.Select(values => string.Concat(values.Select(isIn => isIn ? '1' : '0'))));

    // Most combinations, some of them twice; a gate that is on somewhere and off somewhere.
    private static (IndexSpace Space, bool[] Gate) Random(Random random, int indices)
    {
        int[] sizes = [.. Enumerable.Range(0, indices).Select(_ => indices == 1 ? 6 : indices == 2 ? random.Next(2, 5) : random.Next(2, 4))];
        int[][] all = [.. sizes.Aggregate(
            (IEnumerable<int[]>)[[]], (points, size) => points.SelectMany(point => Enumerable.Range(0, size).Select(value => (int[])[.. point, value])))];
        int[][] points = [.. all.Where(_ => random.Next(6) > 0), all[0], all[^1]];
        IdentificationData data = IdentificationData.Of(points.Length);
        for (int i = 0; i < indices; i++)
        {
            data = data.OneHot($"Index{i}", sizes[i], [.. points.Select(point => point[i])]);
        }

        int density = random.Next(2, 5);
        Dictionary<string, bool> isOn = all.ToDictionary(point => string.Join(' ', point), _ => random.Next(6) < density);
        isOn[string.Join(' ', all[0])] = true;
        isOn[string.Join(' ', all[^1])] = false;
        return (IndexSpace.Of(data), [.. points.Select(point => isOn[string.Join(' ', point)])]);
    }
}
