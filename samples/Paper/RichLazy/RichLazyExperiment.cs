using GateDsl.Samples.Running;
using GateDsl.Samples.Stories;
using GateDsl.Samples.Writing;

namespace Paper.RichLazy;

/// <summary>Rich or lazy: how far kernels move, over the sizes of both layers' initial weights, predicted and trained.</summary>
internal sealed class RichLazyExperiment : IExperiment
{
    public string Name => "richlazy";

    public string Description => "Rich and lazy starts: kernel distance over the sigmas of both layers, predicted and trained.";

    public ExperimentDefaults Defaults { get; } = new(Seeds: 10, RichLazySettings.Epochs);

    public Story Story => RichLazyStory.Story;

    public Findings Run(RunSettings settings, WorkRunner runner)
    {
        StudentRuns runs = new(settings.Epochs);
        Plane plane = Plane.Compute(runs, settings, runner);
        Findings findings = new();
        foreach ((string key, _, Func<KernelDistances, double> of) in PlaneFigure.Kernels)
        {
            double[] errors = plane.Errors(of);
            findings.Metrics.Add($"{key}_distance_error_max", errors.Max());
            findings.Metrics.Add($"{key}_distance_error_mean", errors.Average());
            findings.Metrics.Add($"{key}_distance_least", plane.Predicted.Min(row => row.Min(of)));
            findings.Metrics.Add($"{key}_distance_most", plane.Predicted.Max(row => row.Max(of)));
        }

        findings.Metrics.Add("trained_points", plane.Points().Count());
        findings.Add("plane", PlaneFigure.Draw(runs, plane));
        findings.Add("plane", PlaneFigure.PlaneTable(runs, plane));
        findings.Add("points", PlaneFigure.PointsTable(plane));
        findings.AddCaption(
            "Left of the lines a start is rich: kernels end far from where they began. Right of them it is lazy, and they hardly move. What counts for the tangent kernel is the laziness index, "
            + "whichever layer is the larger; the hidden kernel moves wherever the first layer is small, also where the index says lazy. Circles are trained networks; their colours are the map's.");
        return findings;
    }
}
