using GateDsl.Generators.Tests.Differential.Compiled;
using GateDsl.Generators.Tests.Differential.Declarations;
using GateDsl.Generators.Tests.Differential.Oracle;
using Weights = System.Collections.Generic.Dictionary<string, double[]>;

namespace GateDsl.Generators.Tests.Differential;

/// <summary>Everything that is asked of one generated network on one trial.</summary>
internal sealed class NetworkCheck(Trial trial, CompiledFactory create, Declaration declaration, string context)
{
    private readonly Comparison _comparison = new(context);
    private readonly Tolerance _tolerance = Tolerance.Of(trial.IsDouble);

    private IEnumerable<TrainingMethod> Methods =>
        Enum.GetValues<TrainingMethod>().Where(method => !IsByBatchOnly || method != TrainingMethod.Statistics);

    private bool IsByBatchOnly => declaration.HasSelfGated || declaration.HasOtherLoss;

    public void Run()
    {
        ICompiledNetwork network = create(trial.Data);
        network.Write(trial.Weights);
        _comparison.Close("weights written and read", trial.Weights, network.Read(), 0);
        CompareEvaluation(network, Trial.Copy(trial.Weights));
        CompareWithFiniteDifferences(network);
        CompareWithClosedWeightsPoisoned(network);
        network.Write(trial.Weights);
        CompareStep(network);
        foreach (LossScale scale in Enum.GetValues<LossScale>())
        {
            foreach (TrainingMethod method in Methods)
            {
                CompareTraining(network, trial.Weights, method, scale);
            }
        }

        new DescentCheck(trial, network, [.. Methods], context).Run(new Random(trial.Data.Count + trial.Weights.Count));
        if (IsByBatchOnly)
        {
            Assert.Throws<NotSupportedException>(
                () => network.Train(new TrainingOptions { Epochs = 1, StepSize = 1, Method = TrainingMethod.Statistics }));
        }
    }

    private void CompareEvaluation(ICompiledNetwork network, Weights weights)
    {
        Interpreter oracle = trial.Oracle;
        _comparison.Close("prediction", oracle.Predict(trial.Data, weights), network.Predict(), _tolerance.Once);
        foreach (LossScale scale in Enum.GetValues<LossScale>())
        {
            bool mean = scale == LossScale.Mean;
            _comparison.Close($"{scale} loss", oracle.Loss(trial.Data, weights, mean), network.Loss(scale), _tolerance.Once);
            _comparison.Close($"{scale} gradient", oracle.Gradient(trial.Data, weights, mean), network.Gradient(scale), _tolerance.Once);
        }
    }

    private void CompareStep(ICompiledNetwork network)
    {
        Weights weights = Trial.Copy(trial.Weights);
        double loss = trial.Oracle.Step(trial.Data, weights, trial.StepSize);
        _comparison.Close("loss before a step", loss, network.Step(trial.StepSize), _tolerance.Once);
        _comparison.Close("weights after a step", weights, network.Read(), _tolerance.Once);
    }

    private void CompareTraining(ICompiledNetwork network, Weights start, TrainingMethod method, LossScale scale)
    {
        bool mean = scale == LossScale.Mean;
        double stepSize = trial.StepSize * (mean ? Math.Max(trial.Data.Count, 1) : 1);
        Weights weights = Trial.Copy(start);
        double[] losses = [.. Enumerable.Range(0, Trial.Epochs).Select(_ => trial.Oracle.Step(trial.Data, weights, stepSize, mean))];
        network.Write(start);
        TrainingLog log = network.Train(new TrainingOptions { Epochs = Trial.Epochs, StepSize = stepSize, LossScale = scale, Method = method });
        string how = $"{method}, {scale}: ";
        Assert.Equal(Trial.Epochs, log.Loss.Length);
        for (int epoch = 0; epoch < Trial.Epochs; epoch++)
        {
            _comparison.Close($"{how}loss at epoch {epoch}", losses[epoch], log.Loss[epoch], _tolerance.Trained);
        }

        _comparison.Close($"{how}change of the weights", Difference(weights, start), Difference(network.Read(), start), _tolerance.Trained);
        _comparison.Close($"{how}predictions after {Trial.Epochs} steps", trial.Oracle.Predict(trial.Data, weights), network.Predict(), _tolerance.Trained);
    }

    /// <summary>
    /// A second witness that needs no oracle: differences of the generated loss. Squared errors without self-gated layers are a polynomial of degree
    /// two in any one weight, so that a central difference is exact at any distance; other losses are smooth, so that a near one is good.
    /// </summary>
    private void CompareWithFiniteDifferences(ICompiledNetwork network)
    {
        if (!trial.IsDouble || declaration.HasSelfGated || trial.Data.Count == 0)
        {
            return;
        }

        (double distance, double tolerance) = declaration.HasOtherLoss ? (1e-4, 1e-6) : (0.5, _tolerance.Once);
        Weights gradient = network.Gradient(LossScale.Sum);
        double loss = network.Loss(LossScale.Sum);
        foreach ((string name, double[] values) in gradient)
        {
            int i = values.Length / 2;
            Weights moved = Trial.Copy(trial.Weights);
            moved[name][i] += distance;
            network.Write(moved);
            double above = network.Loss(LossScale.Sum);
            moved[name][i] -= 2 * distance;
            network.Write(moved);
            double below = network.Loss(LossScale.Sum);
            double difference = (above - below) / (2 * distance);

            // The two losses are rounded to their own size.
            double rounding = tolerance * Math.Max(loss, Math.Max(above, below));
            if (!(Math.Abs(difference - values[i]) <= rounding))
            {
                _comparison.Fail($"gradient of {name}, entry {i}: generated {values[i]:R}, by differences of the generated loss {difference:R}.");
            }
        }

        network.Write(trial.Weights);
    }

    /// <summary>A closed gate contributes exactly 0, also where products with what it holds back would overflow.</summary>
    private void CompareWithClosedWeightsPoisoned(ICompiledNetwork network)
    {
        Weights weights = WithClosedWeightsAt(trial.IsDouble ? 1e300 : 1e38f);
        network.Write(weights);
        CompareEvaluation(network, weights);

        // Statistics multiply the weights along a path before any data: here their product over the longest path is still a number.
        Weights start = WithClosedWeightsAt(trial.IsDouble ? 1e40 : 1e5f);
        foreach (TrainingMethod method in Methods)
        {
            CompareTraining(network, start, method, LossScale.Sum);
        }
    }

    private Weights WithClosedWeightsAt(double poison)
    {
        Weights weights = Trial.Copy(trial.Weights);
        foreach ((Node target, Link link) in trial.Oracle.Graph.Links)
        {
            if (!Enumerable.Range(0, trial.Data.Count).Any(n => trial.Oracle.Carries(trial.Data, n, target, link)))
            {
                Array.Fill(weights[link.Weight], poison);
            }
        }

        return weights;
    }

    /// <summary>What a training did: also seen beside weights that are huge.</summary>
    private static Weights Difference(Weights after, Weights before) =>
        after.ToDictionary(pair => pair.Key, pair => pair.Value.Zip(before[pair.Key], (left, right) => left - right).ToArray());
}
