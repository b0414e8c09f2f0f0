using GateDsl.Theory.EffectiveData;
using GateDsl.Theory.LinearAlgebra;

namespace GateDsl.Identifying;

/// <summary>
/// A start and a step at which a ReLU network of one hidden layer learns data as it would by the flow, from as small weights as one likes:
/// representative units run from it where the user's own start and step are not known, or did not do.
/// </summary>
/// <param name="Problem">Inputs and targets, in the bases that they span.</param>
/// <param name="Sigma">Standard deviation of the initial weights.</param>
/// <param name="StepSize">Step on the Sum loss.</param>
internal sealed record SmallStart(ReductionProblem Problem, double Sigma, double StepSize)
{
    /// <summary>A forecast ends where this share of its first loss is left.</summary>
    public const double Learnt = 0.01;

    public const int MostEpochs = 8_000;

    /// <summary>Multiply-adds that a forecast may take.</summary>
    public const double MostWork = 6e10;

    /// <summary>Steps of a forecast, in units of the largest stable one at the end; small enough to follow the flow.</summary>
    private const double StepShare = 0.1;

    /// <summary>Where modes start in a forecast, as a share of where the first one ends. Times depend on its logarithm alone.</summary>
    private const double StartShare = 1e-8;

    /// <summary>Correlation of inputs and targets that rounding leaves where there is none, as a share of their norms.</summary>
    private const double Uncorrelated = 1e-12;

    /// <summary>Null where the forecast would take too long, or where inputs and targets are not correlated: then nothing begins to be learnt.</summary>
    public static SmallStart? Of(ReductionProblem problem, int units)
    {
        int features = problem.Inputs.Sum(input => input.Width);
        double dimensions = features + problem.Outputs[0].Width;
        double work = 2 * dimensions * problem.Count * RepresentativeUnits.CountFor(units, (int)dimensions);
        if (work * MostEpochs > MostWork)
        {
            return null;
        }

        Matrix x = Stacked(problem, features);
        Matrix y = new(problem.Count, problem.Outputs[0].Width, problem.Outputs[0].Targets);
        SingularValues modes = SingularValues.Of(y.TransposeTimes(x));
        if (!(modes.S[0] > Uncorrelated * Math.Sqrt(x.SquaredNorm() * y.SquaredNorm())))
        {
            return null;
        }

        double end = modes.S[0] / x.Times(modes.V.FirstColumns(1)).SquaredNorm();
        return new(problem, Math.Sqrt(StartShare * end / units), StepShare / modes.S[0]);
    }

    /// <summary>Runs until the data are learnt, or too long. Returns the loss before each step, and after the last.</summary>
    public List<double> Run(RepresentativeUnits units)
    {
        List<double> losses = [units.Loss];
        while (losses.Count < MostEpochs && losses[^1] > Learnt * losses[0])
        {
            units.Step(StepSize);
            losses.Add(units.Loss);
        }

        return losses;
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
