using GateDsl.Generators.Tests.Differential.Compiled;
using GateDsl.Generators.Tests.Differential.Oracle;
using Weights = System.Collections.Generic.Dictionary<string, double[]>;

namespace GateDsl.Generators.Tests.Differential;

/// <summary>Batches, momentum, decay and factors, drawn at random and all at once, against an update in plain loops.</summary>
internal sealed class DescentCheck(Trial trial, ICompiledNetwork network, TrainingMethod[] methods, string context)
{
    private static readonly int[] BatchSizes = [0, 1, 2, 5, 8, 16];

    private readonly Comparison _comparison = new(context);

    public void Run(Random random)
    {
        for (int draw = 0; draw < 3; draw++)
        {
            TrainingOptions options = Draw(random, isAllAtOnce: draw == 0);
            foreach (TrainingMethod method in methods)
            {
                bool hasBatches = options.BatchSize > 0 && options.BatchSize < trial.Data.Count;
                if (method == TrainingMethod.Statistics && hasBatches)
                {
                    Assert.Throws<NotSupportedException>(() => network.Train(options with { Method = method }));
                    Compare(options with { Method = method, BatchSize = 0 });
                    continue;
                }

                Compare(options with { Method = method });
            }
        }
    }

    private void Compare(TrainingOptions options)
    {
        Weights weights = Trial.Copy(trial.Weights);
        Descender descender = new(trial.Oracle, trial.Data, weights, options);
        double[] losses = [.. Enumerable.Range(0, options.Epochs).Select(descender.Pass)];
        network.Write(trial.Weights);
        TrainingLog log = network.Train(options);
        double tolerance = Tolerance.Of(trial.IsDouble).Trained;
        for (int epoch = 0; epoch < losses.Length; epoch++)
        {
            _comparison.Close($"{options}\nloss at epoch {epoch}", losses[epoch], log.Loss[epoch], tolerance);
        }

        _comparison.Close($"{options}\nweights", weights, network.Read(), tolerance);
    }

    private TrainingOptions Draw(Random random, bool isAllAtOnce)
    {
        bool Use() => isAllAtOnce || random.Next(2) == 0;
        LossScale scale = random.Next(2) == 0 ? LossScale.Sum : LossScale.Mean;
        double momentum = Use() ? 0.9 : 0;
        string[] edges = [.. trial.Weights.Keys.Order(StringComparer.Ordinal)];
        Dictionary<string, double> factors = new(StringComparer.Ordinal);
        if (Use())
        {
            factors[edges[random.Next(edges.Length)].Split('[')[0]] = 0.5;
            factors[edges[random.Next(edges.Length)]] = random.Next(2) == 0 ? 0 : 1.5;
        }

        // With momentum a step is worth ten: the curve stays within what rounding allows to compare.
        return new TrainingOptions
        {
            Epochs = 5,
            StepSize = trial.StepSize * (1 - momentum) * (scale == LossScale.Mean ? Math.Max(trial.Data.Count, 1) : 1) / 4,
            LossScale = scale,
            BatchSize = Use() ? BatchSizes[random.Next(BatchSizes.Length)] : 0,
            ShuffleSeed = (ulong)random.NextInt64(),
            Momentum = momentum,
            Nesterov = random.Next(2) == 0,
            WeightDecay = Use() ? 0.01 : 0,
            StepFactors = factors,
        };
    }
}
