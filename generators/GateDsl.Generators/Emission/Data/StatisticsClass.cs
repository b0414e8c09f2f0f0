using GateDsl.Generators.Planning;

namespace GateDsl.Generators.Emission;

/// <summary>
/// The nested class Statistics: sums over datapoints that add up. The runtime does all of it; the network says what is gathered, or why nothing.
/// </summary>
internal static class StatisticsClass
{
    public static void Write(CodeWriter code, NetworkPlan plan)
    {
        code.Write("/// <summary>What a training by statistics needs of data: sums and means, so that those of parts of it can be merged.</summary>");
        GeneratedAttributes.Write(code);
        code.Block($"public sealed class Statistics : global::GateDsl.CompilerServices.NetworkStatistics<Statistics, {plan.Scalar}, Dataset>", () =>
        {
            if (plan.Statistics is null)
            {
                code.Write("/// <inheritdoc/>").Write($"protected override string WhyNot => {Literals.Text(plan.NoStatistics!)};");
                return;
            }

            code.Write($"""
                /// <inheritdoc/>
                protected override Dataset NoData => Dataset.None;

                /// <inheritdoc/>
                protected override object Gather(Dataset data, global::GateDsl.CompilerServices.CorrelationGatherer<{plan.Scalar}, double> gatherer) =>
                    new Compiled.Correlations<double>(data, gatherer);
                """);
        });
    }
}
