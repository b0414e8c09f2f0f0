using System.Runtime.Intrinsics;
using GateDsl.Benchmarks.Comparing;
using GateDsl.Benchmarks.Peers;
using GateDsl.Benchmarks.Report;
using GateDsl.Benchmarks.Timing;

namespace GateDsl.Benchmarks.Checks;

/// <summary>How much speed is left where AVX-512 is switched off, in processes that differ in nothing else.</summary>
internal static class NarrowVectors
{
    /// <summary>What the child is called.</summary>
    public const string Task = "speeds";

    private const double Bound = 0.75;

    private static readonly (string Name, int Epochs, Func<ITraining> Make)[] s_trainings =
    [
        ("gated", 4001, OwnTrainings.GatedTraining),
        ("relu", 2001, OwnTrainings.ReluTraining),
        ("deep-relu", 1001, OwnTrainings.DeepReluTraining),
    ];

    public static IEnumerable<Check> Kept(BenchmarkOptions options)
    {
        if (!Vector512.IsHardwareAccelerated)
        {
            yield return new Check("speed kept without AVX-512", "this machine has no AVX-512", "at least 75%", null);
            yield break;
        }

        List<double>[] kept = [.. s_trainings.Select(_ => new List<double>())];
        for (int pair = 0; pair < options.Pairs; pair++)
        {
            IReadOnlyDictionary<string, string> wide = Child.Run(Task, cores: 1);

            // The name since .NET 10; EnableAVX512F, the one before, does nothing any more.
            IReadOnlyDictionary<string, string> narrow = Child.Run(Task, cores: 1, ("DOTNET_EnableAVX512", "0"));
            if (wide.Number("bits") != 512 || narrow.Number("bits") != 256)
            {
                throw new InvalidOperationException($"Vectors are {wide["bits"]} and {narrow["bits"]} bits wide, not 512 and 256.");
            }

            for (int i = 0; i < kept.Length; i++)
            {
                kept[i].Add(wide.Number(s_trainings[i].Name) / narrow.Number(s_trainings[i].Name));
            }
        }

        for (int i = 0; i < kept.Length; i++)
        {
            Spread share = Spread.Of(kept[i]);
            yield return new Check($"speed kept without AVX-512, {s_trainings[i].Name}", share.With(), "at least 0.75", share.Median >= Bound);
        }
    }

    /// <summary>What the child does.</summary>
    public static void Measure()
    {
        Child.Say("bits", Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : 128);
        foreach ((string name, int epochs, Func<ITraining> make) in s_trainings)
        {
            ITraining training = make();
            _ = Stopped.Epoch(training, epochs, epochs, TimeSpan.FromSeconds(1));
            Child.Say(name, Stopped.Epoch(training, epochs, epochs, TimeSpan.FromSeconds(0.5)).Microseconds);
        }
    }
}
