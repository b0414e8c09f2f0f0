namespace GateDsl.Identifying;

/// <summary>
/// Boxes that contain a combination of one kind, none of the other, and can take no further value. For one and two indices all of them; for more,
/// those that grow from each combination by one index after the other, in every order.
/// </summary>
internal static class MaximalBoxes
{
    private const int MostSets = 1_024;

    /// <summary>Combinations that boxes grow from; from others only where no box contains them yet.</summary>
    private const int MostSeeds = 64;
    private const int MostOrders = 24;

    public static IReadOnlyCollection<Box> Of(IndexSpace space, int[][] inside, int[][] outside)
    {
        int[][] orders = [.. Orders(space.Sizes.Length).Take(MostOrders)];
        Dictionary<string, Box> boxes = new(StringComparer.Ordinal);
        if (space.Sizes.Length == 2)
        {
            foreach (Box box in FromRows(space, outside).Where(box => inside.Any(box.Contains)))
            {
                boxes.TryAdd(box.Key, box);
            }
        }

        for (int p = 0; p < inside.Length; p++)
        {
            bool isSeed = p % Math.Max(1, inside.Length / MostSeeds) == 0;
            if (isSeed || !boxes.Values.Any(box => box.Contains(inside[p])))
            {
                foreach (int[] order in isSeed ? orders : orders[..1])
                {
                    Box box = Grown(Box.Of(inside[p], space.Sizes), order, outside);
                    boxes.TryAdd(box.Key, box);
                }
            }
        }

        return boxes.Values;
    }

    private static Box Grown(Box box, int[] order, int[][] outside)
    {
        foreach (int i in order)
        {
            // A combination outside forbids its value iff the box allows all its other values.
            bool[] allowed = [.. box.Allowed[i].Select(_ => true)];
            foreach (int[] point in outside)
            {
                if (Enumerable.Range(0, point.Length).All(j => j == i || box.Allowed[j][point[j]]))
                {
                    allowed[point[i]] = false;
                }
            }

            box = new([.. box.Allowed.Select((values, j) => j == i ? allowed : values)]);
        }

        return box;
    }

    // Of two indices: the sets of values of the first that some set of values of the second allows, and all values of the second that allow them.
    private static IEnumerable<Box> FromRows(IndexSpace space, int[][] outside)
    {
        bool[][] rows = [.. Enumerable.Range(0, space.Sizes[1]).Select(_ => Enumerable.Repeat(true, space.Sizes[0]).ToArray())];
        foreach (int[] point in outside)
        {
            rows[point[1]][point[0]] = false;
        }

        Dictionary<string, bool[]> sets = new(StringComparer.Ordinal);
        List<bool[]> queue = [];
        foreach (bool[] row in rows)
        {
            Enqueue(row);
        }

        for (int at = 0; at < queue.Count && queue.Count < MostSets; at++)
        {
            foreach (bool[] row in rows)
            {
                Enqueue([.. queue[at].Zip(row, (a, b) => a && b)]);
            }
        }

        return queue.Select(set => new Box([set, [.. rows.Select(row => !set.Where((allowed, v) => allowed && !row[v]).Any())]]));

        void Enqueue(bool[] set)
        {
            if (set.Contains(true) && sets.TryAdd(string.Concat(set.Select(allowed => allowed ? '1' : '0')), set))
            {
                queue.Add(set);
            }
        }
    }

    private static IEnumerable<int[]> Orders(int count)
    {
        if (count == 0)
        {
            return [[]];
        }

        return Orders(count - 1).SelectMany(order => Enumerable.Range(0, count)
            .Select(at => (int[])[.. order[..at], count - 1, .. order[at..]]));
    }
}
