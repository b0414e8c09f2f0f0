using System.ComponentModel;

namespace GateDsl.CompilerServices;

/// <summary>Runs an experiment: trainings over the seeds, then the predictions, then their distances. Used by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[Obsolete(GeneratedCode.Only, DiagnosticId = GeneratedCode.Id, UrlFormat = GeneratedCode.Page)]
public static class ExperimentRunner
{
    /// <summary>Trains, predicts and compares.</summary>
    public static ExperimentResult Run(ExperimentOptions options, ExperimentParts parts)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(parts);
        if (options.Seeds.Count == 0)
        {
            throw new ArgumentException(
                $"{nameof(ExperimentOptions)}.{nameof(options.Seeds)} is empty; an experiment needs at least one seed.", nameof(options));
        }

        double stepSize = options.StepSizeOr(parts.StepSize);
        double sigma = options.SigmaOr(parts.Sigma, parts.Width);
        double twinSigma = options.SigmaOr(parts.Sigma, Math.Max(1, parts.TwinWidth));
        IInitializer init = options.Initializer ?? Gaussian.WithSigma(sigma);
        TrainingOptions training = new()
        {
            Epochs = options.Epochs,
            StepSize = stepSize,
            LossScale = options.LossScale,
            Momentum = parts.Momentum,
            Nesterov = parts.Nesterov,
            WeightDecay = parts.WeightDecay,
            Progress = options.Progress,
            CancellationToken = options.CancellationToken,
        };
        ulong[] seeds = [.. options.Seeds];
        IReadOnlyList<TrainingLog> network = ManyTrainings.Run(seeds, training, (seed, each) => parts.Train(init, seed, each));
        IReadOnlyList<TrainingLog> twin = parts.TrainTwin is null ? []
            : ManyTrainings.Run(seeds, training, (seed, each) => parts.TrainTwin(Gaussian.WithSigma(twinSigma), seed, each));

        Predictions predictions = new(options, stepSize);
        IReadOnlyList<RaceLog> exact = predictions.Of("exact", seeds, seed => parts.From(init, seed), Reduction.Exact);
        IReadOnlyList<RaceLog> modes = options.Modes ? predictions.Of("modes", seeds, seed => parts.From(init, seed), Reduction.Modes) : [];
        RaceLog? closed = predictions.Of("closed", () => parts.From(init, seeds[0]), Reduction.ClosedForm);
        RaceLog? expected = predictions.Of("expected", () => parts.Expect(init), Reduction.Exact);
        RaceLog? predicted = predictions.Of("twin", () => parts.ForTwin(twinSigma, TwinPrediction.RepresentativeUnits), Reduction.Exact);
        RaceLog? widths = predictions.Of("widths", () => parts.ForTwin(twinSigma, TwinPrediction.Pathways), Reduction.Exact);

        Curves curves = new(seeds.Length);
        curves.Add("gdln", network.Select(log => log.Loss));
        curves.Add("relu", twin.Select(log => log.Loss));
        curves.Add("exact", exact.Select(log => log.Loss));
        curves.Add("modes", modes.Select(log => log.Loss));
        curves.Add("closed", closed);
        curves.Add("expected", expected);
        curves.Add("twin", predicted);
        curves.Add("widths", widths);
        return new ExperimentResult(network, twin, exact, modes, expected, predicted, widths, closed, curves.Distances(), predictions.NotApplicable);
    }

    /// <summary>Integrates what applies and keeps the reason of what does not.</summary>
    private sealed class Predictions(ExperimentOptions options, double stepSize)
    {
        public Dictionary<string, string> NotApplicable { get; } = [];

        public RaceLog? Of(string name, Func<RaceIntegrator> start, Reduction reduction) =>
            Of(name, [0], _ => start(), reduction).SingleOrDefault();

        public IReadOnlyList<RaceLog> Of(string name, ulong[] seeds, Func<ulong, RaceIntegrator> start, Reduction reduction)
        {
            try
            {
                return [.. seeds.Select(seed =>
                {
                    options.CancellationToken.ThrowIfCancellationRequested();
                    return start(seed)(options.Epochs, stepSize, options.LossScale, reduction);
                })];
            }
            catch (NotSupportedException reason)
            {
                NotApplicable[name] = reason.Message;
                return [];
            }
        }
    }

    /// <summary>Loss curves by name: one per seed, or one that stands for every seed.</summary>
    private sealed class Curves(int seeds)
    {
        private readonly List<(string Name, double[][] Losses)> _curves = [];

        public void Add(string name, IEnumerable<double[]> losses)
        {
            double[][] all = [.. losses];
            if (all.Length > 0)
            {
                _curves.Add((name, all));
            }
        }

        public void Add(string name, RaceLog? prediction)
        {
            if (prediction is not null)
            {
                _curves.Add((name, [.. Enumerable.Repeat(prediction.Loss, seeds)]));
            }
        }

        public Dictionary<string, Agreement> Distances()
        {
            Dictionary<string, Agreement> distances = [];
            foreach ((string a, double[][] first) in _curves)
            {
                foreach ((string b, double[][] reference) in _curves.Where(curve => curve.Name != a))
                {
                    Agreement[] each = [.. first.Zip(reference, (curve, against) => Agreement.Between(against, curve))];
                    distances[$"{a}_vs_{b}"] = new Agreement(each.Average(distance => distance.Rms), each.Average(distance => distance.Max));
                }
            }

            return distances;
        }
    }
}
