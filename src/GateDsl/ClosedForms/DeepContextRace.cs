namespace GateDsl;

/// <summary>
/// When a ReLU network with two hidden layers leaves each level on the contextual task (P1 §6; derived): each mode of the best linear map runs alone as
/// a <see cref="ThreeLayerMode"/>, and takes the loss from one of the <see cref="RestLevels"/> to the next. The first mode has half of the units of both
/// layers, later ones 3/4 and 2/3, the shares that are alive at the first plateau: measured, not derived.
/// </summary>
/// <remarks>With different structures only the first drop has a theory; the prediction then stays at the first level.</remarks>
public sealed class DeepContextRace
{
    /// <summary>Draws that a prediction is averaged over where nothing else is asked for.</summary>
    public const int DefaultDraws = 4;

    /// <summary>Modes whose singular values differ by less than this part are one stage.</summary>
    private const double Equal = 1e-9;

    private readonly Stage[] _stages;

    private DeepContextRace(double initialLoss, double[] levels, Stage[] stages)
    {
        InitialLoss = initialLoss;
        Levels = levels;
        _stages = stages;
    }

    /// <summary>The Sum loss of an output of zeros.</summary>
    public double InitialLoss { get; }

    /// <summary>The levels at which the loss rests, falling; see <see cref="RestLevels.Of"/>.</summary>
    public IReadOnlyList<double> Levels { get; }

    /// <summary>Levels half-way between them, from the initial loss to 0.</summary>
    public double[] HalfWay => RestLevels.HalfWay(InitialLoss, [.. Levels]);

    /// <summary>The race of a task.</summary>
    /// <param name="task">The task.</param>
    /// <param name="units">Units of each hidden layer, at least 2.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are too few units.</exception>
    public static DeepContextRace Of(ContextTask task, int units)
    {
        ArgumentNullException.ThrowIfNull(task);
        ArgumentOutOfRangeException.ThrowIfLessThan(units, 2);
        LinearMapModes modes = LinearMapModes.Of(RestLevels.Inputs(task), RestLevels.Targets(task));
        double initialLoss = 0.5 * modes.SquaredTargets;
        double[] levels = RestLevels.Of(task);
        (double S, double D)[] stages = Distinct(modes);
        int known = task.Structure == ContextStructure.Same && stages.Length == levels.Length + 1 ? stages.Length : 1;
        double[] ends = [initialLoss, .. levels, 0];
        return new DeepContextRace(initialLoss, levels, [.. stages.Take(known).Select((stage, k) => new Stage(
            k == 0 ? new ThreeLayerMode(stage.S, stage.D, units / 2, units / 2) : new ThreeLayerMode(stage.S, stage.D, units * 3 / 4, units * 2 / 3),
            ends[k] - ends[k + 1]))]);
    }

    /// <summary>
    /// The Sum loss before each epoch: L(0) less the drop of each stage as far as its mode has come, sum of drops (1 - p d/s)^2, averaged over draws of
    /// initial weights from N(0, sigma^2).
    /// </summary>
    /// <param name="sigma">Standard deviation of the initial weights, positive and finite.</param>
    /// <param name="stepSize">Step of gradient descent on the Sum loss.</param>
    /// <param name="epochs">Number of epochs, at least 1.</param>
    /// <param name="draws">Number of draws, at least 1.</param>
    /// <param name="seed">Of the first draw; the others follow it.</param>
    /// <param name="cancellationToken">To stop it.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public DeepContextForecast Expect(
        double sigma, double stepSize, int epochs, int draws = DefaultDraws, ulong seed = 0, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(epochs, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(draws, 1);
        double[] mean = new double[epochs];
        List<double>[] crossings = [.. _stages.Select(_ => new List<double>())];
        for (int draw = 0; draw < draws; draw++)
        {
            double[] loss = LossOf(sigma, stepSize, epochs, seed + (ulong)draw, cancellationToken);
            double[] epochsAtHalf = LevelCrossing.Epochs(loss, HalfWay.AsSpan(0, _stages.Length));
            for (int k = 0; k < epochsAtHalf.Length; k++)
            {
                crossings[k].Add(epochsAtHalf[k]);
            }

            for (int epoch = 0; epoch < epochs; epoch++)
            {
                mean[epoch] += loss[epoch] / draws;
            }
        }

        return new DeepContextForecast(mean, [.. crossings.TakeWhile(each => each.Count == draws).Select(each => each.Average())]);
    }

    private double[] LossOf(double sigma, double stepSize, int epochs, ulong seed, CancellationToken cancellationToken)
    {
        double[] loss = new double[epochs];
        Array.Fill(loss, InitialLoss - _stages.Sum(stage => stage.Drop));
        foreach (Stage stage in _stages)
        {
            double[] strengths = stage.Mode.Strengths(sigma, stepSize, epochs, seed, cancellationToken);
            for (int epoch = 0; epoch < epochs; epoch++)
            {
                double missing = 1 - (strengths[epoch] * stage.Mode.InputStrength / stage.Mode.SingularValue);
                loss[epoch] += stage.Drop * missing * missing;
            }
        }

        return loss;
    }

    /// <summary>s = S sqrt(d) and d of each stage, by falling s; modes of equal s and d run alike.</summary>
    private static (double S, double D)[] Distinct(LinearMapModes modes)
    {
        (double S, double D)[] all =
        [
            .. modes.Strengths.Zip(modes.InputStrengths, (strength, d) => (S: strength * Math.Sqrt(d), D: d)).OrderByDescending(mode => mode.S),
        ];
        List<(double S, double D)> stages = [];
        foreach ((double s, double d) in all.Where(mode => mode.S > Equal * all[0].S))
        {
            if (stages.Count == 0 || s < stages[^1].S * (1 - Equal))
            {
                stages.Add((s, d));
            }
        }

        return [.. stages];
    }

    /// <summary>Modes that run alike, and what the loss falls by when they have come.</summary>
    private sealed record Stage(ThreeLayerMode Mode, double Drop);
}

/// <summary>What a <see cref="DeepContextRace"/> predicts.</summary>
/// <param name="Loss">The Sum loss before each epoch, averaged over the draws.</param>
/// <param name="Drops">
/// When the loss crosses the levels half-way down each stage, averaged over the draws; ends before the first one that a draw does not reach.
/// </param>
public sealed record DeepContextForecast(double[] Loss, double[] Drops);
