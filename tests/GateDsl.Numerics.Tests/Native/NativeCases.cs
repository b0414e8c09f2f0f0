using GateDsl.Numerics.Tests.Layers;
using GateDsl.Numerics.Tests.Training;

namespace GateDsl.Numerics.Tests.Native;

/// <summary>The task's network, for what only a declared task has.</summary>
[GatedNetwork(Precision = Precision.Double)]
[ReluTwin(40)]
[ContextTask(Contexts = 3, Structure = ContextStructure.Same)]
public sealed partial class TaskNetwork
{
    [OneHotInput(8)] public partial Layer Item { get; }

    [OneHotInput(3)] public partial Layer Context { get; }

    [Hidden(12), From(nameof(Item), nameof(Context))] public partial Layer Common { get; }

    [Hidden(12), From(nameof(Item)), OnePerSubset(nameof(Context), 2)] public partial LayerBank Pairs { get; }

    [Output(60), From(nameof(Common), nameof(Pairs))] public partial Layer Properties { get; }
}

/// <summary>The same numbers for C# and for C.</summary>
internal sealed class NativeCases
{
    private readonly Random _random;

    public NativeCases(int seed, int count)
    {
        _random = new Random(seed);
        Count = count;
        Items = Indices(4);
        Contexts = Indices(3);
        Halves = Indices(2);
        Labels = Indices(3);
        Five = Numbers(5);
        Three = Numbers(3);
        Two = Numbers(2);
        One = Numbers(1);
        Gates = [.. Numbers(3).Select(number => number > 0)];
        Shares = [.. Numbers(2).Select(number => number + 0.5)];
    }

    public int Count { get; }

    public int[] Items { get; }

    public int[] Contexts { get; }

    public int[] Halves { get; }

    public int[] Labels { get; }

    public double[] Five { get; }

    public double[] Three { get; }

    public double[] Two { get; }

    public double[] One { get; }

    public bool[] Gates { get; }

    public double[] Shares { get; }

    public Trainee.Dataset Trainee => Training.Trainee.Dataset.Create(Items, Contexts, Five);

    public Deep.Dataset Deep => Training.Deep.Dataset.Create(Three, Halves, Two);

    public Experts.Dataset Experts => Layers.Experts.Dataset.Create(Two, Gates, Two);

    public AllLosses.Dataset AllLosses => Layers.AllLosses.Dataset.Create(Three, Halves, Labels, Shares, One);

    public long TraineeOf(NativeCaller c) => c.Dataset(
        "Trainee", c.Array("properties", Five, Count, 5), c.Array("item", Items, Count), c.Array("context", [.. Contexts.Select(value => (long)value)], Count));

    public long DeepOf(NativeCaller c) => c.Dataset(
        "Deep", c.Array("stimulus", Three, Count, 3), c.Array("half", Halves, Count), c.Array("answer", Two, Count, 2));

    public long ExpertsOf(NativeCaller c) => c.Dataset(
        "Experts", c.Array("pixels", Two, Count, 2), c.Array("open", Gates, Count, 3), c.Array("kind", Two, Count, 2));

    public long AllLossesOf(NativeCaller c) => c.Dataset(
        "AllLosses", c.Array("stimulus", Three, Count, 3), c.Array("half", Halves, Count), c.Array("kind", Labels, Count), c.Array("traits", Shares, Count, 2),
        c.Array("size", One, Count));

    private int[] Indices(int values) => [.. Enumerable.Range(0, Count).Select(_ => _random.Next(values))];

    private double[] Numbers(int units) => [.. Enumerable.Range(0, Count * units).Select(_ => _random.NextDouble() - 0.5)];
}
