using GateDsl.Theory.EffectiveData;

namespace GateDsl.Identifying;

/// <summary>
/// The largest step of descent on the Sum loss that a ReLU network of one hidden layer bears, at its initial weights and at what it comes to from
/// small ones: 2 / lambda_max of the Hessian of representative units.
/// </summary>
internal static class StableBound
{
    /// <summary>The smaller of the two; NaN where it takes too long to know.</summary>
    /// <param name="data">Inputs and targets.</param>
    /// <param name="units">Hidden units H of the network.</param>
    /// <param name="sigma">Standard deviation of its initial weights.</param>
    /// <param name="seed">Seed of the directions of representative units.</param>
    public static double Of(IdentificationData data, int units, double sigma, ulong seed)
    {
        ReductionProblem problem = GatedProblem.Of(WithoutRepetitions(data), []);
        if (SmallStart.Of(problem, units) is not { } start)
        {
            return double.NaN;
        }

        RepresentativeUnits end = RepresentativeUnits.Create(problem, units, start.Sigma, start.Sigma, seed);
        start.Run(end);
        RepresentativeUnits beginning = RepresentativeUnits.Create(problem, units, sigma, sigma, seed);
        return Math.Min(end.FindStableStep(SmallStart.MostWork), beginning.FindStableStep(SmallStart.MostWork));
    }

    /// <summary>
    /// Datapoints that are there m times as one whose inputs and targets are sqrt(m) times as large. A network without biases answers sqrt(m) times
    /// as much to it, so its loss is m times as large, and that of all datapoints the same.
    /// </summary>
    private static IdentificationData WithoutRepetitions(IdentificationData data)
    {
        (int Datapoint, int Times)[] different =
        [
            .. Enumerable.Range(0, data.Count)
                .GroupBy(n => (data.FirstEqual[n],
                    string.Join(' ', data.TargetValues!.Skip(n * data.TargetWidth).Take(data.TargetWidth).Select(InputChecks.Words))))
                .Select(equal => (equal.First(), equal.Count())),
        ];
        if (different.Length == data.Count || different.Length < 2)
        {
            return data;
        }

        double[] inputs = new double[different.Length * data.Features];
        double[] targets = new double[different.Length * data.TargetWidth];
        for (int i = 0; i < different.Length; i++)
        {
            (int n, int times) = different[i];
            double scale = Math.Sqrt(times);
            double[] column = new double[data.Features];
            data.Columns.Add(column, n, scale);
            column.CopyTo(inputs, i * data.Features);
            for (int output = 0; output < data.TargetWidth; output++)
            {
                targets[(i * data.TargetWidth) + output] = scale * data.TargetValues![(n * data.TargetWidth) + output];
            }
        }

        return IdentificationData.Of(different.Length).Unlisted(inputs, data.Features).WithTargets(targets, data.TargetWidth);
    }
}
