using GateDsl.Theory.EffectiveData;

namespace GateDsl;

/// <summary>The options of a training as a predicted twin follows them.</summary>
internal static class TwinOptions
{
    /// <param name="options">Validated options.</param>
    /// <param name="problem">Whose inputs the twin reads and whose outputs it feeds.</param>
    /// <param name="layers">Hidden layers.</param>
    /// <param name="hasBias">Whether hidden layers and outputs have biases.</param>
    /// <exception cref="ArgumentException">A factor belongs to no edge of the twin.</exception>
    /// <exception cref="NotSupportedException">Edges into one layer have different factors, or statistics are asked for.</exception>
    public static TwinDescent DescentOf(TrainingOptions options, ReductionProblem problem, int layers, bool hasBias)
    {
        if (options.Method == TrainingMethod.Statistics)
        {
            throw new NotSupportedException("A ReLU twin is self-gated: it cannot be trained or predicted by statistics.");
        }

        string[][] weights = [.. Enumerable.Range(0, layers + 1).Select(edge => edge == 0
            ? [.. problem.Inputs.Select(input => $"{input.Name}ToHidden1")]
            : edge < layers ? [$"Hidden{edge}ToHidden{edge + 1}"] : problem.Outputs.Select(output => $"Hidden{layers}To{output.Name}").ToArray())];
        string[][] biases = !hasBias ? [] : [.. Enumerable.Range(1, layers + 1).Select(layer => layer <= layers
            ? [$"BiasToHidden{layer}"]
            : problem.Outputs.Select(output => $"BiasTo{output.Name}").ToArray())];
        string[] names = [.. weights.SelectMany(edge => edge), .. biases.SelectMany(edge => edge)];
        DescentOptions update = DescentOptions.Of(options, names);
        Dictionary<string, double> factors = names.Zip(update.Factors).ToDictionary(edge => edge.First, edge => edge.Second, StringComparer.Ordinal);
        int count = problem.Count;
        return new TwinDescent
        {
            Epochs = options.Epochs,
            StepSize = options.StepSize,
            LossScale = options.LossScale,
            Momentum = options.Momentum,
            Nesterov = options.Nesterov,
            WeightDecay = options.WeightDecay,
            WeightFactors = DescentOptions.AreOne(update.Factors) ? null : [.. weights.Select(Shared)],
            BiasFactors = hasBias ? [.. biases.Select(Shared)] : null,
            BatchSize = options.BatchSize,
            Order = epoch => MiniBatches.Order(count, options.ShuffleSeed, epoch),
            Progress = options.Progress,
            CancellationToken = options.CancellationToken,
        };

        double Shared(string[] edges) => edges.FirstOrDefault(edge => factors[edge] != factors[edges[0]]) is not { } other
            ? factors[edges[0]]
            : throw new NotSupportedException(
                $"{edges[0]} and {other} have different step factors; the representative units of a twin move all that leads into one layer together.");
    }

    /// <summary>The epochs that are logged.</summary>
    public static int[] LoggedOf(TrainingOptions options) =>
        [.. Enumerable.Range(0, options.Epochs).Where(epoch => epoch % options.RecordEvery == 0 || epoch == options.Epochs - 1)];
}
