namespace GateDsl.Tests;

/// <summary>Which inputs meet, directly or by others, against walking from one to the next.</summary>
public class InputGroupsTests
{
    [Fact]
    public void GroupsAreThoseThatCanBeReached()
    {
        Random random = new(3);
        for (int run = 0; run < 200; run++)
        {
            int inputs = random.Next(1, 8);
            bool[,] together = new bool[inputs, inputs];
            for (int p = 0; p < inputs; p++)
            {
                for (int j = 0; j <= p; j++)
                {
                    together[j, p] = together[p, j] = j == p ? random.Next(4) > 0 : random.Next(4) == 0;
                }
            }

            HashSet<int> left = [.. Enumerable.Range(0, inputs)];
            List<int[]> expected = [];
            while (left.Count > 0)
            {
                SortedSet<int> group = [left.Min()];
                while (left.Where(p => !group.Contains(p) && group.Any(member => together[member, p])).ToArray() is { Length: > 0 } reached)
                {
                    group.UnionWith(reached);
                }

                left.ExceptWith(group);
                expected.Add([.. group]);
            }

            InputGroups groups = new(inputs);
            foreach ((int p, int j) in Enumerable.Range(0, inputs * inputs).Select(pair => (pair / inputs, pair % inputs))
                .Where(pair => together[pair.Item1, pair.Item2]))
            {
                groups.Join(p, j);
            }

            Assert.Equal(expected, groups.All());
        }
    }
}
