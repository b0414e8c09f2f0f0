namespace GateDsl.Identifying;

/// <summary>The losses that modules are to reproduce, and from which start: those given, or those forecast by representative units.</summary>
/// <param name="Training">Losses, start and step size.</param>
/// <param name="IsForecast">They were not given.</param>
internal sealed record LossReference(RecordedTraining Training, bool IsForecast)
{
    /// <summary>Null where there are no targets, or none can be forecast.</summary>
    public static LossReference? Of(IdentificationData data, int units, IdentificationOptions options) =>
        !data.HasTargets ? null
        : options.Training is { } training ? new(training, IsForecast: false)
        : Forecast(data, units, options.Seed);

    private static LossReference? Forecast(IdentificationData data, int units, ulong seed)
    {
        if (SmallStart.Of(GatedProblem.Of(data, []), units) is not { } start)
        {
            return null;
        }

        List<double> losses = start.Run(RepresentativeUnits.Create(start.Problem, units, start.Sigma, start.Sigma, seed));
        return double.IsFinite(losses[^1]) ? new(new(losses, start.Sigma, start.StepSize), IsForecast: true) : null;
    }
}
