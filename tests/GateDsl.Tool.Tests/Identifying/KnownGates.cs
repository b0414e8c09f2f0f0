namespace GateDsl.Tool.Tests.Identifying;

/// <summary>
/// Random inputs of every kind that a declaration can list, under names that other things in it have too, and units that have exactly some gates on them.
/// </summary>
internal sealed class KnownGates
{
    // Of layers, banks, rules, outputs and keywords of C#.
    private static readonly string[] Names =
        ["Item", "Context", "Outputs", "Common", "Singles", "Pairs", "Mixed", "Class", "Is", "Open", "NetworkOutputs", "Item0", "Stimulus", "MixedIsOn"];

    private KnownGates(IdentificationData data, List<bool[]> gates, LayerRecordings recordings) => (Data, Gates, Recordings) = (data, gates, recordings);

    public IdentificationData Data { get; }

    /// <summary>Different ones, each on somewhere.</summary>
    public List<bool[]> Gates { get; }

    public LayerRecordings Recordings { get; }

    public static KnownGates Random(Random random)
    {
        string[] names = [.. Names];
        random.Shuffle(names);
        int[] sizes = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => random.Next(2, 5))];
        sizes[random.Next(sizes.Length)] = random.Next(2, 10);
        int[][] points = Points(random, sizes);
        IdentificationData data = IdentificationData.Of(points.Length);
        for (int i = 0; i < sizes.Length; i++)
        {
            int[] values = [.. points.Select(point => point[i])];
            data = random.Next(3) > 0
                ? data.OneHot(names[2 * i], sizes[i], values)
                : Dense(data, random, names[2 * i], names[(2 * i) + 1], values);
        }

        data = data.WithTargets([.. Enumerable.Range(0, 2 * points.Length).Select(_ => random.NextDouble() - 0.5)], 2);
        List<bool[]> gates = [];
        foreach (bool[] gate in Candidates(random, data))
        {
            if (gate.Contains(true) && gates.Count < 9 && !gates.Exists(other => other.SequenceEqual(gate)))
            {
                gates.Add(gate);
            }
        }

        LayerRecordings recordings = new(data);
        int[] gateOf = [.. gates.Select((_, gate) => gate), .. Enumerable.Range(0, random.Next(20)).Select(_ => random.Next(-1, gates.Count))];
        for (int recording = random.Next(1, 4); recording > 0; recording--)
        {
            bool[,] open = new bool[gateOf.Length, points.Length];
            for (int unit = 0; unit < gateOf.Length; unit++)
            {
                for (int n = 0; n < points.Length; n++)
                {
                    open[unit, n] = gateOf[unit] >= 0 && gates[gateOf[unit]][n];
                }
            }

            recordings.Add(open, [.. gateOf.Select(_ => 0.05 + random.NextDouble())]);
        }

        return new(data, gates, recordings);
    }

    /// <summary>As many modules as there are gates: each is a cluster of its own.</summary>
    public IdentificationResult Identify() =>
        Identification.Of(Recordings, Data, new() { Modules = Gates.Count, MostModules = Gates.Count, Starts = 40, Repetitions = 1 });

    // Mostly all combinations; else some are missing, or some come twice.
    private static int[][] Points(Random random, int[] sizes)
    {
        int[][] all = [.. sizes.Aggregate(
            (IEnumerable<int[]>)[[]], (points, size) => points.SelectMany(point => Enumerable.Range(0, size).Select(value => (int[])[.. point, value])))];
        random.Shuffle(all);
        return random.Next(3) switch
        {
            0 when all.Length > 4 => all[..^(all.Length / 4)],
            1 => [.. all, all[0]],
            _ => all,
        };
    }

    private static IdentificationData Dense(IdentificationData data, Random random, string name, string selector, int[] values)
    {
        int features = random.Next(1, 4);
        double[][] vectors =
            [.. Enumerable.Range(0, 1 + values.Max())
                .Select(value => Enumerable.Range(0, features).Select(f => f == 0 ? value - 1.5 : Math.Round(random.NextDouble() - 0.5, 3)).ToArray())];
        return data.Dense(name, selector, features, [.. values.SelectMany(value => vectors[value])]);
    }

    // Always on; all subsets of one size of an index, a few of them, a range, one value of each, single datapoints, and anything.
    private static IEnumerable<bool[]> Candidates(Random random, IdentificationData data)
    {
        IdentifiedInput index = data.Inputs[random.Next(data.Inputs.Count)];
        IdentifiedInput other = data.Inputs[random.Next(data.Inputs.Count)];
        int[] repeated = [.. Enumerable.Range(0, data.Count)
            .Select(n => Enumerable.Range(0, n + 1).First(m => data.Inputs.All(input => input.Index[m] == input.Index[n])))];
        if (random.Next(2) == 0)
        {
            yield return [.. repeated.Select(_ => true)];
        }

        int size = random.Next(1, 3);
        int[] sets = [.. Enumerable.Range(1, (1 << index.IndexValues) - 2).Where(set => int.PopCount(set) == size)];
        random.Shuffle(sets);
        foreach (int set in random.Next(3) > 0 ? sets.Take(8) : sets.Take(2))
        {
            yield return [.. index.Index.Select(value => (set >> value & 1) != 0)];
        }

        int first = random.Next(index.IndexValues);
        int last = random.Next(first, index.IndexValues);
        yield return [.. index.Index.Select(value => value >= first && value <= last)];
        yield return [.. index.Index.Select(value => value < first || value > last)];
        yield return [.. index.Index.Select((value, n) => value >= first && value <= last && other.Index[n] == other.Index[0])];
        yield return [.. index.Index.Select((value, n) => (value >= first && value <= last) || other.Index[n] != other.Index[0])];
        yield return [.. repeated.Select(n => n == repeated[0])];
        bool[] any = [.. repeated.Select(_ => random.Next(2) == 0)];
        yield return [.. repeated.Select(n => any[n])];
    }
}
