using GateDsl.Benchmarks.Comparing;
using GateDsl.Benchmarks.Networks;
using GateDsl.Benchmarks.Peers;
using GateDsl.Benchmarks.Report;

namespace GateDsl.Benchmarks.Checks;

/// <summary>Bytes allocated by a step (none) and by an epoch within Train (the log's share).</summary>
internal static class Allocations
{
    private const int Steps = 200;

    public static IEnumerable<Check> Measure()
    {
        ThreeContexts gated = OwnTrainings.Gated();
        ThreeContexts.ReluTwin relu = OwnTrainings.Relu();
        yield return Step("gated network, P1 §4", () => gated.Step(OwnTrainings.DifferentData, 1e-3));
        yield return Step("ReLU network, P1 §4", () => relu.Step(OwnTrainings.DifferentData, 1e-3));
        yield return Epoch("gated network, P1 §4", OwnTrainings.GatedTraining());
        yield return Epoch("ReLU network, P1 §4", OwnTrainings.ReluTraining());
    }

    private static Check Step(string network, Func<double> step)
    {
        step();
        long bytes = Allocated(() =>
        {
            for (int i = 0; i < Steps; i++)
            {
                step();
            }
        });
        return new Check($"bytes allocated by {Steps} calls of Step, {network}", $"{bytes}", "0", bytes == 0, IsOfResults: true);
    }

    /// <summary>A long training less a short one: what is allocated once per training does not count.</summary>
    private static Check Epoch(string network, ITraining training)
    {
        long Of(int epochs)
        {
            training.Restart();
            return Allocated(() => training.Train(epochs, epochs));
        }

        Of(Steps);
        long once = Of(Steps);
        double each = (Of(11 * Steps) - once) / (10.0 * Steps);
        return new Check($"bytes allocated by Train, {network}: once, and per epoch", $"{once:N0}, {each:F1}", "", null);
    }

    private static long Allocated(Action act)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        act();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
