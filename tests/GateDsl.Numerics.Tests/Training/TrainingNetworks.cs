namespace GateDsl.Numerics.Tests.Training;

/// <summary>Hidden layers far wider than what they touch, a bank, and a twin.</summary>
[GatedNetwork(Precision = Precision.Double)]
[ReluTwin(9)]
public sealed partial class Trainee
{
    [OneHotInput(4)] public partial Layer Item { get; }

    [OneHotInput(3)] public partial Layer Context { get; }

    [Hidden(60), From(nameof(Item), nameof(Context))] public partial Layer Common { get; }

    [Hidden(50), From(nameof(Item)), OnePerSubset(nameof(Context), 2)] public partial LayerBank Pairs { get; }

    [Output(5), From(nameof(Common), nameof(Pairs))] public partial Layer Properties { get; }
}

/// <summary>Two hidden layers in single precision, a dense input.</summary>
[GatedNetwork]
public sealed partial class Deep
{
    [Input(3)] public partial Layer Stimulus { get; }

    [Selector(2)] public partial Selector Half { get; }

    [Hidden(6), From(nameof(Stimulus))] public partial Layer Low { get; }

    [Hidden(4), From(nameof(Low)), OnePer(nameof(Half))] public partial LayerBank High { get; }

    [Output(2), From(nameof(High), nameof(Stimulus))] public partial Layer Answer { get; }
}

/// <summary>Data for them.</summary>
internal static class TrainingData
{
    public static Trainee.Dataset Of(int count, int seed)
    {
        Random random = new(seed);
        return Trainee.Dataset.Create(
            [.. Enumerable.Range(0, count).Select(_ => random.Next(4))],
            [.. Enumerable.Range(0, count).Select(_ => random.Next(3))],
            Numbers(random, 5 * count));
    }

    public static Deep.Dataset OfDeep(int count, int seed)
    {
        Random random = new(seed);
        return Deep.Dataset.Create(
            Numbers(random, 3 * count), [.. Enumerable.Range(0, count).Select(_ => random.Next(2))], Numbers(random, 2 * count));
    }

    private static double[] Numbers(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => random.NextDouble() - 0.5)];
}
