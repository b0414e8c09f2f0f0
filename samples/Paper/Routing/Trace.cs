using GateDsl.Samples.Running;

namespace Paper.Routing;

/// <summary>A run from a small gain: its losses, and the strength of every mode in between.</summary>
/// <param name="Loss">The Sum loss before each update.</param>
/// <param name="Epochs">When the strengths were taken.</param>
/// <param name="Strengths">By epoch and mode, averaged over the trained pairs.</param>
internal sealed record Trace(double[] Loss, int[] Epochs, double[][] Strengths)
{
    private const int Parts = 100;

    public static Trace[] Run(RunSettings settings, RoutingProblem problem, WorkRunner runner) => runner.Run(
        settings.Seeds.Select(seed => new Work<Trace>("routing network, gain 0.2", seed, context => Of(settings.Epochs, problem, context))));

    private static Trace Of(int epochs, RoutingProblem problem, WorkContext context)
    {
        RoutingNetwork network = new(RoutingSettings.Start(RoutingSettings.Gain), context.Seed);
        int[] stops = Segments.Stops(epochs, Parts);
        List<double[]> strengths = [];
        double[] losses = Segments.Train(
            stops,
            RoutingSettings.StepSize,
            context,
            options => network.Train(problem.TrainedPairs, options),
            _ => strengths.Add(problem.StrengthsOf(problem.MapsOf(network))));
        return new Trace(losses, stops, [.. strengths]);
    }
}
