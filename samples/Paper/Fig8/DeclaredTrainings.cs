using GateDsl;
using GateDsl.Samples.Drawing;
using GateDsl.Samples.Running;

namespace Paper.Fig8;

/// <summary>Trains the networks that were identified and forecast, each from the seed of the ReLU network beside it.</summary>
internal static class DeclaredTrainings
{
    /// <summary>The losses of the ReLU network, then those of everything that imitates or predicts it.</summary>
    public static CurveFamily[] Run(RunSettings settings, ContextTask task, SeedFindings[] found, ForecastResult forecast, WorkRunner runner)
    {
        DeclaredNetwork[] networks = DeclaredNetwork.Compile([.. found.Select(seed => seed.Result), forecast]);
        DeclaredNetwork foreseen = networks[^1];

        // Where forecast and found are one network, it is trained once.
        (DeclaredNetwork Network, ulong Seed)[] pairs =
        [
            .. found.Select((seed, i) => (networks[i], seed.Seed)).Concat(found.Select(seed => (foreseen, seed.Seed))).Distinct(),
        ];
        double[][] trained = runner.Run(pairs.Select(pair => new Work<double[]>(
            pair.Network == foreseen ? Fig8Subjects.Forecast.Label : Fig8Subjects.Identified.Label,
            pair.Seed,
            context => pair.Network.Train(task, settings.Epochs, context))));
        double[] Losses(DeclaredNetwork network, SeedFindings seed) => trained[Array.IndexOf(pairs, (network, seed.Seed))];

        return
        [
            new(Subject.Relu, [.. found.Select(seed => seed.Twin.Losses)]),
            new(Fig8Subjects.Identified, [.. found.Select((seed, i) => Losses(networks[i], seed))]),
            new(Fig8Subjects.Expected, Expected(task, settings.Epochs, networks[..^1])),
            new(Fig8Subjects.Forecast, [.. found.Select(seed => Losses(foreseen, seed))]),
            CurveFamily.OfAllSeeds(Subject.Twin, [.. forecast.Loss], found.Length),
        ];
    }

    private static double[][] Expected(ContextTask task, int epochs, DeclaredNetwork[] networks)
    {
        Dictionary<DeclaredNetwork, double[]> known = networks.Distinct().ToDictionary(network => network, network => network.Expect(task, epochs));
        return [.. networks.Select(network => known[network])];
    }
}
