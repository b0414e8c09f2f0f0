namespace Paper.Shared.Writing;

/// <summary>The table behind a loss figure: the epoch, then a column per curve and seed, <c>relu_1</c>, <c>relu_2</c>, ...</summary>
internal static class LossTable
{
    public static CsvTable Of(IReadOnlyList<CurveFamily> families)
    {
        int epochs = families[0].BySeed[0].Length;
        CsvTable table = new(epochs);
        table.Add("epoch", Enumerable.Range(0, epochs).ToArray());
        foreach (CurveFamily family in families)
        {
            for (int seed = 0; seed < family.BySeed.Count; seed++)
            {
                table.Add($"{family.Subject.Key}_{seed + 1}", family.BySeed[seed]);
            }
        }

        return table;
    }
}
