using GateDsl.Theory.EffectiveData;
using GateDsl.Theory.LinearAlgebra;

namespace GateDsl.Identifying;

/// <summary>The losses that modules are to reproduce, and from which start: those given, or those forecast by representative units.</summary>
/// <param name="Training">Losses, start and step size.</param>
/// <param name="IsForecast">They were not given.</param>
internal sealed record LossReference(RecordedTraining Training, bool IsForecast)
{
    /// <summary>Steps of a forecast, in units of the largest stable one at the end; small enough to follow the flow.</summary>
    private const double StepShare = 0.1;

    /// <summary>Where modes start in a forecast, as a share of where the first one ends. Times depend on its logarithm alone.</summary>
    private const double StartShare = 1e-8;

    /// <summary>A forecast ends where this share of its first loss is left.</summary>
    private const double Learnt = 0.01;

    private const int MostEpochs = 8_000;

    /// <summary>Multiply-adds that a forecast may take.</summary>
    private const double MostWork = 6e10;

    /// <summary>Null where there are no targets, or a forecast would take too long.</summary>
    public static LossReference? Of(IdentificationData data, int units, IdentificationOptions options) =>
        !data.HasTargets ? null
        : options.Training is { } training ? new(training, IsForecast: false)
        : Forecast(data, units, options.Seed);

    private static LossReference? Forecast(IdentificationData data, int units, ulong seed)
    {
        ReductionProblem problem = GatedProblem.Of(data, []);
        int features = problem.Inputs.Sum(input => input.Width);
        double dimensions = features + problem.Outputs[0].Width;
        double work = 2 * dimensions * data.Count * RepresentativeUnits.CountFor(units, (int)dimensions);
        if (work * MostEpochs > MostWork)
        {
            return null;
        }

        Matrix x = Stacked(problem, features);
        Matrix y = new(data.Count, problem.Outputs[0].Width, problem.Outputs[0].Targets);
        SingularValues modes = SingularValues.Of(y.TransposeTimes(x));
        double end = modes.S[0] / x.Times(modes.V.FirstColumns(1)).SquaredNorm();
        double sigma = Math.Sqrt(StartShare * end / units);
        double stepSize = StepShare / modes.S[0];
        RepresentativeUnits run = RepresentativeUnits.Create(problem, units, sigma, sigma, seed);
        List<double> losses = [run.Loss];
        while (losses.Count < MostEpochs && losses[^1] > Learnt * losses[0])
        {
            run.Step(stepSize);
            losses.Add(run.Loss);
        }

        return double.IsFinite(losses[^1]) ? new(new(losses, sigma, stepSize), IsForecast: true) : null;
    }

    // All inputs side by side, N x features.
    private static Matrix Stacked(ReductionProblem problem, int features)
    {
        Matrix x = new(problem.Count, features);
        int at = 0;
        foreach (InputBlock input in problem.Inputs)
        {
            for (int n = 0; n < problem.Count; n++)
            {
                Array.Copy(input.Values, n * input.Width, x.Values, (n * features) + at, input.Width);
            }

            at += input.Width;
        }

        return x;
    }
}
