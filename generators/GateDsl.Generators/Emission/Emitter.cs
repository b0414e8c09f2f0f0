using GateDsl.Generators.Model;
using GateDsl.Generators.Planning;

namespace GateDsl.Generators.Emission;

/// <summary>
/// The files of one declaration: what its user sees, how it trains, and its race. The compiler compares the names of all generated files with each
/// other, so that each one more makes every edit in a large project slower.
/// </summary>
internal static class Emitter
{
    public static EquatableArray<SourceFile> Emit(CompilationPlan compilation) => [Members(compilation), Training(compilation), Race(compilation)];

    private static SourceFile Members(CompilationPlan compilation)
    {
        (NetworkModel model, NetworkPlan network, _, NetworkPlan? twin, _, _) = compilation;
        CodeWriter code = new();
        Header.Write(code, network, "The members", isFirst: true);
        code.Line();
        Header.WriteArchitecture(code, network);
        code.Line();
        Legend.Write(code, compilation);
        TypeShell.Write(code, network.Type, () =>
        {
            NetworkMembers.Write(code, compilation);
            code.Line();
            DatasetClass.Write(code, compilation);
            code.Line();
            StatisticsClass.Write(code, network);
            code.Line();
            DescriptionMember.Write(code, compilation);
            if (model.Task is { } task)
            {
                code.Line();
                ExperimentClass.Write(code, compilation, task);
            }

            if (twin is not null)
            {
                code.Line();
                NetworkMembers.WriteTwin(code, twin);
            }
        });
        return new SourceFile($"{network.Type.HintName}.g.cs", code.ToString());
    }

    private static SourceFile Training(CompilationPlan compilation)
    {
        NetworkPlan network = compilation.Network;
        CodeWriter code = new();
        Header.Write(code, network, "Training");
        TypeShell.Write(code, network.Type, () =>
        {
            code.Comment("Training by batch: forward and backward over the datapoints, a block at a time.");
            BatchMethods.Write(code, network, compilation.Batch);
            if (network.Statistics is { } statistics)
            {
                code.Line();
                StatisticsMethods.Write(code, compilation, statistics);
            }
            else if (compilation.Widths is { Racing: not null } widths)
            {
                code.Line().Block("partial class Compiled", () => LayerUnitsMembers.WriteRacing(code, widths));
            }

            if (compilation.Twin is { } twin)
            {
                code.Line().Comment("Training of the ReLU twin, by batch.");
                BatchMethods.Write(code, twin, compilation.TwinBatch!);
            }
        });
        return new SourceFile($"{network.Type.HintName}.Training.g.cs", code.ToString());
    }

    private static SourceFile Race(CompilationPlan compilation)
    {
        NetworkPlan network = compilation.Network;
        CodeWriter code = new();
        Header.Write(code, network, "The race reduction");
        TypeShell.Write(code, network.Type, () => RaceClass.Write(code, compilation));
        return new SourceFile($"{network.Type.HintName}.Race.g.cs", code.ToString());
    }
}
