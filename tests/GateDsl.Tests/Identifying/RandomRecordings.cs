namespace GateDsl.Tests.Identifying;

/// <summary>Units on a random task that have one of some gates, a few bits flipped, or are dead; recorded several times by gates and strengths.</summary>
internal sealed record RandomRecordings(RandomTask Task, bool[][,] Gates, double[][] Strengths)
{
    public int Datapoints => Task.Rows.Length;

    public int Units => Gates[0].GetLength(0);

    public LayerRecordings Kept => Into(Task.Data);

    /// <param name="random">Of everything.</param>
    /// <param name="flipped">Share of gate bits that are flipped.</param>
    /// <param name="hasTargets">Whether the task has targets.</param>
    public static RandomRecordings Of(Random random, double flipped, bool hasTargets = true)
    {
        RandomTask task = RandomTask.Of(random, random.Next(4) == 0 ? 70 : random.Next(5, 15), hasTargets);
        int count = task.Rows.Length;
        int[] first = task.Data.FirstEqual;
        bool[][] modules = [.. Enumerable.Range(0, random.Next(2, 5)).Select(_ => Enumerable.Range(0, count).Select(_ => random.Next(5) < 3).ToArray())];
        int[] moduleOf = [.. Enumerable.Range(0, random.Next(8, 30)).Select(unit => unit > 2 && random.Next(8) == 0 ? -1 : random.Next(modules.Length))];
        int recordings = random.Next(1, 4);
        bool[][,] gates = new bool[recordings][,];
        double[][] strengths = new double[recordings][];
        for (int recording = 0; recording < recordings; recording++)
        {
            gates[recording] = new bool[moduleOf.Length, count];
            for (int unit = 0; unit < moduleOf.Length; unit++)
            {
                for (int n = 0; n < count && moduleOf[unit] >= 0; n++)
                {
                    gates[recording][unit, n] = first[n] < n ? gates[recording][unit, first[n]] : modules[moduleOf[unit]][n] ^ (random.NextDouble() < flipped);
                }
            }

            // The first recording may be of weights that are all 0.
            bool isOfNone = recordings > 1 && recording == 0 && random.Next(3) == 0;
            strengths[recording] = [.. moduleOf.Select(_ => isOfNone ? 0 : 0.05 + random.NextDouble())];
        }

        return new(task, gates, strengths);
    }

    /// <summary>The same recordings of other data, units in another order.</summary>
    public LayerRecordings Into(IdentificationData data, int[]? units = null, int[]? datapoints = null, double scale = 1)
    {
        LayerRecordings recordings = new(data);
        for (int recording = 0; recording < Gates.Length; recording++)
        {
            bool[,] gates = new bool[Units, Datapoints];
            double[] strengths = new double[Units];
            for (int unit = 0; unit < Units; unit++)
            {
                int from = units?[unit] ?? unit;
                strengths[unit] = scale * Strengths[recording][from];
                for (int n = 0; n < Datapoints; n++)
                {
                    gates[unit, n] = Gates[recording][from, datapoints?[n] ?? n];
                }
            }

            recordings.Add(gates, strengths);
        }

        return recordings;
    }

    public bool[] GateOf(int recording, int unit) => [.. Enumerable.Range(0, Datapoints).Select(n => Gates[recording][unit, n])];
}
