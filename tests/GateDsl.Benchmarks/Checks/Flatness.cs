using System.Diagnostics;
using GateDsl.Benchmarks.Comparing;
using GateDsl.Benchmarks.Networks;
using GateDsl.Benchmarks.Peers;
using GateDsl.Benchmarks.Report;
using GateDsl.Benchmarks.Timing;

namespace GateDsl.Benchmarks.Checks;

/// <summary>What an epoch must not depend on: the datapoints by statistics, the width where hidden layers are reduced.</summary>
internal static class Flatness
{
    private const double Bound = 0.1;

    public static IEnumerable<Check> Datapoints(BenchmarkOptions options)
    {
        int many = options.IsQuick ? 6_000 : 60_000;
        (Images.Dataset few, Images.Dataset all) = (RandomImages.Dataset(2_000), RandomImages.Dataset(many));
        ITraining fewTraining = RandomImages.Training(few);
        ITraining allTraining = RandomImages.Training(all);

        // The first training on a data set gathers its correlations.
        long start = Stopwatch.GetTimestamp();
        allTraining.Train(1, 1);
        double gathering = Stopwatch.GetElapsedTime(start).TotalSeconds;
        yield return new Check($"first epoch on N = {many:N0} x 784: gathering the correlations, one core", $"{gathering:F2} s", "about 1 s", null);
        yield return Flat($"epoch at N = {many:N0} over N = 2,000 (784 inputs, full rank, Statistics)", fewTraining, allTraining, 500, options);
    }

    public static IEnumerable<Check> Width(BenchmarkOptions options)
    {
        ContextTask task = OwnTrainings.Different;
        Wide1000.Dataset narrow = Wide1000.Dataset.Create(task.Items, task.Contexts, task.Targets);
        Wide10000.Dataset wide = Wide10000.Dataset.Create(task.Items, task.Contexts, task.Targets);
        ITraining first = OwnTraining.Of(
            () => new Wide1000(Gaussian.WithSigma(1e-4), 1), (network, how) => network.Train(narrow, how), OwnTrainings.SumStep);
        ITraining second = OwnTraining.Of(
            () => new Wide10000(Gaussian.WithSigma(1e-4), 1), (network, how) => network.Train(wide, how), OwnTrainings.SumStep);
        int epochs = options.IsQuick ? 2001 : 8001;
        Spread further = Stopped.FurtherRatio(first, second, epochs, options.Pairs, options.Shortest);
        yield return new Check("epoch at width 10,000 over width 1,000 (one pathway, 11-H-60)", further.With(), "within 10%", IsFlat(further));
        Spread whole = Stopped.Ratio(first, second, epochs, options.Pairs, options.Shortest);
        yield return new Check(
            $"the same for a whole training of {epochs:N0} epochs, with finding the bases and writing the weights back", whole.With(), "", null);
    }

    private static Check Flat(string what, ITraining first, ITraining second, int epochs, BenchmarkOptions options)
    {
        Spread ratio = Stopped.Ratio(first, second, epochs, options.Pairs, options.Shortest);
        return new Check(what, ratio.With(), "within 10%", IsFlat(ratio));
    }

    private static bool IsFlat(Spread ratio) => Math.Abs(ratio.Median - 1) <= Bound;
}
