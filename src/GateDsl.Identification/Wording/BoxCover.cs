namespace GateDsl.Identifying;

/// <summary>
/// The cheapest union of boxes that contains all of some combinations and none of others; what lies outside both is free. Boxes are maximal
/// ones, costs are constants to be written; exact by branch and bound where that is small, else the best found.
/// </summary>
internal sealed class BoxCover
{
    /// <summary>Visits of combinations that branching may take.</summary>
    private const long MostVisits = 20_000_000;

    private readonly int[][] _points;
    private readonly Box[] _boxes;
    private readonly int[] _costs;
    private readonly int[][] _boxesOfPoint;
    private List<int> _best;
    private int _bestCost;
    private long _visits;

    private BoxCover(int[][] points, Box[] boxes, IndexSpace space)
    {
        _points = points;
        _boxes = boxes;
        _costs = [.. boxes.Select(box => ValueText.Cost(box, space))];
        _boxesOfPoint = [.. points.Select(point => Enumerable.Range(0, boxes.Length).Where(b => boxes[b].Contains(point)).ToArray())];
        _best = Greedy();
        _bestCost = Cost(_best);
    }

    /// <summary>The boxes in a fixed order.</summary>
    /// <param name="space">The indices.</param>
    /// <param name="inside">Different combinations to contain, at least one.</param>
    /// <param name="outside">Different combinations to leave out.</param>
    /// <exception cref="InvalidOperationException">A combination is to be both: no union of boxes does that.</exception>
    public static Box[] Of(IndexSpace space, int[][] inside, int[][] outside)
    {
        HashSet<string> excluded = [.. outside.Select(point => string.Join(' ', point))];
        if (Array.Exists(inside, point => excluded.Contains(string.Join(' ', point))))
        {
            throw new InvalidOperationException("A gate differs between datapoints whose inputs are equal.");
        }

        Box[] boxes = [.. MaximalBoxes.Of(space, inside, outside)];
        BoxCover cover = new(inside, boxes, space);
        cover.Branch([], 0, new int[inside.Length]);
        return [.. cover._best.Select(b => boxes[b]).OrderByDescending(box => inside.Count(box.Contains)).ThenBy(box => box.Key, StringComparer.Ordinal)];
    }

    // One more than the constants, so that of equal covers the one with fewer boxes is taken.
    private int Cost(List<int> cover) => cover.Sum(b => (100 * _costs[b]) + 1);

    private List<int> Greedy()
    {
        bool[] covered = new bool[_points.Length];
        List<int> cover = [];
        while (covered.Contains(false))
        {
            int box = Enumerable.Range(0, _boxes.Length)
                .MaxBy(b => Enumerable.Range(0, _points.Length).Count(p => !covered[p] && _boxes[b].Contains(_points[p])) / ((100.0 * _costs[b]) + 1));
            cover.Add(box);
            for (int p = 0; p < covered.Length; p++)
            {
                covered[p] |= _boxes[box].Contains(_points[p]);
            }
        }

        return cover;
    }

    private void Branch(List<int> chosen, int cost, int[] timesCovered)
    {
        _visits += timesCovered.Length;
        if (cost >= _bestCost || _visits > MostVisits)
        {
            return;
        }

        int open = -1;
        for (int p = 0; p < timesCovered.Length; p++)
        {
            if (timesCovered[p] == 0 && (open < 0 || _boxesOfPoint[p].Length < _boxesOfPoint[open].Length))
            {
                open = p;
            }
        }

        if (open < 0)
        {
            (_best, _bestCost) = ([.. chosen], cost);
            return;
        }

        foreach (int b in _boxesOfPoint[open].OrderBy(b => _costs[b]))
        {
            Mark(b, 1);
            chosen.Add(b);
            Branch(chosen, cost + (100 * _costs[b]) + 1, timesCovered);
            chosen.RemoveAt(chosen.Count - 1);
            Mark(b, -1);
        }

        void Mark(int box, int times)
        {
            for (int p = 0; p < timesCovered.Length; p++)
            {
                timesCovered[p] += _boxes[box].Contains(_points[p]) ? times : 0;
            }
        }
    }
}
