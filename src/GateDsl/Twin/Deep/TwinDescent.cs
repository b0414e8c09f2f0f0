namespace GateDsl;

/// <summary>
/// How a twin descends (mathematics.md, Training as the field trains): V = mu V + G, W = W - eta f V; with Nesterov W = W - eta f (G + mu V); G =
/// dL/dW + lambda W over a batch.
/// </summary>
internal sealed record TwinDescent
{
    /// <summary>Passes over the datapoints, at least 0. The loss before pass i is recorded.</summary>
    public required int Epochs { get; init; }

    /// <summary>eta, positive and finite, on the loss at <see cref="LossScale"/>.</summary>
    public required double StepSize { get; init; }

    /// <summary>Scale of the loss, over the batch where it is descended, over all datapoints where it is recorded.</summary>
    public LossScale LossScale { get; init; } = LossScale.Sum;

    /// <summary>mu, at least 0 and below 1.</summary>
    public double Momentum { get; init; }

    /// <summary>Whether the move looks ahead along the velocity.</summary>
    public bool Nesterov { get; init; }

    /// <summary>lambda, finite and not negative; biases decay as well.</summary>
    public double WeightDecay { get; init; }

    /// <summary>f for the weights into every hidden layer and into the outputs; null: 1. A factor of 0 freezes them.</summary>
    public double[]? WeightFactors { get; init; }

    /// <summary>f for their biases; null: 1.</summary>
    public double[]? BiasFactors { get; init; }

    /// <summary>Datapoints in a batch; 0: all, one update a pass.</summary>
    public int BatchSize { get; init; }

    /// <summary>The order of the datapoints in a pass; null: their own.</summary>
    public Func<int, int[]>? Order { get; init; }

    /// <summary>Told of every pass of every draw; null: nobody.</summary>
    public IProgress<TrainingProgress>? Progress { get; init; }

    /// <summary>Stops between two passes.</summary>
    public CancellationToken CancellationToken { get; init; }

    /// <summary>Whether an update is W = W - eta f dL/dW and nothing else.</summary>
    public bool IsPlain => Momentum == 0 && WeightDecay == 0;

    /// <exception cref="ArgumentException">A number is out of its range; the message names it.</exception>
    public TwinDescent Validated(int edges)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(Epochs);
        Positive.Require(StepSize, nameof(StepSize));
        ArgumentOutOfRangeException.ThrowIfNegative(BatchSize);
        Require(Momentum >= 0 && Momentum < 1, nameof(Momentum), Momentum, "at least 0 and below 1");
        Require(WeightDecay >= 0 && double.IsFinite(WeightDecay), nameof(WeightDecay), WeightDecay, "finite and not negative");
        RequireFactors(WeightFactors, edges, nameof(WeightFactors));
        RequireFactors(BiasFactors, edges, nameof(BiasFactors));
        return this;
    }

    private static void RequireFactors(double[]? factors, int edges, string parameter)
    {
        if (factors is null)
        {
            return;
        }

        if (factors.Length != edges)
        {
            throw new ArgumentException($"The twin has {edges} edges, not {factors.Length}.", parameter);
        }

        foreach (double factor in factors)
        {
            Require(factor >= 0 && double.IsFinite(factor), parameter, factor, "finite and not negative");
        }
    }

    private static void Require(bool holds, string parameter, double value, string bound)
    {
        if (!holds)
        {
            throw new ArgumentOutOfRangeException(parameter, value, $"The number must be {bound}.");
        }
    }
}
