namespace GateDsl.Numerics.Tests.Steps;

/// <summary>A step allocates nothing: in both precisions, with gates of every kind, through banks and self-gated layers, in networks and twins.</summary>
public class AllocationTests
{
    private const int Calls = 5;

    /// <summary>Fewer datapoints than a block has, and several blocks.</summary>
    public static TheoryData<int> Datapoints => [0, 1, 24, 1_000];

    [Theory]
    [MemberData(nameof(Datapoints))]
    public void StepsOfANetworkInSinglePrecisionAllocateNothing(int count)
    {
        GatedSingle.Dataset data = GatedSingle.Dataset.Create(
            Indices(count, 4), Indices(count, 3), Numbers<float>(count * 5), Numbers<float>(count * 2), Numbers<float>(count * 3));
        GatedSingle network = new(Gaussian.WithSigma(0.1), seed: 1);
        GatedSingle.ReluTwin twin = new(Gaussian.WithSigma(0.1), seed: 1);

        Assert.Equal(0, BytesOf(() => network.Step(data, 1e-4)));
        Assert.Equal(0, BytesOf(() => twin.Step(data, 1e-4)));
    }

    [Theory]
    [MemberData(nameof(Datapoints))]
    public void StepsOfANetworkInDoublePrecisionAllocateNothing(int count)
    {
        BankedDouble.Dataset data = BankedDouble.Dataset.Create(Numbers<double>(count * 5), Indices(count, 3), Numbers<double>(count * 2));
        BankedDouble network = new(Gaussian.WithSigma(0.1), seed: 1);

        Assert.Equal(0, BytesOf(() => network.Step(data, 1e-4)));
    }

    /// <summary>Bytes that calls after the first allocate.</summary>
    private static long BytesOf(Func<double> step)
    {
        step();
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int call = 0; call < Calls; call++)
        {
            step();
        }

        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static int[] Indices(int count, int values) => [.. Enumerable.Range(0, count).Select(n => n * 7 % values)];

    private static T[] Numbers<T>(int count)
        where T : System.Numerics.INumber<T> => [.. Enumerable.Range(0, count).Select(i => T.CreateChecked((i * 5 % 9) - 4) / T.CreateChecked(4))];
}

/// <summary>Node gates by values and rules, an edge gate, a skip edge, a bank, a self-gated layer, a gated output, a twin.</summary>
[GatedNetwork, ReluTwin(9)]
internal sealed partial class GatedSingle
{
    [OneHotInput(4)] public partial Layer Item { get; }

    [Selector(3)] public partial Selector Way { get; }

    [Input(5)] public partial Layer Pixels { get; }

    [Hidden(6), From(nameof(Item)), From(nameof(Pixels), When = nameof(IsEarly)), ActiveIn(nameof(Way), 0, 2)] public partial Layer Common { get; }

    [Hidden(3), From(nameof(Common)), OnePerSubset(nameof(Way), 2), SelfGated] public partial LayerBank Pairs { get; }

    [Output(2), From(nameof(Pairs), nameof(Pixels))] public partial Layer Everywhere { get; }

    [Output(3), From(nameof(Common)), ActiveWhen(nameof(IsEarly))] public partial Layer Early { get; }

    private static bool IsEarly(int item) => item < 2;
}

/// <summary>Banks copy to copy and in every pair, and a bank of outputs.</summary>
[GatedNetwork(Precision = Precision.Double)]
internal sealed partial class BankedDouble
{
    [Input(5)] public partial Layer Pixels { get; }

    [OneHotInput(3)] public partial Layer Context { get; }

    [Hidden(4), From(nameof(Pixels)), OnePer(nameof(Context))] public partial LayerBank Encoders { get; }

    [Hidden(4), From(nameof(Encoders)), OnePer(nameof(Context))] public partial LayerBank Same { get; }

    [Hidden(3), From(nameof(Same)), OnePerSubset(nameof(Context), 2)] public partial LayerBank Mixed { get; }

    [Output(2), From(nameof(Mixed)), OnePer(nameof(Context))] public partial LayerBank Decoders { get; }
}
