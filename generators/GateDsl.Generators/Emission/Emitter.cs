using GateDsl.Generators.Model;
using GateDsl.Generators.Planning;

namespace GateDsl.Generators.Emission;

/// <summary>All files of one declaration.</summary>
internal static class Emitter
{
    public static EquatableArray<SourceFile> Emit(CompilationPlan compilation)
    {
        (NetworkModel model, NetworkPlan network, NetworkPlan? reduced, NetworkPlan? twin, RacePlan? race, _) = compilation;
        List<SourceFile> files =
        [
            NetworkFile.Of(model, network),
            DatasetFile.Of(model, network, twin, race),
            BatchFile.Of(network),
            DescriptionFile.Of(compilation),
            RaceFile.Of(compilation),
        ];
        if (network.Statistics is { } statistics)
        {
            files.Add(StatisticsFile.Of(network, statistics, reduced));
        }

        if (ExperimentFile.Of(compilation) is { } experiment)
        {
            files.Add(experiment);
        }

        if (twin is not null)
        {
            files.Add(NetworkFile.OfTwin(twin));
            files.Add(BatchFile.Of(twin));
        }

        return files.ToEquatableArray();
    }
}
