using GateDsl.Samples.Drawing;

namespace GateDsl.Samples.Writing;

/// <summary>The table behind a loss figure: the epoch, then a column per curve and seed, <c>relu_1</c>, <c>relu_2</c>, ...</summary>
public static class LossColumns
{
    public static CsvTable Of(IReadOnlyList<CurveFamily> families) => Of([("", families)]);

    /// <summary>Several figures' curves beside one another, all equally long: <c>c3_relu_1</c>, ..., <c>c4_relu_1</c>, ...</summary>
    public static CsvTable Of(IReadOnlyList<(string Prefix, IReadOnlyList<CurveFamily> Families)> groups)
    {
        int epochs = groups[0].Families[0].BySeed[0].Length;
        CsvTable table = new(epochs);
        table.Add("epoch", Enumerable.Range(0, epochs).ToArray());
        foreach ((string prefix, IReadOnlyList<CurveFamily> families) in groups)
        {
            foreach (CurveFamily family in families)
            {
                for (int seed = 0; seed < family.BySeed.Count; seed++)
                {
                    table.Add($"{prefix}{family.Subject.Key}_{seed + 1}", family.BySeed[seed]);
                }
            }
        }

        return table;
    }
}
