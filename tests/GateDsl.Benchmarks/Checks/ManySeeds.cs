using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using GateDsl.Benchmarks.Comparing;
using GateDsl.Benchmarks.Networks;
using GateDsl.Benchmarks.Report;
using GateDsl.Benchmarks.Timing;

namespace GateDsl.Benchmarks.Checks;

/// <summary>TrainMany over the cores. Each measurement is a process that may use so many cores, so that the product decides by itself.</summary>
internal static class ManySeeds
{
    /// <summary>What the child is called.</summary>
    public const string Task = "many";

    private const int Seeds = 16;
    private const double Bound = 1.8;

    /// <summary>Two cores against one, in turn.</summary>
    public static IEnumerable<Check> TwoCores(BenchmarkOptions options)
    {
        if (Cores.Count < 2)
        {
            yield return new Check("TrainMany on two cores over one", "there is one core", "1.8x", null);
            yield break;
        }

        List<double> ratios = [];
        HashSet<string> results = [];
        for (int pair = 0; pair < options.Pairs; pair++)
        {
            (double one, string first) = On(1);
            (double two, string second) = On(2);
            ratios.Add(one / two);
            results.UnionWith([first, second]);
        }

        Spread ratio = Spread.Of(ratios);
        yield return new Check($"TrainMany of {Seeds} seeds on two cores over one core", ratio.With("x"), "at least 1.8x", ratio.Median >= Bound);
        bool isOne = results.Count == 1;
        yield return new Check(
            "weights and losses of all these and of single trainings, by bits", isOne ? "equal" : "different", "equal", isOne, IsOfResults: true);
    }

    /// <summary>Seconds per training on so many cores, and a hash of all results.</summary>
    public static (double Seconds, string Results) On(int cores)
    {
        IReadOnlyDictionary<string, string> said = Child.Run(Task, cores);
        if (said["singles"] != said["results"])
        {
            throw new InvalidOperationException("Trainings by TrainMany differ from single trainings.");
        }

        return (said.Number("seconds"), said["results"]);
    }

    /// <summary>What the child does.</summary>
    public static void Measure()
    {
        TrainingOptions options = OwnTrainings.SumStep with { Epochs = 4001, RecordEvery = 100 };
        IInitializer init = Gaussian.WithSigma(0.005 / 700);
        ulong[] seeds = [.. Enumerable.Range(1, Seeds).Select(seed => (ulong)seed)];
        _ = ThreeContexts.TrainMany(OwnTrainings.DifferentData, init, seeds, options);
        long start = Stopwatch.GetTimestamp();
        IReadOnlyList<ThreeContexts.TrainedNetwork> trained = ThreeContexts.TrainMany(OwnTrainings.DifferentData, init, seeds, options);
        Child.Say("seconds", Stopwatch.GetElapsedTime(start).TotalSeconds / Seeds);
        Console.WriteLine($"results {Hash(trained)}");
        Console.WriteLine($"singles {Hash(seeds.Select(seed =>
        {
            ThreeContexts network = new(init, seed);
            return new ThreeContexts.TrainedNetwork(network, network.Train(OwnTrainings.DifferentData, options));
        }))}");
    }

    private static string Hash(IEnumerable<ThreeContexts.TrainedNetwork> trained)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        float[] weights = new float[60 * 100];
        foreach ((ThreeContexts network, TrainingLog log) in trained)
        {
            hash.AppendData(MemoryMarshal.AsBytes<double>(log.Loss));
            network.CommonToProperties.FlattenTo(weights);
            hash.AppendData(MemoryMarshal.AsBytes<float>(weights));
            for (int pair = 0; pair < 3; pair++)
            {
                network.PairsToProperties[pair].FlattenTo(weights);
                hash.AppendData(MemoryMarshal.AsBytes<float>(weights));
            }
        }

        return Convert.ToHexString(hash.GetHashAndReset());
    }
}
